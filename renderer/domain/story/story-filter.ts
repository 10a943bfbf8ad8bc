import type { CaseId } from '../ids.ts'
import type { Mood } from '../sentiment/mood.ts'
import type { StoryChannel } from './story-item.ts'

/** What of a story is shown; everything that is given must hold. */
export interface StoryFilter {
  readonly channel: StoryChannel | undefined
  readonly case: CaseId | undefined
  readonly mood: Exclude<Mood, 'neutral'> | undefined
  /** Somebody who took part: a name or a user name, as the story shows it. */
  readonly person: string | undefined
  /** Words that begin so, all of them; without regard to case and accents. Empty: any. */
  readonly text: string
}

export const noFilter: StoryFilter = {
  ...{ channel: undefined, case: undefined, mood: undefined, person: undefined, text: '' },
}

export const isFiltered = ({ text, ...others }: StoryFilter): boolean =>
  text.trim() !== '' || Object.values(others).some((one) => one !== undefined)
