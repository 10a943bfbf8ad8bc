import type { Random } from '../../renderer/domain/seeded-random.ts'

interface Task {
  readonly owner: string
  /** What has the same channel is done in the order in which it was asked. */
  readonly channel: string
  readonly name: string
  /** Does it; `tell` lets whoever asked know. */
  readonly work: (tell: boolean) => Promise<void>
}

export interface Turnstile {
  /** Everything that a desk waits for goes through here, one thing after the other. */
  ask<T>(from: Pick<Task, 'owner' | 'channel' | 'name'>, work: () => T | Promise<T>): Promise<T>
  /** Lets one thing happen. `false` when nothing is asked for. */
  step(): Promise<boolean>
  /** A desk ends: what it had asked for happens or not, and it never hears of it. */
  drop(owner: string): Promise<void>
  readonly taken: readonly string[]
}

/**
 * Turns a desk's concurrency into a choice: whatever is awaited waits here until it is drawn, and the code that goes on
 * comes to its next wait before anything else is drawn. So the same seed gives the same order, to the letter, however
 * long the database or the encryption takes.
 */
export function createTurnstile(random: Random): Turnstile {
  const waiting: Task[] = []
  const ended = new Set<string>()
  const taken: string[] = []

  /** The first of each channel. */
  const heads = (): Task[] =>
    waiting.filter((task, index) => waiting.findIndex((one) => isSameChannel(one, task)) === index)

  function take(task: Task): Task {
    waiting.splice(waiting.indexOf(task), 1)
    taken.push(`${task.owner} ${task.name}`)
    return task
  }

  return {
    ask: ({ owner, channel, name }, work) =>
      new Promise((resolve, reject) => {
        const run = async (tell: boolean): Promise<void> => {
          try {
            const value = await work()
            if (tell) resolve(value)
          } catch (error) {
            if (tell) reject(error instanceof Error ? error : new Error(String(error)))
          }
        }
        if (!ended.has(owner)) waiting.push({ owner, channel, name, work: run })
      }),
    async step() {
      await settled()
      const choices = heads()
      const task = choices[Math.floor(random() * choices.length)]
      if (!task) return false
      await take(task).work(true)
      await settled()
      return true
    },
    async drop(owner) {
      await settled()
      ended.add(owner)
      for (const task of waiting.filter((one) => one.owner === owner))
        if (random() < 0.5) await take(task).work(false)
        else waiting.splice(waiting.indexOf(task), 1)
      await settled()
    },
    taken,
  }
}

const isSameChannel = (a: Task, b: Task): boolean => a.owner === b.owner && a.channel === b.channel

/** Every promise that can resolve by itself has done so before the next turn of the event loop. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
