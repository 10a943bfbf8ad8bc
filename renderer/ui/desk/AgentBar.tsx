import { Check, LogOut, PhoneOutgoing, Volume2 } from 'lucide-react'
import { useStore } from 'zustand'

import { liveCall } from '../../state/call-store.ts'
import { chatsByNeed } from '../../state/chat-store.ts'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { useWords } from '../frame/words.tsx'
import { AgentStateMenu } from './AgentStateMenu.tsx'
import { ChatStanding } from './chat/ChatStanding.tsx'
import { CommandButton } from './CommandButton.tsx'
import { useDesk } from './desk-context.tsx'
import { LinkState, QueueState } from './LinkState.tsx'
import type { OpenPanel } from './panel/Panels.tsx'
import { CaseLinkButton } from './sync/CaseLinkButton.tsx'

export interface AgentBarProps {
  readonly open: OpenPanel
  readonly onPanel: (panel: NonNullable<OpenPanel>) => void
}

/** The top of the window: what the agent is, where they work, and how the links are. */
export function AgentBar({ open, onPanel }: AgentBarProps) {
  const { say } = useWords()
  const desk = useDesk()
  const agent = useStore(desk.stores.shift, (state) => state.agent)
  const noCallInHand = useStore(desk.stores.work, (state) =>
    state.pages.every(({ interaction }) => interaction.channel === 'chat'),
  )
  // A wrap-up whose page has gone must not be a dead end.
  const canBecomeAvailable = agent.kind === 'not-ready' || (agent.kind === 'wrap-up' && noCallInHand)
  return (
    <div className="agent-bar">
      <AgentStateMenu />
      {canBecomeAvailable && (
        <CommandButton className="button primary" onPress={() => void desk.availability.becomeAvailable()}>
          <Check aria-hidden />
          {say('agent.go-available')}
        </CommandButton>
      )}
      <CommandButton className="button" command="dial" onPress={() => desk.dialling.open()}>
        <PhoneOutgoing aria-hidden />
        {say('dial.open')}
      </CommandButton>
      <CommandButton className="button" aria-expanded={open === 'sound'} onPress={() => onPanel('sound')}>
        <Volume2 aria-hidden />
        {say('sound.open')}
      </CommandButton>
      <ChatStanding isOpen={open === 'chats'} onPress={() => onPanel('chats')} />
      <div className="agent-bar-end">
        <Place />
        <QueueState />
        <LinkState />
        <CaseLinkButton isOpen={open === 'waiting'} onPress={() => onPanel('waiting')} />
        <LanguageSwitch onChoose={desk.setLanguage} />
        <SignOut />
      </div>
    </div>
  )
}

/** Not in the middle of something. */
function SignOut() {
  const { say } = useWords()
  const desk = useDesk()
  const kind = useStore(desk.stores.shift, ({ agent }) => agent.kind)
  const call = useStore(desk.stores.calls, liveCall)
  const inChat = useStore(desk.stores.chats, (state) => chatsByNeed(state).length > 0)
  const idle = !call && (kind === 'available' || kind === 'not-ready')
  const why = !idle ? say('signout.later') : inChat ? say('chat.signout.later') : undefined
  return (
    <CommandButton className="button quiet sign-out" unavailable={why} onPress={() => void desk.signOut()}>
      <LogOut aria-hidden />
      <span className="sign-out-words">{say('signout.go')}</span>
    </CommandButton>
  )
}

/** Practice has its banner. */
function Place() {
  const workplace = useStore(useDesk().stores.shift, (state) => state.workplace)
  if (!workplace || workplace.practice) return null
  return (
    <p className="workplace">
      {workplace.name}
      <span className="quiet">{workplace.user}</span>
    </p>
  )
}
