import { ArrowLeftRight, Check, Undo2 } from 'lucide-react'
import { useStore } from 'zustand'

import type { Call } from '../../../domain/call.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'
import { isTalking } from './in-focus.ts'

/** A colleague is asked while the customer waits: hand over, take back, or go between the two. */
export function Consultation({ customer, colleague }: { customer: Call; colleague: Call }) {
  const { say } = useWords()
  const { stores, callDesk, transfers } = useDesk()
  const busy = useStore(stores.calls, (state) => state.busy.has(customer.id) || state.busy.has(colleague.id))
  const name = useWho().party(colleague.party)
  const later = isTalking(colleague) ? undefined : say('consult.later', { name })
  return (
    <section className="consultation" aria-label={say('consult.label')}>
      <p>
        {say('consult.asking', { name, state: say(`call.state.${colleague.state}`).toLocaleLowerCase() })}
      </p>
      <div className="consultation-controls">
        <CommandButton
          className="button primary"
          unavailable={later}
          isPending={busy}
          onPress={() => void transfers.complete(colleague.id)}
        >
          <Check aria-hidden />
          {say('consult.complete')}
        </CommandButton>
        <CommandButton
          className="button"
          command="hangUp"
          isPending={busy}
          onPress={() => void transfers.takeBack(colleague.id)}
        >
          <Undo2 aria-hidden />
          {say('consult.take-back')}
        </CommandButton>
        <CommandButton
          className="button"
          command="swap"
          unavailable={later}
          isPending={busy}
          onPress={() => void callDesk.swap()}
        >
          <ArrowLeftRight aria-hidden />
          {say(colleague.state === 'held' ? 'consult.swap.to-colleague' : 'consult.swap.to-customer')}
        </CommandButton>
      </div>
    </section>
  )
}
