import { expect, vi } from 'vitest'

import type { FieldKey, FieldValue } from '../../../renderer/domain/case-field.ts'
import { fieldOf } from '../../../renderer/domain/case.ts'
import type { CaseNumber } from '../../../renderer/domain/case.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import { asCaseId } from '../../../renderer/domain/ids.ts'
import type { CaseId } from '../../../renderer/domain/ids.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { CaseSystemStandIn } from '../../stand-ins/case-system.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'

/** What the stories about cases have in common: a centre with some cases, and looks at the desk and at the server. */

export const customer = 'luc@example.org'

export const server = (desk: DeskStandIn) => desk.caseSide.system.server
export const wire = (desk: DeskStandIn): CaseSystemStandIn['wire'] => desk.caseSide.system.wire
export const screen = (desk: DeskStandIn) => desk.stores.cases.getState()

/** Until it is so: what the desk does with its store takes as long as it takes. */
export const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 5_000, interval: 5 })

/** Until it is so, while the clock goes on: a tenth of a second at each look. */
export const inTime = (desk: DeskStandIn, check: () => unknown) =>
  vi.waitFor(
    async () => {
      desk.timing.pass(100)
      await check()
    },
    { timeout: 5_000, interval: 2 },
  )

export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`the store has failed: ${JSON.stringify(result.problem)}`)
  return result.value
}

/** A case that a colleague has taken for the agent; gives its number. */
export function caseOf(
  desk: DeskStandIn,
  fields: Readonly<Partial<Record<FieldKey, FieldValue>>> = {},
): CaseNumber {
  const all = { subject: ['March payment'], owner: ['amelie'], requestors: [customer], ...fields }
  const made = server(desk).create('chantal', {
    fields: new Map(Object.entries(all).map(([key, one]) => [key as FieldKey, one])),
    text: 'I have not received it.',
  })
  if (made.kind !== 'applied') throw new Error(made.detail)
  return made.number
}

/** A desk on this disk, signed in, that has read everything; `prepare` sets up the case system before. */
export async function atWork(
  disk: number,
  prepare: (desk: DeskStandIn) => void = () => undefined,
): Promise<DeskStandIn> {
  const desk = createDesk({ disk })
  prepare(desk)
  await desk.signIn.signIn({ kind: 'practice' })
  await inTime(desk, async () => expect(value(await desk.caseStore.known()).pulledAt).toBeDefined())
  await soon(() => expect(screen(desk).link).toEqual({ kind: 'up' }))
  return desk
}

/** The same with one case, number 1. */
export async function withCase(
  disk: number,
  fields: Readonly<Partial<Record<FieldKey, FieldValue>>> = {},
): Promise<{ desk: DeskStandIn; id: CaseId }> {
  const desk = await atWork(disk, (one) => void caseOf(one, fields))
  return { desk, id: (await recordAt(desk, '1')).id }
}

export async function recordAt(desk: DeskStandIn, number: CaseNumber): Promise<CaseRecord> {
  const record = value(await desk.caseStore.byNumber(number))
  if (!record) throw new Error(`case ${number} is not here`)
  return record
}

export async function recordOf(desk: DeskStandIn, id: CaseId): Promise<CaseRecord> {
  const record = value(await desk.caseStore.case(id))
  if (!record) throw new Error(`case ${id} is not here`)
  return record
}

export const entriesOf = async (desk: DeskStandIn, id: CaseId): Promise<readonly OutboxEntry[]> =>
  value(await desk.caseStore.entriesOf(id))

export const states = async (desk: DeskStandIn, id: CaseId): Promise<readonly string[]> =>
  (await entriesOf(desk, id)).map(({ state }) => state.kind)

/** The last thing that was written about it. */
export async function lastEntry(desk: DeskStandIn, id: CaseId): Promise<OutboxEntry> {
  const last = (await entriesOf(desk, id)).at(-1)
  if (!last) throw new Error('nothing was written')
  return last
}

/** Without a link, and the desk has noticed. */
export async function loseLink(desk: DeskStandIn): Promise<void> {
  wire(desk).goDown()
  // A look that is under way is not begun again.
  await soon(() => {
    desk.cases.refresh()
    expect(screen(desk).link.kind).toBe('down')
  })
}

/** The link is back, and everything that can be sent is sent. */
export async function comeBack(desk: DeskStandIn): Promise<void> {
  wire(desk).comeUp()
  await soon(() => {
    desk.cases.refresh()
    expect(screen(desk).link.kind).toBe('up')
  })
  await allSent(desk)
}

export const allSent = (desk: DeskStandIn) =>
  inTime(desk, async () => expect(value(await desk.caseStore.counts()).underWay).toBe(0))

/** The desk looks at what has changed, and has seen it when this resolves. */
export async function lookAgain(desk: DeskStandIn, check: () => unknown): Promise<void> {
  await inTime(desk, async () => {
    desk.cases.refresh()
    await check()
  })
}

/** A case at the server, in a few words: its fields, and who has said what since it was begun. */
export function atServer(desk: DeskStandIn, number: CaseNumber) {
  const one = server(desk).standing(number)
  if (!one) throw new Error(`there is no case ${number}`)
  return {
    field: (key: FieldKey) => fieldOf(one, key),
    told: server(desk)
      .events(one)
      .filter(({ kind }) => kind !== 'created')
      .map(({ kind, by, text, change }) =>
        change ? `${by}: ${change.field} ${change.after.join('+')}` : `${by}: ${kind} ${text}`.trim(),
      ),
  }
}

export const mails = (desk: DeskStandIn): readonly string[] => server(desk).mails.map(({ text }) => text)

/** The number that a case which was begun here has got. */
export async function numberOf(desk: DeskStandIn, id: string): Promise<CaseNumber | undefined> {
  return value(await desk.caseStore.case(asCaseId(id)))?.server.number
}
