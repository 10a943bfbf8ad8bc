import { UserRound } from 'lucide-react'
import { useStore } from 'zustand'

import type { Caller } from '../../domain/call.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Interaction } from '../../domain/interaction.ts'
import { liveCall } from '../../state/call-store.ts'
import { useWords } from '../frame/words.tsx'
import { useDesk } from './desk-context.tsx'
import { NameForm } from './NameForm.tsx'
import { RecentList } from './RecentList.tsx'

interface Person {
  readonly number: string | undefined
  readonly networkName: string | undefined
  readonly contact: Contact | undefined
  readonly past: readonly Interaction[]
  readonly editable: boolean
}

/** Who this is, and what was said before. */
export function StoryPane() {
  const { say } = useWords()
  const person = usePerson()
  return (
    <section className="story" aria-label={say('story.heading')}>
      <h2>{say('story.heading')}</h2>
      {person ? <Story {...person} /> : <p className="quiet">{say('story.empty')}</p>}
    </section>
  )
}

function usePerson(): Person | undefined {
  const { stores } = useDesk()
  const call = useStore(stores.calls, liveCall)
  const { offer, inHand } = useStore(stores.work)
  const caller: Caller | undefined = call?.caller
  if (call?.state === 'offered') {
    const known = offer?.call === call.id ? offer : undefined
    return {
      number: call.caller.number,
      networkName: call.caller.name,
      contact: known?.contact,
      past: known?.past ?? [],
      editable: false,
    }
  }
  if (!inHand) return undefined
  const { interaction, contact, past } = inHand
  const earlier = past.filter(({ id }) => id !== interaction.id)
  return { number: interaction.number, networkName: caller?.name, contact, past: earlier, editable: true }
}

function Story({ number, networkName, contact, past, editable }: Person) {
  const { say } = useWords()
  const { writeUp } = useDesk()
  return (
    <>
      <section className="contact-card">
        <UserRound aria-hidden />
        <div>
          <h3>{contact?.name ?? networkName ?? say('caller.unknown')}</h3>
          <p>{number ?? say('caller.withheld')}</p>
          {contact?.language && (
            <p>{say('contact.language', { language: say(`language.name.${contact.language}`) })}</p>
          )}
          <p className="quiet">{say('caller.unverified')}</p>
        </div>
      </section>
      {editable && !contact && (
        <NameForm suggested={networkName ?? ''} onName={(name) => void writeUp.nameContact(name)} />
      )}
      <section aria-labelledby="past-heading">
        <h3 id="past-heading">{say('story.past')}</h3>
        {past.length === 0 ? (
          <p className="quiet">{say('story.past.none')}</p>
        ) : (
          <RecentList interactions={past} />
        )}
      </section>
    </>
  )
}
