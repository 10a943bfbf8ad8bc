import type { Contact } from '../../domain/contact.ts'
import { withChoices } from '../../domain/story/filter-choices.ts'
import type { StoryItem } from '../../domain/story/story-item.ts'
import { afterAll } from '../../domain/story/story-mark.ts'
import { withChanged } from '../../domain/story/story-window.ts'
import type { StoryWindow } from '../../domain/story/story-window.ts'
import { emptyStory } from '../../state/story-store.ts'
import type { ShownStory, StoryStateStore } from '../../state/story-store.ts'
import type { StoryPlace } from './story-desk.ts'

/** The story of one person at one place of the screen, as long as it is shown there. */
export type StoryShown = ReturnType<typeof createStoryShown>

export function createStoryShown(state: StoryStateStore, place: StoryPlace, contact: Contact) {
  let person = contact
  let window: StoryWindow = { items: [], older: afterAll, newer: undefined }
  let isShown = true
  let run = 0
  state.setState({ [place]: emptyStory({ contact }) })

  function change(next: (now: ShownStory) => Partial<ShownStory>): void {
    if (!isShown) return
    state.setState((all) => {
      const now = all[place]
      return now ? { [place]: { ...now, ...next(now) } } : {}
    })
  }

  return {
    change,
    now: (): ShownStory | undefined => (isShown ? state.getState()[place] : undefined),
    contact: (): Contact => person,
    window: (): StoryWindow => window,
    show(next: StoryWindow): void {
      window = next
      change((now) => {
        const shown = new Set(
          next.items.flatMap((line) => (line.kind === 'interaction' ? [line.interaction.id] : [])),
        )
        return {
          items: next.items,
          hasOlder: next.older !== undefined,
          hasNewer: next.newer !== undefined,
          // What is out of sight is not kept: it is read again when somebody unfolds it.
          said: new Map([...now.said].filter(([id]) => shown.has(id))),
          ...withChoices(now, next.items, person),
        }
      })
    },
    /** Lines that are known better now. */
    amend(lines: readonly StoryItem[]): void {
      if (lines.length === 0) return
      window = { ...window, items: withChanged(window.items, lines) }
      change(() => ({ items: window.items }))
    },
    rename(now: Contact): void {
      person = now
      change(() => ({ person: { contact: now } }))
    },
    /** Begins something that takes the place of what is under way. @returns whether it is still the newest */
    begin(): () => boolean {
      run += 1
      const mine = run
      return () => isShown && run === mine
    },
    stop(): void {
      run += 1
      change(() => ({ loading: undefined, search: undefined }))
    },
    gone(): void {
      isShown = false
    },
  }
}
