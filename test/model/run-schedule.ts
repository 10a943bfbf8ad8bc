import { perform } from './acts.ts'
import { answerAll } from './agent.ts'
import { cure, setFull, setLink, setSignedIn } from './computer.ts'
import { tornAt, violationsIn } from './invariants.ts'
import type { Violation } from './invariants.ts'
import type { Schedule } from './schedule.ts'
import { addWindow } from './windows.ts'
import { createWorld, NeverAtRest, pass, turn, user } from './world.ts'
import type { Disk, World } from './world.ts'

const minutes = 60_000
/** How often the agent looks for what waits for them, at the end. */
const mostLooks = 8

export interface Told {
  readonly violations: readonly Violation[]
  /** Everything that happened, in order: the same for the same schedule. */
  readonly taken: readonly string[]
}

export interface Circumstances {
  readonly disk: Disk
  /** What the desk takes for the time after which nothing can arrive any more; the truth without it. */
  readonly settle?: number
  /** To look at everything once more. */
  readonly onEnd?: (world: World) => void
}

/** One shift after this schedule, up to its quiet end. */
export async function runSchedule(schedule: Schedule, { disk, settle, onEnd }: Circumstances): Promise<Told> {
  const world = await createWorld(schedule, disk)
  if (settle !== undefined) world.settle = settle
  try {
    return { violations: await shift(world, schedule), taken: world.turnstile.taken }
  } finally {
    onEnd?.(world)
    await disk.end()
  }
}

async function shift(world: World, { steps }: Schedule): Promise<readonly Violation[]> {
  try {
    beginWith(world)
    await addWindow(world)
    for (const step of steps) {
      await perform(world, step)
      await turn(world, step.then)
      const torn = await tornAt(world)
      if (torn.length > 0) return torn
    }
    await end(world)
    return await violationsIn(world)
  } catch (error) {
    if (error instanceof NeverAtRest) return [{ harm: 'stuck', what: error.message }]
    throw error
  }
}

/** Some cases are there before the shift. */
function beginWith({ server }: World): void {
  for (const subject of ['Childcare benefit', 'Old age pension', 'Tax slip'])
    server.create('benoit', {
      fields: new Map([
        ['subject', [subject]],
        ['owner', [user]],
        ['requestors', ['luc@example.org']],
        ['priority', ['0']],
      ]),
      text: 'By letter.',
    })
}

/** Everything works again, everything has its time, and the agent answers what they are asked. */
async function end(world: World): Promise<void> {
  world.weather = 0
  for (const { wire } of world.desks) wire.meetNothing()
  cure(world)
  await setFull(world, false)
  setLink(world, true)
  await setSignedIn(world, true)
  await pass(world, 5 * minutes)
  for (let looks = 0; looks < mostLooks && (await answerAll(world)); looks += 1)
    await pass(world, 3 * minutes)
  for (const { desk } of world.desks) desk.refresh()
  await pass(world, 3 * minutes)
}
