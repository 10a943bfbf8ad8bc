import type { CaseRecord } from '../../renderer/domain/case-record.ts'
import { needsAgent } from '../../renderer/domain/outbox.ts'
import type { OutboxEntry } from '../../renderer/domain/outbox.ts'
import { setSignedIn } from './computer.ts'
import type { DeskWindow } from './open-window.ts'
import type { Deed } from './ledger.ts'
import { newValue } from './new-value.ts'
import { entriesOf, recordsOf } from './on-disk.ts'
import { chosen } from './schedule.ts'
import type { Choice } from './schedule.ts'
import { rest } from './world.ts'
import type { World } from './world.ts'

interface Doing {
  /** `undefined` for what leaves nothing that could be counted. */
  readonly deed: Deed | undefined
  readonly told: (desk: DeskWindow['desk']) => Promise<unknown>
}

export function atDesk({ desks, ledger }: World, which: number, { deed, told }: Doing): void {
  const window = chosen(desks, which)
  if (!window) return
  const saved = told(window.desk)
  if (deed)
    ledger.note(
      window.owner,
      deed,
      saved.then((value) => value === true),
    )
}

export async function atCase(
  world: World,
  { which }: Choice,
  doing: (record: CaseRecord) => Doing,
): Promise<void> {
  const record = chosen(await recordsOf(world), which)
  if (record) atDesk(world, which, doing(record))
}

export async function atEntry(
  world: World,
  { which }: Choice,
  isMeant: (entry: OutboxEntry) => boolean,
  answer: (desk: DeskWindow['desk'], entry: OutboxEntry) => Promise<unknown>,
): Promise<void> {
  const entry = chosen((await entriesOf(world)).filter(isMeant), which)
  if (entry) atDesk(world, which, { deed: undefined, told: (desk) => answer(desk, entry) })
}

/** The agent asks the customer whether they have got it. */
export const answerFor =
  ({ server }: World) =>
  (desk: DeskWindow['desk'], { id, edit }: OutboxEntry): Promise<unknown> => {
    const wasSent = edit.kind === 'reply' && server.mails.some(({ text }) => text === edit.text)
    return desk.decide(id, wasSent ? 'was-sent' : 'send')
  }

/** What the agent does about everything that is put to them. */
export async function answerAll(world: World): Promise<boolean> {
  const open = (await entriesOf(world)).filter(needsAgent)
  const [window] = world.desks
  if (!window) return false
  let isAnswered = world.desks.some(({ state }) => state.getState().asking !== undefined)
  if (isAnswered) await setSignedIn(world, true)
  for (const entry of open) {
    const answer = answerTo(world, entry)
    if (!answer) continue
    isAnswered = true
    void answer(window.desk)
    await rest(world)
  }
  return isAnswered
}

function answerTo(
  world: World,
  entry: OutboxEntry,
): ((desk: DeskWindow['desk']) => Promise<unknown>) | undefined {
  const { id, state } = entry
  if (state.kind === 'asking') return (desk) => answerFor(world)(desk, entry)
  if (state.kind === 'conflict') return (desk) => desk.choose(id, world.random() < 0.5 ? 'mine' : 'theirs')
  // What the case system refuses for good stays where it is shown.
  if (state.kind === 'set-aside' && state.why === 'server-fails') return (desk) => desk.tryAgain(id)
  return undefined
}

export function changeOf({ ledger }: World, { id, current }: CaseRecord, { what }: Choice): Doing {
  const [field, value] = newValue(current, ledger.nextWords(), what)
  const words = value.find((each) => each.includes(ledger.nextWords()))
  return {
    deed: words === undefined ? undefined : { kind: 'change', field, words },
    told: (desk) => desk.change(id, field, value),
  }
}
