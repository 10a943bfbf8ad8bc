import { Grid3x3, Mic, MicOff, Pause, PhoneOff, Play } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useStore } from 'zustand'

import type { Call } from '../../domain/call.ts'
import { useWords } from '../frame/words.tsx'
import { Clock } from './Clock.tsx'
import { useDesk } from './desk-context.tsx'
import { Keypad } from './Keypad.tsx'

/** The controls of the call, always in the same place. */
export function CallBar({ call, name }: { call: Call; name: string }) {
  const { say } = useWords()
  const { stores, callDesk } = useDesk()
  const busy = useStore(stores.calls, (state) => state.busy.has(call.id))
  // Beside the controls and not over them: nothing may stand in the way of hanging up.
  const [keypad, setKeypad] = useState(false)
  const keypadButton = useRef<HTMLButtonElement>(null)
  const talking = call.state === 'connected' || call.state === 'held'
  const held = call.state === 'held'
  return (
    <section className={`call-bar ${call.state}`} aria-label={say('call.controls')}>
      <title>{say('call.title')}</title>
      <div className="call-who">
        <h1>{name}</h1>
        <p>
          <span className="call-state">{say(`call.state.${call.state}`)}</span>
          {call.answeredAt !== undefined && <Clock since={call.answeredAt} label={say('call.duration')} />}
        </p>
      </div>
      <Toolbar className="call-controls" aria-label={say('call.controls')}>
        <ToggleButton
          className="button"
          isSelected={call.muted}
          isDisabled={!talking || busy}
          onChange={(muted) => void callDesk.setMuted(call.id, muted)}
        >
          {call.muted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
          {say(call.muted ? 'call.unmute' : 'call.mute')}
        </ToggleButton>
        <ToggleButton
          className="button"
          isSelected={held}
          isDisabled={!talking || busy}
          onChange={(wanted) => void callDesk.setHeld(call.id, wanted)}
        >
          {held ? <Play aria-hidden /> : <Pause aria-hidden />}
          {say(held ? 'call.resume' : 'call.hold')}
        </ToggleButton>
        <ToggleButton
          ref={keypadButton}
          className="button"
          aria-expanded={keypad}
          isSelected={keypad}
          isDisabled={call.state !== 'connected'}
          onChange={setKeypad}
        >
          <Grid3x3 aria-hidden />
          {say('call.keypad')}
        </ToggleButton>
        <Button className="button danger" onPress={() => void callDesk.hangUp(call.id)}>
          <PhoneOff aria-hidden />
          {say('call.hang-up')}
        </Button>
      </Toolbar>
      {keypad && call.state === 'connected' && (
        <Keypad
          digits={call.digits}
          onDigit={(digit) => void callDesk.sendDigit(call.id, digit)}
          onClose={() => {
            setKeypad(false)
            keypadButton.current?.focus()
          }}
        />
      )}
      <div className="call-notes">
        {held && <p>{say('call.held')}</p>}
        {call.muted && <p>{say('call.muted')}</p>}
        {call.heldByCustomer && <p>{say('call.held-by-customer')}</p>}
      </div>
    </section>
  )
}
