import type { InteractionId } from '../../domain/ids.ts'
import { isFiltered } from '../../domain/story/story-filter.ts'
import type { StoryFilter } from '../../domain/story/story-filter.ts'
import { afterAll, beforeAll, markBefore } from '../../domain/story/story-mark.ts'
import type { StoryMark } from '../../domain/story/story-mark.ts'
import { withMore } from '../../domain/story/story-window.ts'
import type { StoryWindow } from '../../domain/story/story-window.ts'
import type { Towards } from '../../domain/story/story-walk.ts'
import { problem } from '../../domain/problem.ts'
import type { Problems } from '../problems.ts'
import { readAgain } from './story-again.ts'
import type { StoryDress } from './story-dress.ts'
import type { Step, StoryLook } from './story-look.ts'
import type { StorySaid } from './story-said.ts'
import type { StoryShown } from './story-shown.ts'
import { createStoryUnfolding } from './story-unfolding.ts'
import type { StoryWalk } from './story-walk.ts'

/** Lines that are read at a time, and those above a day that was jumped to. */
const [atOnce, above] = [60, 20]

export interface ReadingNeeds {
  readonly look: StoryLook
  readonly dress: StoryDress
  readonly said: StorySaid
  readonly problems: Problems
}

const nothing = { items: [], older: undefined, newer: undefined } satisfies StoryWindow

/** Reads one story, in both directions, as far as it is asked for. */
export function createStoryReading(
  { look, dress, said, problems }: ReadingNeeds,
  walk: () => StoryWalk,
  shown: StoryShown,
) {
  const unfolding = createStoryUnfolding({ dress, said, problems }, shown)
  /** The first and the last moment of what is looked through: how far a look has come is the share of that time. */
  let span = { from: 0, to: 0 }

  function take(towards: Towards, { lines, next, unreadable }: Step): void {
    if (unreadable > 0) problems.show(problem('rows-unreadable'))
    shown.show(withMore(shown.window(), { towards, lines, next }))
    // They may have to be worked out: the lines do not wait for it.
    void dress.moods(lines, shown.contact()).then((amended) => shown.amend(amended))
  }

  /** @returns whether it came to its end, and nothing took its place */
  async function read(towards: Towards, of: StoryMark, limit: number): Promise<boolean> {
    const isMine = shown.begin()
    const filter = shown.now()?.filter
    if (!filter) return false
    const wanted = { towards, of, limit, contact: shown.contact(), filter }
    if (isFiltered(filter)) shown.change(() => ({ search: { share: 0, found: 0 } }))
    let found = 0
    const done = await look.find(walk(), wanted, (step) => {
      if (!isMine()) return 'stop'
      found += step.lines.length
      take(towards, step)
      if (isFiltered(filter)) shown.change(() => ({ search: { share: shareOf(step.next, towards), found } }))
      return 'go-on'
    })
    if (!isMine()) return false
    problems.unwrap(done)
    shown.change(() => ({ loading: undefined, search: undefined }))
    return done.ok
  }

  function shareOf(next: StoryMark | undefined, towards: Towards): number {
    if (!next) return 1
    const whole = Math.max(1, span.to - span.from)
    const past = towards === 'older' ? span.to - next.at : next.at - span.from
    return Math.min(0.99, Math.max(0, past / whole))
  }

  /** From when to when the story goes. */
  async function measure(): Promise<void> {
    const ends = await Promise.all([
      walk().beside({ towards: 'newer', of: beforeAll, limit: 1 }),
      walk().beside({ towards: 'older', of: afterAll, limit: 1 }),
    ])
    const [from, to] = ends.map((end) => (end.ok ? (end.value.next ?? end.value.lines[0])?.at : undefined))
    span = { from: from ?? 0, to: to ?? 0 }
  }

  function clear(of: StoryMark, hasNewer: boolean): void {
    shown.change(() => ({ loading: 'anew', said: new Map() }))
    shown.show({ ...nothing, older: of, newer: hasNewer ? of : undefined })
  }

  function anew(of: StoryMark, hasNewer: boolean): Promise<boolean> {
    clear(of, hasNewer)
    return read('older', of, atOnce)
  }

  return {
    async toNewest(): Promise<void> {
      await anew(afterAll, false)
    },
    async more(end: Towards): Promise<void> {
      const { loading, search } = shown.now() ?? { loading: 'anew' }
      const of = shown.window()[end]
      if (loading !== undefined || search || !of) return
      shown.change(() => ({ loading: end }))
      await read(end, of, atOnce)
    },
    async jumpTo(day: number): Promise<void> {
      const end = markBefore(dayAfter(day))
      // Some lines above it too, so that it can be seen that there are any.
      if (await anew(end, true)) await read('newer', end, above)
    },
    async filter(filter: StoryFilter): Promise<void> {
      const isMine = shown.begin()
      shown.change(() => ({ filter, search: undefined }))
      clear(afterAll, false)
      if (isFiltered(filter)) {
        shown.change(() => ({ search: { share: 0, found: 0 } }))
        await measure()
      }
      if (isMine()) await anew(afterAll, false)
    },
    stop: (): void => shown.stop(),
    unfold: (id: InteractionId): Promise<void> => unfolding.unfold(id),
    fold: (id: InteractionId): void => unfolding.fold(id),
    judged: (id: InteractionId): Promise<void> => unfolding.judged(id),
    /**
     * Something has changed: the same stretch once more, and what is new above it where its top is in view; not while
     * something else is being read.
     */
    async refresh(): Promise<'done' | 'busy'> {
      walk().forget()
      const before = shown.now()
      if (before?.loading !== undefined) return 'busy'
      // What was looked for stays as it was found.
      if (!before || isFiltered(before.filter)) return 'done'
      const { filter } = before
      const isMine = shown.begin()
      const now = await readAgain(shown.window(), (stretch) =>
        look.step(walk(), { ...stretch, contact: shown.contact(), filter }),
      )
      if (!isMine()) return 'busy'
      if (!now) return 'done'
      const moods = new Map(
        shown.window().items.flatMap((line) => (line.kind === 'interaction' ? [[line.key, line.mood]] : [])),
      )
      const items = now.items.map((line) =>
        line.kind === 'interaction' ? { ...line, mood: moods.get(line.key) } : line,
      )
      shown.show({ ...now, items })
      const amended = await dress.moods(items, shown.contact())
      if (isMine()) shown.amend(amended)
      await unfolding.again(
        items.flatMap((line) => (line.kind === 'interaction' ? [line.interaction.id] : [])),
      )
      return 'done'
    },
  }
}

/** Midnight after that day, where the agent is: a day on which the clocks change is longer, or shorter. */
function dayAfter(day: number): number {
  const date = new Date(day)
  return date.setDate(date.getDate() + 1)
}
