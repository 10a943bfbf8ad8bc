import { LoaderCircle, Search } from 'lucide-react'

import { isFiltered } from '../../../domain/story/story-filter.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useShown } from './use-shown.ts'

/** Below the last line: that more is being read, can be looked for, or that the story begins there. */
export function FeedEnd({ place }: { place: StoryPlace }) {
  const { say } = useWords()
  const { stories } = useDesk()
  const filtered = useShown(place, (shown) => isFiltered(shown.filter)) ?? false
  const isReading = useShown(place, (shown) => shown.loading !== undefined || shown.search !== undefined)
  const hasOlder = useShown(place, (shown) => shown.hasOlder)
  const isEmpty = useShown(place, (shown) => shown.items.length === 0)
  // A look through the story says itself how far it has come.
  if (isReading)
    return filtered ? null : (
      <p className="story-end quiet">
        <LoaderCircle aria-hidden />
        {say('story.feed.reading')}
      </p>
    )
  if (hasOlder)
    return filtered ? (
      <CommandButton className="button story-on" onPress={() => void stories.more(place, 'older')}>
        <Search aria-hidden />
        {say('story.search.on')}
      </CommandButton>
    ) : null
  if (filtered) return null
  return <p className="story-end quiet">{say(isEmpty ? 'story.feed.none' : 'story.feed.begin')}</p>
}
