import { Check, LogOut, Wifi, WifiOff } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import { liveCall } from '../../state/call-store.ts'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { useWords } from '../frame/words.tsx'
import { AgentStateMenu } from './AgentStateMenu.tsx'
import { useDesk } from './desk-context.tsx'

/** The top of the window: what the agent is, where they work, and how the link is. */
export function AgentBar() {
  const { say } = useWords()
  const desk = useDesk()
  const agent = useStore(desk.stores.shift, (state) => state.agent)
  const call = useStore(desk.stores.calls, liveCall)
  const nothingInHand = useStore(desk.stores.work, (state) => state.inHand === undefined)
  const idle = !call && (agent.kind === 'available' || agent.kind === 'not-ready')
  // A wrap-up whose page has gone must not be a dead end.
  const canBecomeAvailable = agent.kind === 'not-ready' || (agent.kind === 'wrap-up' && nothingInHand)
  return (
    <div className="agent-bar">
      <AgentStateMenu />
      {canBecomeAvailable && (
        <Button className="button primary" onPress={() => void desk.availability.becomeAvailable()}>
          <Check aria-hidden />
          {say('agent.go-available')}
        </Button>
      )}
      <Place />
      <LanguageSwitch onChoose={desk.setLanguage} />
      <Button
        className="button quiet"
        isDisabled={!idle}
        {...(!idle && { 'aria-description': say('signout.later') })}
        onPress={() => void desk.signOut()}
      >
        <LogOut aria-hidden />
        {say('signout.go')}
      </Button>
    </div>
  )
}

/** Where the agent works, and whether the centre can be reached. */
function Place() {
  const { say } = useWords()
  const { workplace, link } = useStore(useDesk().stores.shift)
  const Icon = link === 'up' ? Wifi : WifiOff
  return (
    <>
      <p className="workplace">
        {workplace?.practice ? (
          <span className="tag practice">{say('signin.practice')}</span>
        ) : (
          <>
            {workplace?.name}
            <span className="quiet">{workplace?.user}</span>
          </>
        )}
      </p>
      <p className={`link ${link}`} role="status">
        <Icon aria-hidden />
        {say(`link.${link}`)}
      </p>
    </>
  )
}
