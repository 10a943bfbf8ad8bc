import { isDeepStrictEqual } from 'node:util'

import { comparableText } from '../../../renderer/domain/case-event.ts'
import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import { recordWith } from '../../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import type { Case } from '../../../renderer/domain/case.ts'
import { isUnderWay, needsAgent } from '../../../renderer/domain/outbox.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { Violation } from '../../model/invariants.ts'
import type { Deed, Noted } from '../../model/ledger.ts'
import type { SentMail } from '../../servers/request-tracker/mail.ts'
import { inactive } from './seated-cases.ts'
import type { SeatedCases } from './seated-cases.ts'

/** The case system as it really is, read past the desks and the faults. */
export interface Truth {
  readonly cases: readonly { readonly case: Case; readonly events: readonly CaseEvent[] }[]
  readonly mails: readonly Pick<SentMail, 'text'>[]
}

/** Which of a deed's words came out how often, and whether that is what the desk had said. */
export function wrongWith(
  { deed, fate }: Noted,
  entries: readonly OutboxEntry[],
  truth: Truth,
): readonly Violation[] {
  const own = entries.filter((entry) => isOf(entry, deed))
  const [times, mails] = [timesThere(deed, truth), deed.kind === 'reply' ? mailsOf(deed.words, truth) : 0]
  const what = `${deed.kind} "${deed.words}", ${fate}, ${times} times there, ${mails} mails, ${own.map(({ state }) => state.kind).join() || 'no entry'}`
  if (Math.max(times, mails) > 1 && deed.kind !== 'change') return [{ harm: 'doubled', what }]
  if (fate === 'refused' && times + own.length > 0) return [{ harm: 'doubled', what }]
  const isAccountedFor =
    times > 0 || own.some(needsAgent) || own.some(({ state }) => state.kind === 'withdrawn')
  return fate === 'saved' && !isAccountedFor ? [{ harm: 'lost', what }] : []
}

function timesThere(deed: Deed, { cases }: Truth): number {
  const events = cases.flatMap((one) => one.events)
  if (deed.kind === 'change')
    return events.filter(
      ({ change }) => change?.after.includes(deed.words) && !change.before.includes(deed.words),
    ).length
  const kind = deed.kind === 'create' ? 'created' : deed.kind
  const words = comparableText(deed.words)
  return events.filter((event) => event.kind === kind && comparableText(event.text) === words).length
}

const mailsOf = (words: string, { mails }: Truth): number =>
  mails.filter(({ text }) => text.includes(words)).length

function isOf({ edit }: OutboxEntry, deed: Deed): boolean {
  if (edit.kind !== deed.kind) return false
  if (edit.kind === 'change') return edit.step.after.includes(deed.words)
  return edit.kind !== 'link' && edit.text === deed.words
}

/** Where a desk and the case system say different things of the same case. */
export async function divergedFrom({ cases }: Truth, desk: SeatedCases): Promise<readonly Violation[]> {
  const records = new Map((await desk.records()).map((record) => [record.server.number, record]))
  const wrong = await Promise.all(
    cases.map(async ({ case: one, events }) => {
      const record = records.get(one.number)
      if (!record) return `case ${one.number ?? ''} is not known`
      if (!isDeepStrictEqual(record.server, one)) return `case ${one.number ?? ''} is another one`
      const history = await desk.store.history(record.id)
      const [kept, told] = [history.ok ? history.value : [], events].map((all) => all.map(({ id }) => id))
      return isDeepStrictEqual(kept, told) ? undefined : `the history of ${one.number ?? ''} is another one`
    }),
  )
  return wrong.flatMap((what) =>
    what === undefined ? [] : [{ harm: 'diverged', what: `${desk.user}: ${what}` }],
  )
}

export async function tornAt(desk: SeatedCases): Promise<readonly Violation[]> {
  const [records, entries, counts] = [await desk.records(), await desk.entries(), await desk.store.counts()]
  const sums = {
    cases: records.length,
    underWay: entries.filter(isUnderWay).length,
    needsAgent: entries.filter(needsAgent).length,
  }
  const isWhole = (record: CaseRecord): boolean =>
    isDeepStrictEqual(
      recordWith(record, { entries: entries.filter((entry) => entry.case === record.id), inactive }),
      record,
    )
  const torn = (what: string): Violation => ({ harm: 'torn', what: `${desk.user}: ${what}` })
  return [
    ...records.filter((record) => !isWhole(record)).map(({ id }) => torn(`the row of ${id}`)),
    ...(counts.ok && isDeepStrictEqual(counts.value, sums) ? [] : [torn('the counts do not add up')]),
  ]
}

export async function stuckAt(desk: SeatedCases): Promise<readonly Violation[]> {
  const open = (await desk.entries()).filter((entry) => isUnderWay(entry) || needsAgent(entry))
  return open.map(({ id, edit, state }) => ({
    harm: 'stuck',
    what: `${desk.user}: ${edit.kind} ${id} is still ${state.kind}`,
  }))
}
