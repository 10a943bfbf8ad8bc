import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'

import { activeCall, offeredCall } from '../../state/call-store.ts'
import { useWords } from '../frame/words.tsx'
import { isWorking, stateName } from './AgentStateMenu.tsx'
import { useChatNews, useChatOfferNews } from './chat/use-chat-news.ts'
import { useDesk } from './desk-context.tsx'
import { GuideNews } from './knowledge/GuideNews.tsx'
import { MoodNews } from './mood/mood-news.tsx'
import { shortcuts } from './shortcuts.ts'
import { useCaseNews } from './sync/use-case-news.ts'
import { useCallNews } from './use-call-news.ts'
import { useWho } from './who.ts'

/**
 * Says to a screen reader what the eyes see change: calls at once, the agent's state when there is a pause. Outside of
 * the desk, and so marked that React Aria does not hide it while a menu is open: a ring must be heard then too.
 */
export function Announcer() {
  const { say, language } = useWords()
  const agent = useStore(useDesk().stores.shift, (state) => state.agent)
  return createPortal(
    <div className="visually-hidden" data-live-announcer lang={language}>
      <p role="alert">{useOfferNews()}</p>
      <p role="alert">{useChatOfferNews()}</p>
      {/* Each line by itself, and only when it is new: whoever hears the third need not hear the first again. */}
      <div role="alert" aria-atomic={false} aria-relevant="additions">
        {useCallNews().map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      <p role="status">{isWorking(agent) && say('agent.announce', { state: stateName(say, agent) })}</p>
      <p role="status">{useLinkNews()}</p>
      <div role="status" aria-atomic={false} aria-relevant="additions">
        {useCaseNews().map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      <div role="status" aria-atomic={false} aria-relevant="additions">
        {useChatNews().map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      <GuideNews />
      <MoodNews />
    </div>,
    document.body,
  )
}

/** Who rings, for as long as they ring; said again when they are recognised. */
function useOfferNews(): string {
  const { say } = useWords()
  const { stores } = useDesk()
  const who = useWho()
  const calls = useStore(stores.calls)
  const known = useStore(stores.work, (state) => state.offer)
  const offer = offeredCall(calls)
  if (!offer) return ''
  const contact = known?.call === offer.id ? known.contact : undefined
  const values = { name: who.party(offer.party, contact), key: shortcuts.answer }
  const active = activeCall(calls)
  if (active?.state === 'dialling' || active?.state === 'ringing')
    return say('offer.announce.dialling', values)
  return say(active ? 'offer.announce.waiting' : 'offer.announce', values)
}

/** Told once when it goes and once when it is back; the tries between are for the eyes. */
function useLinkNews(): string {
  const { say } = useWords()
  const up = useStore(useDesk().stores.shift, (state) => state.link.kind === 'up')
  const [wasLost, setWasLost] = useState(!up)
  if (!up && !wasLost) setWasLost(true)
  if (!up) return say('link.announce.lost')
  return wasLost ? say('link.announce.back') : ''
}
