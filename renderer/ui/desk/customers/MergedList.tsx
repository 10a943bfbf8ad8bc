import { Split } from 'lucide-react'

import type { Contact } from '../../../domain/contact.ts'
import { longDay } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

/** Whoever turned out to be this person, each with the way back. */
export function MergedList({ contact: { id, merged } }: { contact: Contact }) {
  const { say, language } = useWords()
  const { stories } = useDesk()
  if (!merged || merged.length === 0) return null
  return (
    <section className="merged-list" aria-label={say('merge.list')}>
      <p className="quiet">{say('merge.list')}</p>
      <ul>
        {merged.map(({ contact, at }) => (
          <li key={contact.id}>
            <span>{say('merge.since', { name: contact.name, when: longDay(language, dayOf(at)) })}</span>
            <CommandButton
              className="button quiet"
              about={contact.name}
              onPress={() => void stories.split(id, contact.id)}
            >
              <Split aria-hidden />
              {say('merge.undo')}
            </CommandButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the agent is: ISO 8601 `YYYY-MM-DD`. */
function dayOf(at: number): string {
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
