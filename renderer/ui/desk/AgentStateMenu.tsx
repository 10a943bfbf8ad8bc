import { ChevronDown, CircleCheck, CirclePause, NotebookPen, Phone } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useStore } from 'zustand'

import { chosenReasons } from '../../domain/agent-state.ts'
import type { AgentState } from '../../domain/agent-state.ts'
import type { Say } from '../../words/say.ts'
import { useWords } from '../frame/words.tsx'
import { Clock } from './Clock.tsx'
import { useDesk } from './desk-context.tsx'

type Working = Exclude<AgentState, { kind: 'signed-out' | 'signing-in' | 'reading' }>

const icons = {
  available: CircleCheck,
  'not-ready': CirclePause,
  'on-interaction': Phone,
  'wrap-up': NotebookPen,
} as const satisfies Record<Working['kind'], unknown>

export const isWorking = (agent: AgentState): agent is Working =>
  agent.kind !== 'signed-out' && agent.kind !== 'signing-in' && agent.kind !== 'reading'

/** A state in words, with the reason where there is one. */
export const stateName = (say: Say, agent: Working): string =>
  agent.kind === 'not-ready'
    ? say('agent.choose.not-ready', { reason: say(`agent.reason.${agent.reason}`) })
    : say(`agent.${agent.kind}`)

/** The agent's state with its clock, and the states that may be chosen. In the middle of a call there is no choice. */
export function AgentStateMenu() {
  const { say } = useWords()
  const agent = useStore(useDesk().stores.shift, (state) => state.agent)
  if (!isWorking(agent)) return null
  const isFixed = agent.kind === 'on-interaction' || agent.kind === 'wrap-up'
  const name = stateName(say, agent)
  return (
    <div className={`agent-state ${agent.kind}`}>
      {isFixed ? <FixedState agent={agent} /> : <ChosenState agent={agent} />}
      <Clock since={agent.since} label={name} />
    </div>
  )
}

function FixedState({ agent }: { agent: Working }) {
  const { say } = useWords()
  const Icon = icons[agent.kind]
  return (
    <p className="state">
      <Icon aria-hidden />
      <span className="visually-hidden">{say('agent.label')}</span> {stateName(say, agent)}
    </p>
  )
}

function ChosenState({ agent }: { agent: Working }) {
  const { say } = useWords()
  const name = stateName(say, agent)
  const Icon = icons[agent.kind]
  return (
    <MenuTrigger>
      <Button className="button state" aria-label={say('agent.announce', { state: name })}>
        <Icon aria-hidden />
        {name}
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <StateMenu />
      </Popover>
    </MenuTrigger>
  )
}

function StateMenu() {
  const { say } = useWords()
  const { availability } = useDesk()
  return (
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
  )
}
