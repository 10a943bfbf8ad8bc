import { Grid3x3, Mic, MicOff, Pause, PhoneOff, Play } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
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
  const { callDesk } = useDesk()
  // Beside the controls and not over them: nothing may stand in the way of hanging up.
  const [keypad, setKeypad] = useState(false)
  const keypadButton = useRef<HTMLButtonElement>(null)
  return (
    <section className={`call-bar ${call.state}`} aria-labelledby="call-name">
      <title>{say('call.title')}</title>
      <div className="call-who">
        <h1 id="call-name">{name}</h1>
        <p>
          <span className="call-state">{say(`call.state.${call.state}`)}</span>
          {call.answeredAt !== undefined && <Clock since={call.answeredAt} label={say('call.duration')} />}
        </p>
      </div>
      <Toolbar className="call-controls" aria-label={say('call.controls')}>
        <TalkControls call={call} />
        <Button
          ref={keypadButton}
          className={keypad ? 'button active' : 'button'}
          aria-expanded={keypad}
          isDisabled={call.state !== 'connected'}
          onPress={() => setKeypad(!keypad)}
        >
          <Grid3x3 aria-hidden />
          {say('call.keypad')}
        </Button>
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
      <CallNotes call={call} />
    </section>
  )
}

/** Mute and hold. The name says what the press will do, so there is no pressed state beside it to contradict it. */
function TalkControls({ call }: { call: Call }) {
  const { say } = useWords()
  const { stores, callDesk } = useDesk()
  const busy = useStore(stores.calls, (state) => state.busy.has(call.id))
  const held = call.state === 'held'
  const isDisabled = call.state !== 'connected' && !held
  const [MuteIcon, HoldIcon] = [call.muted ? MicOff : Mic, held ? Play : Pause]
  return (
    <>
      <Button
        className={call.muted ? 'button active' : 'button'}
        isDisabled={isDisabled}
        isPending={busy}
        onPress={() => void callDesk.setMuted(call.id, !call.muted)}
      >
        <MuteIcon aria-hidden />
        {say(call.muted ? 'call.unmute' : 'call.mute')}
      </Button>
      <Button
        className={held ? 'button active' : 'button'}
        isDisabled={isDisabled}
        isPending={busy}
        onPress={() => void callDesk.setHeld(call.id, !held)}
      >
        <HoldIcon aria-hidden />
        {say(held ? 'call.resume' : 'call.hold')}
      </Button>
    </>
  )
}

/** What the agent must not forget while they talk. */
function CallNotes({ call }: { call: Call }) {
  const { say } = useWords()
  return (
    <div className="call-notes">
      {call.state === 'held' && <p>{say('call.held')}</p>}
      {call.muted && <p>{say('call.muted')}</p>}
      {call.heldByCustomer && <p>{say('call.held-by-customer')}</p>}
    </div>
  )
}
