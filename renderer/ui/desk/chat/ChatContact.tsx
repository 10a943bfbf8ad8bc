import { UserRound } from 'lucide-react'

import type { Contact } from '../../../domain/contact.ts'
import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useWho } from '../who.ts'
import { shownName } from './shown-name.ts'
import { nameIn } from './use-chats.ts'

export interface ChatContactProps {
  readonly chat: OpenChat
  readonly contact: Contact | undefined
}

/** Who writes, as far as it is known; what they say of themselves proves nothing. */
export function ChatContact({ chat: { conversation }, contact }: ChatContactProps) {
  const { say } = useWords()
  const who = useWho()
  const { customer } = conversation
  const language = contact?.language ?? customer.language
  return (
    <section className="contact-card">
      <UserRound aria-hidden />
      <div>
        <h3>{nameIn(say, customer, contact)}</h3>
        {customer.number !== undefined && <p>{who.number(shownName(customer.number))}</p>}
        {customer.address !== undefined && <p>{shownName(customer.address)}</p>}
        {language && <p>{say('contact.language', { language: say(`language.name.${language}`) })}</p>}
        <p className="quiet">{say('chat.unverified')}</p>
      </div>
    </section>
  )
}
