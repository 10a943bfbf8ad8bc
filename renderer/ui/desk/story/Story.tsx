import { useStore } from 'zustand'

import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useDesk } from '../desk-context.tsx'
import { StoryFeed } from './StoryFeed.tsx'
import { StoryHead } from './StoryHead.tsx'
import { StoryTools } from './StoryTools.tsx'
import './story-head.css'
import './story-feed.css'
import './story-tools.css'

/** What to know first of somebody, and everything that was with them; nothing where nobody is shown. */
export function Story({ place }: { place: StoryPlace }) {
  const { story } = useDesk().stores
  const contact = useStore(story, (state) => state[place]?.person.contact)
  if (!contact) return null
  return (
    // Another person has other filters, and another place in the story.
    <div key={contact.id} className="customer-story">
      <StoryHead place={place} />
      <StoryTools place={place} contact={contact} />
      <StoryFeed place={place} name={contact.name} />
    </div>
  )
}
