import { NotebookPen } from 'lucide-react'
import { useStore } from 'zustand'

import { isUnfinished } from '../../domain/interaction.ts'
import { dayAndHour } from '../../words/times.ts'
import { useWords } from '../frame/words.tsx'
import { CommandButton } from './CommandButton.tsx'
import { useDesk } from './desk-context.tsx'
import { useWho } from './who.ts'

/** Wrap-ups that something interrupted. */
export function LaterList() {
  const { say, language } = useWords()
  const { stores, writeUp } = useDesk()
  const who = useWho()
  const { recent, contacts, pages } = useStore(stores.work)
  const busy = useStore(
    stores.shift,
    ({ agent }) => agent.kind === 'on-interaction' || agent.kind === 'wrap-up',
  )
  const left = recent.filter(
    (item) => isUnfinished(item) && !pages.some(({ interaction }) => interaction.id === item.id),
  )
  if (left.length === 0) return <p className="quiet">{say('later.nothing')}</p>
  return (
    <ul className="rail-list">
      {left.map((item) => {
        const name = who.interaction(item, item.contact && contacts.get(item.contact))
        const time = dayAndHour(language, item.offeredAt)
        return (
          <li key={item.id}>
            <CommandButton
              className="button rail-item"
              unavailable={busy ? say('signout.later') : undefined}
              description={say(busy ? 'signout.later' : 'recent.open')}
              onPress={() => void writeUp.reopen(item.id)}
            >
              <NotebookPen aria-hidden />
              <span>
                <strong>{name}</strong> <span className="quiet">{time}</span>
              </span>
            </CommandButton>
          </li>
        )
      })}
    </ul>
  )
}
