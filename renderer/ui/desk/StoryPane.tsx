import { UserRound } from 'lucide-react'
import { useStore } from 'zustand'

import type { Direction } from '../../domain/call.ts'
import type { Contact } from '../../domain/contact.ts'
import type { InteractionId } from '../../domain/ids.ts'
import type { Interaction } from '../../domain/interaction.ts'
import { offeredCall, takenCall } from '../../state/call-store.ts'
import { pageInHand } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'
import { ChatContact } from './chat/ChatContact.tsx'
import { ChatStory } from './chat/ChatStory.tsx'
import { shownName } from './chat/shown-name.ts'
import { useChatInHand } from './chat/use-chats.ts'
import { ContactActions } from './customers/ContactActions.tsx'
import { useDesk } from './desk-context.tsx'
import { RecentList } from './history/RecentList.tsx'
import { goneBefore } from './history/stories.ts'
import { NameForm } from './NameForm.tsx'
import { Story } from './story/Story.tsx'
import { useWho } from './who.ts'

interface Person {
  readonly number: string | undefined
  readonly direction: Direction
  readonly networkName: string | undefined
  readonly contact: Contact | undefined
  readonly past: readonly Interaction[]
  /** The page on which the person can be given a name. */
  readonly page: InteractionId | undefined
}

/** Who this is, and what was said before. */
export function StoryPane() {
  const { say } = useWords()
  const person = usePerson()
  return (
    <section className="story" aria-label={say('story.heading')}>
      <h2>{say('story.heading')}</h2>
      <ChatStory />
      {person ? <Whoever {...person} /> : <p className="quiet">{say('story.empty')}</p>}
    </section>
  )
}

/** Whoever is shown; somebody who rings takes the place only while the agent talks to nobody. */
function usePerson(): Person | undefined {
  const { stores } = useDesk()
  const calls = useStore(stores.calls)
  const work = useStore(stores.work)
  const offered = takenCall(calls) ? undefined : offeredCall(calls)
  if (offered) {
    const known = work.offer?.call === offered.id ? work.offer : undefined
    const { number, name: networkName } = offered.party
    const { direction } = offered
    return {
      number,
      direction,
      networkName,
      contact: known?.contact,
      past: known?.past ?? [],
      page: undefined,
    }
  }
  const page = pageInHand(work)
  if (!page) return undefined
  const { interaction, contact, past } = page
  return {
    number: interaction.number,
    direction: interaction.direction,
    networkName: page.call && calls.calls.get(page.call)?.party.name,
    contact,
    past: withStory(interaction, past, work.recent),
    page: interaction.id,
  }
}

/** What was done with this person before, and first of all what this goes on from, known or not. */
function withStory(
  interaction: Interaction,
  past: readonly Interaction[],
  recent: readonly Interaction[],
): readonly Interaction[] {
  const others = past.filter(({ id }) => id !== interaction.id)
  const known = new Set(others.map(({ id }) => id))
  return [...goneBefore(interaction, recent).filter(({ id }) => !known.has(id)), ...others]
}

function Whoever({ page, ...person }: Person) {
  const { writeUp, dialling } = useDesk()
  const { number, contact, networkName, past } = person
  // An extension is a colleague or a service of this centre: the desk has its names from there.
  const chat = useChatInHand()
  const isInside = number !== undefined && dialling.understand(number).kind === 'extension'
  return (
    <>
      {chat ? <ChatContact chat={chat} contact={contact} /> : <ContactCard {...person} />}
      {page && !contact && !isInside && !(chat && number === undefined) && (
        <NameForm
          key={page}
          suggested={(chat ? shownName(chat.conversation.customer.name) : networkName) ?? ''}
          onName={(name) => void writeUp.nameContact(page, name)}
        />
      )}
      {!isInside && (contact ? <Known contact={contact} /> : <Past past={past} />)}
    </>
  )
}

/** What can be changed about them, and their story. */
function Known({ contact }: { contact: Contact }) {
  return (
    <>
      <ContactActions key={contact.id} contact={contact} />
      <Story place="inHand" />
    </>
  )
}

function Past({ past }: Pick<Person, 'past'>) {
  const { say } = useWords()
  return (
    <section aria-labelledby="past-heading">
      <h3 id="past-heading">{say('story.past')}</h3>
      {past.length === 0 ? (
        <p className="quiet">{say('story.past.none')}</p>
      ) : (
        <RecentList interactions={past} />
      )}
    </section>
  )
}

/** Only what the network says about a caller is unproved; whom the agent has called, they know. */
function ContactCard({ number, direction, networkName, contact }: Omit<Person, 'page' | 'past'>) {
  const { say } = useWords()
  const who = useWho()
  const name = who.party({ number, name: networkName, queue: undefined }, contact)
  const written = who.number(number)
  const isNamed = name !== written
  return (
    <section className="contact-card">
      <UserRound aria-hidden />
      <div>
        <h3>{isNamed || direction === 'outgoing' ? name : say('caller.unknown')}</h3>
        {(isNamed || direction === 'incoming') && <p>{written}</p>}
        {direction === 'incoming' && <p className="quiet">{say('caller.unverified')}</p>}
      </div>
    </section>
  )
}
