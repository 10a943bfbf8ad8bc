import { contactIdsOf } from '../../domain/contact.ts'
import type { Contact } from '../../domain/contact.ts'
import type { InteractionId } from '../../domain/ids.ts'
import type { StoryFilter } from '../../domain/story/story-filter.ts'
import type { Towards } from '../../domain/story/story-walk.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { StoryStateStore } from '../../state/story-store.ts'
import type { Problems } from '../problems.ts'
import type { StoryPlace } from './story-desk.ts'
import type { createStoryHead } from './story-head.ts'
import { createStoryReading } from './story-reading.ts'
import type { ReadingNeeds } from './story-reading.ts'
import { createStoryShown } from './story-shown.ts'
import type { StoryWalk } from './story-walk.ts'

/** Milliseconds: a thousand changes while the outbox drains are shown as a few. */
const calm = 1000

export interface PlaceNeeds extends ReadingNeeds {
  readonly state: StoryStateStore
  readonly timing: Timing
  readonly problems: Problems
  readonly head: ReturnType<typeof createStoryHead>
  readonly walkOf: (contact: Contact) => StoryWalk
  /** The interaction that goes on now. */
  readonly inHand: () => InteractionId | undefined
}

export type StoryPlaceNow = ReturnType<typeof createStoryPlace>

/** One of the two places where a story is shown: at first, and again, that of nobody. */
export function createStoryPlace(needs: PlaceNeeds, place: StoryPlace) {
  const { state, timing, problems, head } = needs
  let now: ReturnType<typeof open> | undefined
  let waiting: Undo | undefined

  function open(contact: Contact) {
    const shown = createStoryShown(state, place, contact)
    let walk = needs.walkOf(contact)
    return {
      shown,
      reading: createStoryReading(needs, () => walk, shown),
      walk: () => walk,
      walkAs(known: Contact): void {
        walk = needs.walkOf(known)
        shown.rename(known)
      },
    }
  }

  async function readHead(): Promise<void> {
    const mine = now
    if (!mine) return
    const contact = mine.shown.contact()
    const found = await head({ walk: mine.walk(), contact, inHand: needs.inHand() })
    if (mine !== now) return
    const value = problems.unwrap(found)
    if (value) mine.shown.change(() => ({ head: value }))
  }

  async function refresh(): Promise<void> {
    waiting = undefined
    const mine = now
    const read = await mine?.reading.refresh()
    await readHead()
    if (read === 'busy' && mine === now) changed()
  }

  function changed(): void {
    if (now) waiting ??= timing.after(calm, () => void refresh())
  }

  function close(): void {
    waiting?.()
    waiting = undefined
    now?.shown.gone()
    now = undefined
    state.setState({ [place]: undefined })
  }

  return {
    contact: (): Contact | undefined => now?.shown.contact(),
    async open(contact: Contact): Promise<void> {
      close()
      now = open(contact)
      // Beside each other: most of the time both wait for the disk.
      await Promise.all([now.reading.toNewest(), readHead()])
    },
    /** They are known otherwise now, and it is the same person. */
    knownAs(contact: Contact): void {
      const before = now?.shown.contact()
      if (!now || !before || before === contact) return
      if (whatIsRead(before) === whatIsRead(contact)) now.shown.rename(contact)
      else now.walkAs(contact)
      changed()
    },
    close,
    /** Something is otherwise on the disk: what is shown follows soon. */
    changed,
    more: async (end: Towards) => now?.reading.more(end),
    jumpTo: async (day: number) => now?.reading.jumpTo(day),
    toNewest: async () => now?.reading.toNewest(),
    filter: async (filter: StoryFilter) => now?.reading.filter(filter),
    stop: (): void => now?.reading.stop(),
    unfold: async (interaction: InteractionId) => now?.reading.unfold(interaction),
    fold: (interaction: InteractionId): void => now?.reading.fold(interaction),
    async judged(interaction: InteractionId): Promise<void> {
      await now?.reading.judged(interaction)
      await readHead()
    },
  }
}

/** Whose interactions and cases a story is made of. */
const whatIsRead = (contact: Contact): string => [...contactIdsOf(contact), ...contact.addresses].join('\n')
