import { ChevronDown, CircleCheck, CirclePause, NotebookPen, Phone } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useStore } from 'zustand'

import { chosenReasons } from '../../domain/agent-state.ts'
import type { AgentState } from '../../domain/agent-state.ts'
import { useWords } from '../frame/words.tsx'
import { Clock } from './Clock.tsx'
import { useDesk } from './desk-context.tsx'

type Working = Exclude<AgentState, { kind: 'signed-out' | 'signing-in' }>

const icons = {
  available: CircleCheck,
  'not-ready': CirclePause,
  'on-interaction': Phone,
  'wrap-up': NotebookPen,
} as const satisfies Record<Working['kind'], unknown>

/** The agent's state with its clock, and the states that may be chosen. */
export function AgentStateMenu() {
  const { say } = useWords()
  const { stores, availability } = useDesk()
  const agent = useStore(stores.shift, (state) => state.agent)
  if (agent.kind === 'signed-out' || agent.kind === 'signing-in') return null
  const Icon = icons[agent.kind]
  const fixed = agent.kind === 'on-interaction' || agent.kind === 'wrap-up'
  const name =
    agent.kind === 'not-ready'
      ? say('agent.choose.not-ready', { reason: say(`agent.reason.${agent.reason}`) })
      : say(`agent.${agent.kind}`)
  return (
    <div className={`agent-state ${agent.kind}`}>
      <MenuTrigger>
        <Button
          className="button state"
          isDisabled={fixed}
          aria-label={say('agent.announce', { state: name })}
        >
          <Icon aria-hidden />
          {name}
          {!fixed && <ChevronDown aria-hidden />}
        </Button>
        <Popover className="popover">
          <Menu
            className="menu"
            aria-label={say('agent.label')}
            onAction={(key) => {
              const reason = chosenReasons.find((candidate) => candidate === key)
              if (reason) availability.becomeNotReady(reason)
              else void availability.becomeAvailable()
            }}
          >
            <MenuItem id="available" className="menu-item">
              {say('agent.available')}
            </MenuItem>
            {chosenReasons.map((reason) => (
              <MenuItem key={reason} id={reason} className="menu-item">
                {say('agent.choose.not-ready', { reason: say(`agent.reason.${reason}`) })}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Clock since={agent.since} label={name} />
    </div>
  )
}
