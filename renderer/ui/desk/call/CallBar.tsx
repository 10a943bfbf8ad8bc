import { Grid3x3 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useStore } from 'zustand'

import type { Call } from '../../../domain/call.ts'
import { consultationFor } from '../../../state/call-store.ts'
import { useWords } from '../../frame/words.tsx'
import { Clock } from '../Clock.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { MoodInHand } from '../mood/MoodOfInteraction.tsx'
import { CallNotes } from './CallNotes.tsx'
import { Consultation } from './Consultation.tsx'
import { talkedIn } from './in-focus.ts'
import { Keypad } from './Keypad.tsx'
import { MuteButton } from './MuteButton.tsx'
import { QualityDetails } from './QualityDetails.tsx'
import { QualityLight } from './QualityLight.tsx'
import { HangUpButton, HoldButton, TransferButton } from './TalkControls.tsx'
import { whyNotYet } from './why-not-yet.ts'

/** Beside the controls and not over them: nothing may stand in the way of hanging up. */
type Beside = 'keypad' | 'quality' | undefined

/** The controls of the call, always in the same place. */
export function CallBar({ call, name }: { call: Call; name: string }) {
  const { stores, callDesk } = useDesk()
  const [beside, setBeside] = useState<Beside>()
  const keypadButton = useRef<HTMLButtonElement>(null)
  const colleague = useStore(stores.calls, (state) => consultationFor(state, call.id))
  // Digits, muting and the measurement belong to whoever hears the agent.
  const heard = useStore(stores.calls, (state) => talkedIn(state, call) ?? call)
  const toggle = (what: Beside): void => setBeside(beside === what ? undefined : what)
  const isHeard = heard.state === 'connected'
  return (
    <section className={`call-bar ${call.state}`} aria-labelledby="call-name">
      <CallHead call={call} name={name} />
      {isHeard && (
        <QualityLight
          quality={heard.quality}
          open={beside === 'quality'}
          onToggle={() => toggle('quality')}
        />
      )}
      <Controls call={call} heard={heard} isAsking={colleague !== undefined}>
        <KeypadButton
          ref={keypadButton}
          heard={heard}
          open={beside === 'keypad'}
          onToggle={() => toggle('keypad')}
        />
      </Controls>
      {colleague && <Consultation customer={call} colleague={colleague} />}
      <CallNotes call={call} heard={heard} />
      {beside === 'keypad' && isHeard && (
        <Keypad
          digits={heard.digits}
          onDigit={(digit) => void callDesk.sendDigit(heard.id, digit)}
          onClose={() => {
            setBeside(undefined)
            keypadButton.current?.focus()
          }}
        />
      )}
      {beside === 'quality' && isHeard && <QualityDetails call={heard} />}
    </section>
  )
}

interface ControlsProps {
  readonly call: Call
  readonly heard: Call
  /** A colleague is asked: what is done with the customer then stands with the colleague, and nothing here ends a call. */
  readonly isAsking: boolean
  /** The keypad's button. */
  readonly children: ReactNode
}

function Controls({ call, heard, isAsking, children }: ControlsProps) {
  const { say } = useWords()
  return (
    <Toolbar className="call-controls" aria-label={say('call.controls')}>
      <MuteButton call={heard} />
      {!isAsking && <HoldButton call={call} />}
      {children}
      {!isAsking && (
        <>
          <TransferButton call={call} />
          <HangUpButton call={call} />
        </>
      )}
    </Toolbar>
  )
}

interface KeypadButtonProps {
  readonly heard: Call
  readonly open: boolean
  readonly onToggle: () => void
  readonly ref: RefObject<HTMLButtonElement | null>
}

function KeypadButton({ heard, open, onToggle, ref }: KeypadButtonProps) {
  const { say } = useWords()
  return (
    <CommandButton
      ref={ref}
      className={open ? 'button active' : 'button'}
      aria-expanded={open}
      unavailable={whyNotYet(say, heard)}
      onPress={onToggle}
    >
      <Grid3x3 aria-hidden />
      {say('call.keypad')}
    </CommandButton>
  )
}

function CallHead({ call, name }: { call: Call; name: string }) {
  const { say } = useWords()
  return (
    <div className="call-who">
      <h1 id="call-name" tabIndex={-1}>
        {name}
      </h1>
      <p>
        <span className="call-state">{say(`call.state.${call.state}`)}</span>
        {call.answeredAt === undefined ? (
          <Clock since={call.offeredAt} label={say('call.waits')} />
        ) : (
          <Clock since={call.answeredAt} label={say('call.duration')} />
        )}
        <MoodInHand />
      </p>
    </div>
  )
}
