import { NotebookPen, Pause, Phone, PhoneIncoming, PhoneOutgoing } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

import type { Call, CallState } from '../../domain/call.ts'
import { consultationFor } from '../../state/call-store.ts'
import type { InHand } from '../../state/work-store.ts'
import { clockTime } from '../../words/times.ts'
import { useWords } from '../frame/words.tsx'
import { ChatQueues, ChatRail } from './chat/ChatRail.tsx'
import { useCasesPage } from './cases/cases-page.tsx'
import { useDesk } from './desk-context.tsx'
import { useNow } from './use-now.tsx'
import { useWho } from './who.ts'
import { wrapUpWords } from './WrapUpForm.tsx'

const icons = {
  offered: PhoneIncoming,
  answering: PhoneIncoming,
  dialling: PhoneOutgoing,
  ringing: PhoneOutgoing,
  connected: Phone,
  held: Pause,
  ended: NotebookPen,
} as const satisfies Record<CallState, unknown>

/** Everything that is going on: what rings first, then every open page, then a call that has no page. */
export function NowList() {
  const { say } = useWords()
  const { stores } = useDesk()
  const { calls } = useStore(stores.calls)
  const { pages: all, offer } = useStore(stores.work)
  // A chat has its own item, by how long its customer waits.
  const chats = useStore(
    stores.chats,
    useShallow((state) => [...state.chats.keys()]),
  )
  const pages = all.filter(
    ({ interaction: { conversation } }) => conversation === undefined || !chats.includes(conversation),
  )
  const live = [...calls.values()].filter(({ state }) => state !== 'ended')
  const ringing = live.filter(({ state }) => state === 'offered')
  // A colleague stands on their customer's page, for as long as the customer is there.
  const isOn = (page: InHand, { id, consultFor }: Call): boolean =>
    page.call === id || (consultFor !== undefined && page.call === consultFor && calls.has(consultFor))
  const hasPage = (call: Call): boolean => pages.some((page) => isOn(page, call))
  const alone = live.filter((call) => call.state !== 'offered' && !hasPage(call))
  const hasCalls = ringing.length + pages.length + alone.length > 0
  return (
    <>
      {live.length + all.length + chats.length === 0 && <p className="quiet">{say('now.nothing')}</p>}
      {hasCalls && (
        <ul className="rail-list">
          {ringing.map((call) => (
            <CallItem key={call.id} call={call} offer={offer?.call === call.id ? offer : undefined} />
          ))}
          {pages.map((page) => (
            <PageItem key={page.interaction.id} page={page} />
          ))}
          {alone.map((call) => (
            <CallItem key={call.id} call={call} />
          ))}
        </ul>
      )}
      <ChatRail />
      <ChatQueues />
    </>
  )
}

/** A call without a page: it rings, or a colleague is still there after the customer has gone. */
function CallItem({ call, offer }: { call: Call; offer?: Pick<InHand, 'contact'> | undefined }) {
  const { say } = useWords()
  const Icon = icons[call.state]
  return (
    <li className={`rail-item ${call.state}`}>
      <Icon aria-hidden />
      <span>
        <strong>{useWho().party(call.party, offer?.contact)}</strong>
        <span className="quiet">
          {say(`call.state.${call.state}`)} <Passed since={call.answeredAt ?? call.offeredAt} />
        </span>
      </span>
    </li>
  )
}

/** One open page; pressing it shows it. */
function PageItem({ page }: { page: InHand }) {
  const { say } = useWords()
  const { stores, writeUp } = useDesk()
  const cases = useCasesPage()
  const call = useStore(stores.calls, ({ calls }) => page.call && calls.get(page.call))
  const colleague = useStore(stores.calls, (state) => page.call && consultationFor(state, page.call))
  const shown = useStore(stores.work, (state) => state.shown === page.interaction.id)
  const who = useWho()
  const name = call ? who.party(call.party, page.contact) : who.interaction(page.interaction, page.contact)
  const state = call ? say(`call.state.${call.state}`) : say(wrapUpWords[page.interaction.channel])
  const Icon = call ? icons[call.state] : NotebookPen
  const asking =
    call &&
    colleague &&
    say('consult.asking', {
      name: who.party(colleague.party),
      state: say(`call.state.${colleague.state}`).toLocaleLowerCase(),
    })
  return (
    <li>
      <Button
        className={`button rail-item ${call?.state ?? 'wrap-up'}`}
        {...(shown && { 'aria-current': 'true' as const })}
        onPress={() => {
          cases.show(false)
          writeUp.show(page.interaction.id)
        }}
      >
        <Icon aria-hidden />
        <span>
          <strong>{name}</strong>{' '}
          <span className="quiet">
            {state} <Passed since={sinceOf(page, call)} />
          </span>
          {asking && <span> {asking}</span>}
        </span>
      </Button>
    </li>
  )
}

const sinceOf = ({ interaction }: InHand, call: Call | undefined): number =>
  call ? (call.answeredAt ?? call.offeredAt) : (interaction.endedAt ?? interaction.offeredAt)

/** For the eyes only: a name that changes each second would be read again and again. */
function Passed({ since }: { since: number }) {
  return (
    <span className="clock" aria-hidden>
      {clockTime(useNow() - since)}
    </span>
  )
}
