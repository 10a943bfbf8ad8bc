import { useStore } from 'zustand'

import type { StoryPlace } from '../../../services/story/story-desk.ts'
import type { ShownStory } from '../../../state/story-store.ts'
import { useDesk } from '../desk-context.tsx'

/** A part of the story at a place; painted again only when that part is another. */
export const useShown = <T>(place: StoryPlace, part: (shown: ShownStory) => T): T | undefined =>
  useStore(useDesk().stores.story, (state) => {
    const shown = state[place]
    return shown && part(shown)
  })
