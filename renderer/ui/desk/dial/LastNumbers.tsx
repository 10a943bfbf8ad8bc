import { useStore } from 'zustand'

import type { Interaction } from '../../../domain/interaction.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'

/** How many numbers are enough to find the one from a moment ago. */
const shownNumbers = 4

/** The newest call to or from each number. */
export function lastNumbers(recent: readonly Interaction[]): readonly Interaction[] {
  const byNumber = new Map<string, Interaction>()
  for (const interaction of recent)
    if (interaction.number !== undefined && !byNumber.has(interaction.number))
      byNumber.set(interaction.number, interaction)
  return [...byNumber.values()].slice(0, shownNumbers)
}

/** Fills the field; the agent sees whom they are about to call before it rings there. */
export function LastNumbers() {
  const { say } = useWords()
  const { stores, dialling } = useDesk()
  const who = useWho()
  const { recent, contacts } = useStore(stores.work)
  const last = lastNumbers(recent)
  if (last.length === 0) return null
  return (
    <section aria-labelledby="last-numbers">
      <h3 id="last-numbers">{say('dial.last')}</h3>
      <ul className="last-numbers">
        {last.map((interaction) => {
          const name = who.interaction(interaction, interaction.contact && contacts.get(interaction.contact))
          const number = who.number(interaction.number)
          return (
            <li key={interaction.id}>
              <CommandButton
                className="button quiet"
                onPress={() => dialling.setText(interaction.number ?? '')}
              >
                <span>{number}</span>
                {name !== number && <span className="quiet">{name}</span>}
              </CommandButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
