import { isDeepStrictEqual } from 'node:util'

import { comparableText } from '../../renderer/domain/case-event.ts'
import type { CaseEvent } from '../../renderer/domain/case-event.ts'
import { recordWith } from '../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../renderer/domain/case-record.ts'
import { isUnderWay, needsAgent } from '../../renderer/domain/outbox.ts'
import type { CaseId } from '../../renderer/domain/ids.ts'
import type { OutboxEntry } from '../../renderer/domain/outbox.ts'
import { site } from '../stand-ins/case-system/site.ts'
import { entriesOf, recordsOf } from './on-disk.ts'
import type { Deed, Noted } from './ledger.ts'
import { user } from './world.ts'
import type { World } from './world.ts'

export const harms = ['lost', 'doubled', 'torn', 'diverged', 'stuck'] as const
export type Harm = (typeof harms)[number]

/** What must never be. */
export interface Violation {
  readonly harm: Harm
  readonly what: string
}

/** What holds whenever the desk is at rest: the row is what the case system said with what is under way. */
export async function tornAt(world: World): Promise<readonly Violation[]> {
  const [records, entries] = [await recordsOf(world), await entriesOf(world)]
  world.ledger.remember(entries, isTakenBack)
  const known = new Set(records.map(({ id }) => id))
  const counts = await world.raw().counts()
  const sums = {
    cases: records.length,
    underWay: entries.filter(isUnderWay).length,
    needsAgent: entries.filter(needsAgent).length,
  }
  return [
    ...records
      .filter((record) => !isWhole(record, entries))
      .map(({ id }) => torn(`the row of ${id} is not what its entries make of it`)),
    ...entries.filter((entry) => !known.has(entry.case)).map(({ id }) => torn(`entry ${id} has no case`)),
    ...(counts.ok && isDeepStrictEqual(counts.value, sums) ? [] : [torn('the counts do not add up')]),
  ]
}

const torn = (what: string): Violation => ({ harm: 'torn', what })

function isWhole(record: CaseRecord, all: readonly OutboxEntry[]): boolean {
  const entries = all.filter((entry) => entry.case === record.id)
  return isDeepStrictEqual(recordWith(record, { entries, inactive: site.inactive }), record)
}

/** What holds in the end, when everything has come through that can. */
export async function violationsIn(world: World): Promise<readonly Violation[]> {
  const entries = await entriesOf(world)
  const records = await recordsOf(world)
  const hidden = new Set(records.filter((record) => isHidden(record, records)).map(({ id }) => id))
  return [
    ...(await tornAt(world)),
    ...world.ledger.noted.flatMap((noted) => wrongWith(noted, { all: entries, hidden }, world)),
    ...mailsTwice(world),
    ...(await divergedIn(world)),
    ...stuckIn(world, entries),
  ]
}

/** Deleted or forbidden, or joined to one that is: its events are among those of the other. */
function isHidden({ standing }: CaseRecord, all: readonly CaseRecord[], joined = 0): boolean {
  if (standing.kind !== 'merged') return standing.kind !== 'here'
  const into = all.find(({ server }) => server.number === standing.into)
  return into !== undefined && joined < all.length && isHidden(into, all, joined + 1)
}

interface Shown {
  readonly all: readonly OutboxEntry[]
  /** Cases that the desk says are out of sight. */
  readonly hidden: ReadonlySet<CaseId>
}

function wrongWith({ deed, fate }: Noted, { all, hidden }: Shown, world: World): readonly Violation[] {
  const times = timesThere(deed, world)
  const entries = all.filter((entry) => isOf(entry, deed))
  const what = `${deed.kind} "${deed.words}", ${fate}, ${times} times there, ${entries.map(({ state }) => state.kind).join() || 'no entry'}`
  const isOnce = deed.kind !== 'change' && deed.kind !== 'link'
  if (isOnce && times > 1) return [{ harm: 'doubled', what }]
  if (fate === 'refused') return times + entries.length > 0 ? [{ harm: 'doubled', what }] : []
  const isSaved = fate === 'saved'
  const wasTakenBack = world.ledger.takenBack().some((entry) => isOf(entry, deed))
  // Of a case that the agent may not see any more, nobody can say what a restored backup has taken.
  const isOutOfSight = entries.some((entry) => hidden.has(entry.case))
  const isShown = isOutOfSight || entries.some(needsAgent)
  return isSaved && times === 0 && !wasTakenBack && !isShown ? [{ harm: 'lost', what }] : []
}

/** A link that has been sent is taken back by another entry that removes it. */
const isTakenBack = ({ edit, state }: OutboxEntry): boolean =>
  state.kind === 'withdrawn' || (edit.kind === 'link' && edit.remove)

