import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'

import { isFiltered } from '../../../domain/story/story-filter.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useShown } from './use-shown.ts'

/** How far a look through the story has come, with a way to end it; then how much it found. */
export function SearchNews({ place }: { place: StoryPlace }) {
  const { say } = useWords()
  const { stories } = useDesk()
  const search = useShown(place, (shown) => shown.search)
  return (
    <>
      {search && (
        <div className="story-searching">
          <ProgressBar
            className="progress"
            value={search.share}
            maxValue={1}
            valueLabel={say('story.search.so-far', { count: search.found })}
          >
            <span className="progress-head">
              <Label>{say('story.search.progress')}</Label>
              <span className="quiet">{say('story.search.so-far', { count: search.found })}</span>
            </span>
            <span className="progress-bar">
              <span style={{ inlineSize: `${String(100 * search.share)}%` }} />
            </span>
          </ProgressBar>
          <CommandButton className="button" onPress={() => stories.stop(place)}>
            {say('story.search.stop')}
          </CommandButton>
        </div>
      )}
      <Found place={place} />
    </>
  )
}

/** Said once it is known. */
function Found({ place }: { place: StoryPlace }) {
  const { say } = useWords()
  const isOver = useShown(
    place,
    ({ filter, search, loading }) => isFiltered(filter) && search === undefined && loading === undefined,
  )
  const count = useShown(place, (shown) => shown.items.length) ?? 0
  const hasOlder = useShown(place, (shown) => shown.hasOlder)
  return (
    <p role="status" className="story-found quiet">
      {isOver &&
        (count === 0 && !hasOlder
          ? say('story.search.none')
          : say(hasOlder ? 'story.search.found.more' : 'story.search.found', { count }))}
    </p>
  )
}
