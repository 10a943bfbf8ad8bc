import { SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'

import type { Contact } from '../../../domain/contact.ts'
import { noFilter } from '../../../domain/story/story-filter.ts'
import type { StoryFilter } from '../../../domain/story/story-filter.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { GoToDay } from './GoToDay.tsx'
import { SearchNews } from './SearchNews.tsx'
import { StoryExport } from './StoryExport.tsx'
import { StoryFilters } from './StoryFilters.tsx'
import { StorySearch } from './StorySearch.tsx'
import { useShown } from './use-shown.ts'

/** The ways to something in a story: its words, what it is, its day; and the way out of it, on paper or in a file. */
export function StoryTools({ place, contact }: { place: StoryPlace; contact: Contact }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const count = filtersIn(useShown(place, (shown) => shown.filter) ?? noFilter)
  return (
    <div className="story-tools">
      <div className="story-tools-line">
        <StorySearch place={place} />
        <CommandButton
          className="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={() => setOpen(!isOpen)}
        >
          <SlidersHorizontal aria-hidden />
          {count > 0 ? say('story.filters.on', { count }) : say('story.filters')}
        </CommandButton>
      </div>
      <div id={id} hidden={!isOpen} className="story-more-tools">
        {isOpen && (
          <>
            <StoryFilters place={place} />
            <GoToDay place={place} />
            <StoryExport contact={contact} />
          </>
        )}
      </div>
      <SearchNews place={place} />
    </div>
  )
}

/** Those that are chosen, the words not among them: they are in sight by themselves. */
const filtersIn = ({ channel, case: tied, mood, person }: StoryFilter): number =>
  [channel, tied, mood, person].filter((one) => one !== undefined).length
