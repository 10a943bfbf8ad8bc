import { ArrowLeftRight, Eye, Pause, Phone, PhoneOff, Play } from 'lucide-react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/shallow'

import type { Call } from '../../../domain/call.ts'
import { activeCall, heldCall } from '../../../state/call-store.ts'
import { pageInHand, pageOfCall } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { Clock } from '../Clock.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'
import { otherCalls } from './in-focus.ts'
import { MuteButton } from './MuteButton.tsx'

/** Who else is on the line while another page is shown. */
export function OtherCalls() {
  const { say } = useWords()
  const { stores } = useDesk()
  const shown = useStore(stores.work, (state) => pageInHand(state)?.call)
  const others = useStore(
    stores.calls,
    useShallow((state) => otherCalls(state, shown && state.calls.get(shown))),
  )
  if (others.length === 0) return null
  return (
    <section className="other-calls" aria-label={say('call.others')}>
      <ul>
        {others.map((call) => (
          <OtherCall key={call.id} call={call} />
        ))}
      </ul>
    </section>
  )
}

function OtherCall({ call }: { call: Call }) {
  const { say } = useWords()
  const { stores, writeUp, callDesk } = useDesk()
  // A colleague stands on their customer's page, for as long as the customer is there.
  const customer = useStore(stores.calls, ({ calls }) => call.consultFor && calls.get(call.consultFor))
  const page = useStore(stores.work, (state) => pageOfCall(state, customer ? customer.id : call.id))
  const name = useWho().party(call.party, customer ? undefined : page?.contact)
  const Icon = call.state === 'held' ? Pause : Phone
  return (
    <li className={call.state}>
      <Icon aria-hidden />
      <p>
        <strong>{name}</strong> <span>{say(`call.state.${call.state}`)}</span>{' '}
        {call.muted && <span className="muted">{say('call.muted.short')} </span>}
        {call.answeredAt !== undefined && <Clock since={call.answeredAt} label={say('call.duration')} />}
      </p>
      {call.state === 'connected' && <MuteButton call={call} about={name} />}
      {call.state === 'held' && <ResumeButton call={call} name={name} />}
      {page ? (
        <CommandButton className="button" about={name} onPress={() => writeUp.show(page.interaction.id)}>
          <Eye aria-hidden />
          {say('call.show')}
        </CommandButton>
      ) : (
        // Without a page it has no call bar: a colleague whose customer has gone.
        <CommandButton className="button danger" about={name} onPress={() => void callDesk.hangUp(call.id)}>
          <PhoneOff aria-hidden />
          {say('call.hang-up')}
        </CommandButton>
      )}
    </li>
  )
}

/** Beside another call in which the agent talks it is a swap, and says so. Not while the agent calls somebody. */
function ResumeButton({ call, name }: { call: Call; name: string }) {
  const { say } = useWords()
  const { stores, callDesk } = useDesk()
  const busy = useStore(stores.calls, (state) => state.busy.has(call.id))
  const active = useStore(stores.calls, activeCall)
  const next = useStore(stores.calls, (state) => heldCall(state)?.id === call.id)
  const talks = active !== undefined
  const Icon = talks ? ArrowLeftRight : Play
  if (active && active.state !== 'connected') return null
  return (
    <CommandButton
      className="button"
      command={talks && next ? 'swap' : undefined}
      isPending={busy}
      about={name}
      onPress={() => void callDesk.setHeld(call.id, false)}
    >
      <Icon aria-hidden />
      {say(talks ? 'call.swap' : 'call.resume')}
    </CommandButton>
  )
}
