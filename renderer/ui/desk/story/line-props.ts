import type { StoryItem } from '../../../domain/story/story-item.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'

/** What every kind of line is given. */
export interface LineProps<Kind extends StoryItem['kind']> {
  readonly item: Extract<StoryItem, { readonly kind: Kind }>
  /** The id of what names it. */
  readonly head: string
  readonly place: StoryPlace
}
