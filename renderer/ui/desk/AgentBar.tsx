import { Check, LogOut, Wifi, WifiOff } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { useWords } from '../frame/words.tsx'
import { AgentStateMenu } from './AgentStateMenu.tsx'
import { useDesk } from './desk-context.tsx'

/** The top of the window: what the agent is, where they work, and how the link is. */
export function AgentBar() {
  const { say } = useWords()
  const desk = useDesk()
  const { agent, workplace, link } = useStore(desk.stores.shift)
  const idle = agent.kind === 'available' || agent.kind === 'not-ready'
  return (
    <div className="agent-bar">
      <AgentStateMenu />
      {agent.kind === 'not-ready' && (
        <Button className="button primary" onPress={() => void desk.availability.becomeAvailable()}>
          <Check aria-hidden />
          {say('agent.go-available')}
        </Button>
      )}
      <p className="workplace">
        {workplace?.practice ? (
          <span className="tag practice">{say('signin.practice')}</span>
        ) : (
          workplace?.name
        )}
        {!workplace?.practice && <span className="quiet">{workplace?.user}</span>}
      </p>
      <p className={`link ${link}`} role="status">
        {link === 'up' ? <Wifi aria-hidden /> : <WifiOff aria-hidden />}
        {say(`link.${link}`)}
      </p>
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
