import type { Unanswered } from '../../../renderer/ports/case-system.ts'
import type { Timing } from '../../../renderer/ports/timing.ts'
import type { Undo } from '../../../renderer/ports/undo.ts'

/** What happens to one request on its way. Times are milliseconds. */
export type Fault =
  | { readonly kind: 'none' }
  /** Nothing gets there, whether the desk can know it or not. */
  | { readonly kind: 'lose-request'; readonly arrived: 'no' | 'perhaps' }
  /** It is done, and nobody tells. */
  | { readonly kind: 'lose-answer' }
  /** The desk gives up, and it is done all the same, so much later. */
  | { readonly kind: 'late'; readonly by: number }
  /** It is done so much later, and the answer comes after as much again. */
  | { readonly kind: 'slow'; readonly by: number }
  /** A page of a hotel, or an error of the server before or after it was done. */
  | { readonly kind: 'nonsense'; readonly isDone: boolean }
  | { readonly kind: 'signed-out' }

/** A request, as far as the wire cares. */
export interface Carried {
  readonly name: string
  /** The case, or whatever else it is about. */
  readonly of: string
  readonly isWrite: boolean
  /** What was written, to find one that the server fails on. */
  readonly words: string
}

export interface WireLog extends Carried {
  readonly at: number
  readonly fault: Fault['kind'] | 'down'
}

interface Work<T> {
  readonly apply: () => T
  /** For a request that arrives after others have: what was looked up before it was sent stands. */
  readonly late?: () => T
}

const none: Fault = { kind: 'none' }
const perhaps = { kind: 'unreached', arrived: 'perhaps' } as const
const nonsense = { kind: 'not-understood', arrived: 'perhaps' } as const

export type Wire = ReturnType<typeof createWire>

/**
 * The way to the case system, that loses and delays what it is told to. Without `after` an answer comes at once, and
 * what is late arrives with `deliver`.
 */
export function createWire({ now, after }: Pick<Timing, 'now'> & Partial<Pick<Timing, 'after'>>) {
  let isUp = true
  let isSignedIn = true
  let draw: (request: Carried) => Fault = () => none
  const faults: Fault[] = []
  const requests: WireLog[] = []
  const onTheWay = new Set<() => void>()
  const poisons = new Set<string>()

  const pass = (milliseconds: number): Promise<void> =>
    after && milliseconds > 0
      ? new Promise((resolve) => void after(milliseconds, resolve))
      : Promise.resolve()

  /** Arrives later, whoever waits for it. */
  function send(milliseconds: number, arrive: () => void): void {
    const once = () => {
      if (onTheWay.delete(once)) arrive()
    }
    onTheWay.add(once)
    after?.(milliseconds, once)
  }

  const isPoisoned = ({ isWrite, words }: Carried): boolean =>
    isWrite && [...poisons].some((poison) => words.includes(poison))

  async function carry<T>(request: Carried, work: Work<T>): Promise<T | Unanswered> {
    const fault = faults.shift() ?? draw(request)
    requests.push({ ...request, at: now(), fault: isUp ? fault.kind : 'down' })
    // Nothing resolves in the turn in which it was asked.
    await Promise.resolve()
    if (!isUp) return { kind: 'unreached', arrived: 'no' }
    if (!isSignedIn) return { kind: 'signed-out' }
    if (isPoisoned(request)) return nonsense
    return meet(fault, work)
  }

  async function meet<T>(fault: Fault, work: Work<T>): Promise<T | Unanswered> {
    switch (fault.kind) {
      case 'none':
        return work.apply()
      case 'lose-request':
        return { kind: 'unreached', arrived: fault.arrived }
      case 'lose-answer':
        work.apply()
        return perhaps
      case 'late':
        send(fault.by, work.late ?? work.apply)
        return perhaps
      case 'slow': {
        await pass(fault.by)
        const value = work.apply()
        await pass(fault.by)
        return value
      }
      case 'nonsense':
        if (fault.isDone) work.apply()
        return nonsense
      case 'signed-out':
        isSignedIn = false
        return { kind: 'signed-out' }
    }
  }

  return {
    carry,
    /** Every request that was made, in order. */
    requests: requests as readonly WireLog[],
    /** The next requests meet these, in order. */
    meetNext: (...next: readonly Fault[]): void => void faults.push(...next),
    /** Forgets what the next requests were to meet. */
    meetNothing: (): void => void faults.splice(0),
    /** Every request that nothing else is said of meets what this draws. */
    meetAlways: (next: (request: Carried) => Fault): void => void (draw = next),
    /** The server fails on every write that has this in it, for as long as it is not undone. */
    poison(words: string): Undo {
      poisons.add(words)
      return () => void poisons.delete(words)
    },
    goDown: (): void => void (isUp = false),
    comeUp: (): void => void (isUp = true),
    signOut: (): void => void (isSignedIn = false),
    signIn: (): void => void (isSignedIn = true),
    /** What is late arrives now. */
    deliver: (): void => [...onTheWay].forEach((arrive) => arrive()),
  }
}