function isOf({ edit }: OutboxEntry, deed: Deed): boolean {
  // What a restored backup has lost of it is told of in a note.
  if (deed.kind === 'reply' && edit.kind === 'note' && edit.purpose === 'restored-reply')
    return edit.text.includes(deed.words)
  if (edit.kind !== deed.kind) return false
  if (edit.kind === 'change')
    return edit.step.after.includes(deed.words) && !edit.step.before.includes(deed.words)
  return edit.kind === 'link' ? edit.link.target === deed.words : edit.text === deed.words
}

const eventsOf = ({ server }: World): readonly CaseEvent[] => {
  const all = server.numbers().flatMap((number) => server.events({ number }))
  return [...new Map(all.map((event) => [event.id, event])).values()]
}

/** How often it is in the case system. A reply that a restored backup had lost is there as a note. */
function timesThere(deed: Deed, world: World): number {
  if (deed.kind === 'link') return linksTo(deed.words, world)
  const events = eventsOf(world).filter(({ by }) => by === user)
  if (deed.kind === 'change')
    return events.filter(
      ({ change }) => change?.after.includes(deed.words) && !change.before.includes(deed.words),
    ).length
  const words = comparableText(deed.words)
  if (deed.kind === 'reply') return events.filter((event) => isReply(event, words)).length
  const kind = deed.kind === 'create' ? 'created' : 'note'
  return events.filter((event) => event.kind === kind && comparableText(event.text) === words).length
}

const isReply = ({ kind, text }: CaseEvent, words: string): boolean =>
  kind === 'reply' ? comparableText(text) === words : kind === 'note' && text.includes(words)

const linksTo = (target: string, { server }: World): number =>
  server.numbers().filter((number) => server.kept(number)?.links.some((link) => link.target === target))
    .length

/** What a customer has read cannot be taken back. */
function mailsTwice({ server }: World): readonly Violation[] {
  const texts = server.mails.map(({ text }) => text)
  const twice = [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))]
  return twice.map((text) => ({
    harm: 'doubled',
    what: `the customer has been sent "${text}" more than once`,
  }))
}

async function divergedIn(world: World): Promise<readonly Violation[]> {
  const all: Violation[] = []
  for (const record of await recordsOf(world)) {
    const history = await world.raw().history(record.id)
    const what = history.ok ? howDiverged(record, history.value, world) : 'its history cannot be read'
    if (what !== undefined) all.push({ harm: 'diverged', what: `case ${record.id}: ${what}` })
  }
  return all
}

/** Of a case that was taken out of sight nobody tells: the desk may find out or not. */
function howDiverged(
  record: CaseRecord,
  history: readonly CaseEvent[],
  { server }: World,
): string | undefined {
  const { number } = record.server
  if (number === undefined) return undefined
  const one = server.standing(number)
  if ([one, server.kept(number)].some((each) => each?.isForbidden)) return undefined
  const is = standingAt(one, record)
  // Joined to one that was out of sight: when that one comes back, what is told is told of that one alone.
  if (is === 'merged' && record.standing.kind === 'forbidden') return undefined
  if (is !== record.standing.kind) return `it is ${is} and the desk says ${record.standing.kind}`
  if (!one || is !== 'here') return undefined
  if (!isDeepStrictEqual(server.asCase(one), record.server))
    return `the desk has ${printed(record.server)}, the case system ${printed(server.asCase(one))}`
  const [kept = '', told = ''] = [history, server.events(one)].map(numbers)
  return kept === told ? undefined : `the desk has the events ${kept}, the case system ${told}`
}

const numbers = (events: readonly CaseEvent[]): string => events.map(({ id }) => id).join()

const printed = ({ fields, ...one }: CaseRecord['server']): string =>
  JSON.stringify({ ...one, fields: [...fields] })

function standingAt(one: ReturnType<World['server']['standing']>, { id, server }: CaseRecord): string {
  if (!one) return 'deleted'
  if (one.number !== server.number) return 'merged'
  if (one.isDeleted) return 'deleted'
  const isSame = (one.clientId ?? `case-${one.number}-${Math.floor(one.createdAt / 1000)}`) === id
  return isSame ? 'here' : 'deleted'
}

/** Everything has had its time: what still waits will wait for ever, and what waits for the agent must be shown. */
function stuckIn({ desks }: World, entries: readonly OutboxEntry[]): readonly Violation[] {
  const shown = new Set(desks.flatMap(({ state }) => state.getState().questions.map(({ entry }) => entry.id)))
  return [
    ...entries
      .filter(isUnderWay)
      .map(({ id, edit, state }) => stuck(`${edit.kind} ${id} is still ${state.kind}`)),
    ...entries
      .filter((entry) => needsAgent(entry) && !shown.has(entry.id))
      .map(({ id, edit, state }) => stuck(`${edit.kind} ${id} is ${state.kind} and nobody is told`)),
  ]
}

const stuck = (what: string): Violation => ({ harm: 'stuck', what })
