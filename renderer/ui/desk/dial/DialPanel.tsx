import { useEffect } from 'react'
import { useStore } from 'zustand'

import { pageOfCall } from '../../../state/work-store.ts'
import type { DialState } from '../../../state/dial-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { Panel } from '../panel/Panel.tsx'
import { useWho } from '../who.ts'
import { CallForm } from './CallForm.tsx'
import { TransferForm } from './TransferForm.tsx'

/**
 * Calls somebody, or hands a customer over, for as long as the customer is there. What another program asked for is
 * filled in and waits for the agent.
 */
export function DialPanel({ open }: { open: NonNullable<DialState['open']> }) {
  const { say } = useWords()
  const { stores, dialling } = useDesk()
  const who = useWho()
  const customer = useStore(stores.calls, ({ calls }) =>
    open.kind === 'transfer' ? calls.get(open.call) : undefined,
  )
  const isGone = open.kind === 'transfer' && !customer
  useEffect(() => {
    if (isGone) dialling.close()
  }, [isGone, dialling])
  const contact = useStore(stores.work, (state) => customer && pageOfCall(state, customer.id)?.contact)
  const heading = customer
    ? say('dial.heading.transfer', { name: who.party(customer.party, contact) })
    : say('dial.heading')
  if (isGone) return null
  return (
    <Panel heading={heading} close={say('dial.close')} onClose={() => dialling.close()}>
      {open.kind === 'transfer' ? <TransferForm call={open.call} /> : <CallForm />}
    </Panel>
  )
}
