import type { VirtualItem } from '@tanstack/react-virtual'
import { ArrowUp } from 'lucide-react'
import { useRef } from 'react'

import type { StoryPlace } from '../../../services/story/story-desk.ts'
import type { ShownStory } from '../../../state/story-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { FeedEnd } from './FeedEnd.tsx'
import { StoryLine } from './StoryLine.tsx'
import { useFeedKeys } from './use-feed-keys.ts'
import { useFeedRows } from './use-feed-rows.ts'
import { useReadOn } from './use-read-on.ts'
import { useShown } from './use-shown.ts'

export interface StoryFeedProps {
  readonly place: StoryPlace
  /** Whose story it is. */
  readonly name: string
}

const none: ShownStory['items'] = []

/**
 * Everything that was with somebody, newest first (ARIA 1.2, role `feed`). Only the lines in sight are in the document;
 * what is read before and after them leaves them where they stand.
 */
export function StoryFeed({ place, name }: StoryFeedProps) {
  const { say } = useWords()
  const items = useShown(place, (shown) => shown.items) ?? none
  const loading = useShown(place, (shown) => shown.loading)
  const hasNewer = useShown(place, (shown) => shown.hasNewer) ?? false
  const box = useRef<HTMLDivElement>(null)
  const { current, goTo } = useFeedKeys(box, items)
  const rows = useFeedRows({ box, items, kept: current, goTo, isAnew: loading === 'anew', hasNewer })
  useReadOn({ place, range: rows.range, count: items.length })
  const line = ({ index, key, start }: VirtualItem) => {
    const item = items[index]
    return (
      item && (
        <div
          key={key}
          ref={rows.measureElement}
          className="story-row"
          data-index={index}
          style={{ transform: `translateY(${String(start)}px)` }}
        >
          <StoryLine
            {...{ item, place, above: items[index - 1], nth: index + 1, isCurrent: index === current }}
          />
        </div>
      )
    )
  }
  return (
    <div className="story-box">
      {hasNewer && <ToNewest place={place} />}
      <div ref={box} className="story-scroll">
        <div
          className="story-feed"
          // A feed without an entry is none.
          {...(items.length > 0 && {
            ...{
              role: 'feed',
              'aria-label': say('story.feed', { name }),
              'aria-busy': loading !== undefined,
            },
          })}
          style={{ blockSize: rows.getTotalSize() }}
        >
          {rows.getVirtualItems().map(line)}
        </div>
        <FeedEnd place={place} />
      </div>
      <p className="quiet story-keys">{say('story.feed.keys')}</p>
    </div>
  )
}

function ToNewest({ place }: Pick<StoryFeedProps, 'place'>) {
  const { say } = useWords()
  const { stories } = useDesk()
  return (
    <CommandButton className="button quiet story-newest" onPress={() => void stories.toNewest(place)}>
      <ArrowUp aria-hidden />
      {say('story.newest')}
    </CommandButton>
  )
}
