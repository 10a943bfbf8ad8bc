import type { FieldKey, FieldValue } from '../../renderer/domain/case-field.ts'
import type { CaseNumber } from '../../renderer/domain/case.ts'
import { answerFor, atCase, atDesk, atEntry, changeOf } from './agent.ts'
import { cure, kill, setFull, setLink, setSignedIn, stop } from './computer.ts'
import { newValue } from './new-value.ts'
import { recordsOf } from './on-disk.ts'
import { chosen, skews } from './schedule.ts'
import type { Act, Choice, Step } from './schedule.ts'
import { addWindow, endWindow } from './windows.ts'
import { faults, pass, turn, user } from './world.ts'
import type { World } from './world.ts'

/** Milliseconds. */
const waits = [50, 1000, 15_000, 60_000, 300_000] as const

/** Does one step, as far as it can be done now. */
export const perform = (world: World, { act, ...choice }: Step): Promise<void> | void =>
  acts[act](world, choice)

const acts: Readonly<Record<Act, (world: World, choice: Choice) => Promise<void> | void>> = {
  change: (world, choice) => atCase(world, choice, (one) => changeOf(world, one, choice)),
  note: (world, choice) =>
    atCase(world, choice, ({ id }) => {
      const words = world.ledger.nextWords()
      // Some notes read the same as others, as people's do.
      const isPlain = choice.what % 4 === 0
      const text = isPlain ? 'Called back, nobody there.' : `Note ${words}.\nSecond line, é.`
      return {
        deed: isPlain ? undefined : { kind: 'note', words: text },
        told: (desk) => desk.note(id, text),
      }
    }),
  reply: (world, choice) =>
    atCase(world, choice, ({ id }) => {
      const text = `Dear customer, ${world.ledger.nextWords()}.`
      return { deed: { kind: 'reply', words: text }, told: (desk) => desk.reply(id, text) }
    }),
  /** The agent writes about the same case at two windows. */
  async 'at-once'(world, { which, what }) {
    if (world.desks.length < 2) await addWindow(world)
    await turn(world, 500)
    const record = chosen(await recordsOf(world), what)
    if (!record) return
    for (const at of [which, which + 1]) {
      const words = `At once, ${world.ledger.nextWords()}.`
      atDesk(world, at, { deed: { kind: 'note', words }, told: (desk) => desk.note(record.id, words) })
    }
  },
  create: (world, { which }) => {
    const text = `Wants to know ${world.ledger.nextWords()}.`
    const begun = { queue: 'benefits', subject: 'Question', requestors: ['luc@example.org'], text }
    atDesk(world, which, {
      deed: { kind: 'create', words: text },
      told: async (desk) => (await desk.begin({ ...begun, fields: new Map(), files: [] })) !== undefined,
    })
  },
  link: (world, choice) =>
    atCase(world, choice, ({ id }) => {
      const target = `https://example.org/${world.ledger.nextWords()}`
      return {
        deed: { kind: 'link', words: target },
        told: (desk) => desk.link(id, { kind: 'refers-to', target }),
      }
    }),
  undo: (world, choice) =>
    atEntry(
      world,
      choice,
      () => true,
      (desk, { id }) => desk.undo(id),
    ),
  redo: (world, choice) =>
    atEntry(
      world,
      choice,
      ({ state }) => state.kind === 'withdrawn',
      (desk, { id }) => desk.redo(id),
    ),
  choose: (world, choice) =>
    atEntry(
      world,
      choice,
      ({ state }) => state.kind === 'conflict',
      (desk, { id }) => desk.choose(id, choice.what % 2 === 0 ? 'mine' : 'theirs'),
    ),
  decide: (world, choice) => atEntry(world, choice, ({ state }) => state.kind === 'asking', answerFor(world)),
  'try-again': (world, choice) =>
    atEntry(
      world,
      choice,
      ({ state }) => state.kind === 'set-aside',
      (desk, { id }) => desk.tryAgain(id),
    ),
  look: (world, choice) =>
    atCase(world, choice, ({ id }) => ({ deed: undefined, told: (desk) => desk.open(id) })),
  refresh: (world, { which }) => chosen(world.desks, which)?.desk.refresh(),

  'other-change': ({ server }, choice) => {
    const number = chosen(server.numbers(), choice.which)
    const one = number === undefined ? undefined : server.standing(number)
    if (number !== undefined && one) {
      const [field, value] = newValue(one, `o${server.events(one).length}`, choice.what)
      server.change('benoit', number, field, value)
    }
  },
  'other-note': ({ server }, { which }) => {
    const number = chosen(server.numbers(), which)
    if (number !== undefined) server.note('benoit', number, { text: 'Seen.' })
  },
  'other-create': ({ server }, { what }) => {
    server.create('benoit', {
      fields: new Map<FieldKey, FieldValue>([
        ['subject', ['Passport']],
        ['owner', what % 2 === 0 ? [user] : ['benoit']],
        ['requestors', ['ines@example.org']],
      ]),
      text: 'By telephone.',
    })
  },
  'customer-writes': ({ server }, { which }) => {
    const number = chosen(server.numbers(), which)
    if (number !== undefined) server.message('luc@example.org', number, { text: 'Any news?' })
  },
  merge: ({ server }, { which, what }) => {
    const [from, into] = [chosen(server.numbers(), which), chosen(server.numbers(), what)]
    if (from !== undefined && into !== undefined) server.merge('benoit', from, into)
  },
  delete: ({ server }, { which }) => withNumber(server.numbers(), which, server.delete),
  forbid: ({ server }, { which, what }) =>
    withNumber(server.numbers(), which, (number) => server.forbid(number, what % 3 > 0)),
  'back-up': (world) => void (world.backup = world.server.backUp()),
  restore: ({ server, backup }) => {
    if (backup) server.restore(backup)
  },
  poison: ({ ledger, desks, cures }) => {
    // What is written next is what the case system fails on.
    const words = ledger.nextWords()
    for (const { wire } of desks) cures.push(wire.poison(words))
  },
  cure,

  fault: ({ desks }, { which, what }) => {
    const fault = chosen(faults(what / 99), which)
    if (fault) chosen(desks, what)?.wire.meetNext(fault)
  },
  'go-down': (world) => setLink(world, false),
  'come-up': (world) => setLink(world, true),
  'sign-out': (world) => setSignedIn(world, false),
  'sign-in': (world) => setSignedIn(world, true),

  pass: (world, { which, what }) => pass(world, ((chosen(waits, which) ?? 0) * (what + 1)) / 50),
  kill,
  async 'power-cut'(world) {
    await kill(world)
    world.journal.losePower(world.random())
  },
  async wipe(world) {
    await stop(world)
    await world.disk.wipe()
    await addWindow(world)
  },
  'disk-full': (world) => setFull(world, true),
  'disk-free': (world) => setFull(world, false),
  async 'second-window'(world) {
    if (world.desks.length < 2) await addWindow(world)
  },
  async 'close-window'(world, { which }) {
    const desk = world.desks.length > 1 ? chosen(world.desks, which) : undefined
    if (desk) await endWindow(world, desk)
  },
  skew: (world, { which }) => void (world.skew = chosen(skews, which) ?? 0),
}

function withNumber(numbers: readonly CaseNumber[], which: number, act: (number: CaseNumber) => void): void {
  const number = chosen(numbers, which)
  if (number !== undefined) act(number)
}
