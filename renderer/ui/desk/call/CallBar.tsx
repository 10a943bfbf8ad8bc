import { Grid3x3, PhoneForwarded, PhoneOff } from 'lucide-react'
import { useRef, useState } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useStore } from 'zustand'

import type { Call } from '../../../domain/call.ts'
import { consultationFor } from '../../../state/call-store.ts'
import { useWords } from '../../frame/words.tsx'
import { Clock } from '../Clock.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { CallNotes } from './CallNotes.tsx'
import { Consultation } from './Consultation.tsx'
import { isTalking, talkedIn } from './in-focus.ts'
import { Keypad } from './Keypad.tsx'
import { QualityDetails } from './QualityDetails.tsx'
import { QualityLight } from './QualityLight.tsx'
import { TalkControls } from './TalkControls.tsx'

/** Beside the controls and not over them: nothing may stand in the way of hanging up. */
type Beside = 'keypad' | 'quality' | undefined

/** The controls of the call, always in the same place. */
export function CallBar({ call, name }: { call: Call; name: string }) {
  const { say } = useWords()
  const { stores, callDesk } = useDesk()
  const [beside, setBeside] = useState<Beside>()
  const keypadButton = useRef<HTMLButtonElement>(null)
  const colleague = useStore(stores.calls, (state) => consultationFor(state, call.id))
  // Digits and the measurement belong to whoever hears the agent.
  const heard = useStore(stores.calls, (state) => talkedIn(state, call) ?? call)
  const toggle = (what: Beside): void => setBeside(beside === what ? undefined : what)
  return (
    <section className={`call-bar ${call.state}`} aria-labelledby="call-name">
      <CallHead call={call} name={name} />
      {isTalking(call) && (
        <QualityLight
          quality={heard.quality}
          open={beside === 'quality'}
          onToggle={() => toggle('quality')}
        />
      )}
      <Toolbar className="call-controls" aria-label={say('call.controls')}>
        <TalkControls call={call} heard={heard} />
        <CommandButton
          ref={keypadButton}
          className={beside === 'keypad' ? 'button active' : 'button'}
          aria-expanded={beside === 'keypad'}
          isDisabled={heard.state !== 'connected'}
          onPress={() => toggle('keypad')}
        >
          <Grid3x3 aria-hidden />
          {say('call.keypad')}
        </CommandButton>
        <TransferButton call={call} isDisabled={colleague !== undefined} />
        <CommandButton
          className="button danger"
          // With a colleague on the line the key takes the customer back instead: it stands on that button then.
          command={colleague ? undefined : 'hangUp'}
          onPress={() => void callDesk.hangUp(call.id)}
        >
          <PhoneOff aria-hidden />
          {say('call.hang-up')}
        </CommandButton>
      </Toolbar>
      {colleague && <Consultation customer={call} colleague={colleague} />}
      <CallNotes call={call} />
      {beside === 'keypad' && heard.state === 'connected' && (
        <Keypad
          digits={heard.digits}
          onDigit={(digit) => void callDesk.sendDigit(heard.id, digit)}
          onClose={() => {
            setBeside(undefined)
            keypadButton.current?.focus()
          }}
        />
      )}
      {beside === 'quality' && isTalking(call) && <QualityDetails call={heard} />}
    </section>
  )
}

function CallHead({ call, name }: { call: Call; name: string }) {
  const { say } = useWords()
  return (
    <div className="call-who">
      <h1 id="call-name">{name}</h1>
      <p>
        <span className="call-state">{say(`call.state.${call.state}`)}</span>
        {call.answeredAt === undefined ? (
          <Clock since={call.offeredAt} label={say('call.waits')} />
        ) : (
          <Clock since={call.answeredAt} label={say('call.duration')} />
        )}
      </p>
    </div>
  )
}

function TransferButton({ call, isDisabled }: { call: Call; isDisabled: boolean }) {
  const { say } = useWords()
  const { dialling } = useDesk()
  const possible = isTalking(call) && call.consultFor === undefined && call.transferringTo === undefined
  return (
    <CommandButton
      className="button"
      isDisabled={isDisabled || !possible}
      onPress={() => dialling.openForTransfer(call.id)}
    >
      <PhoneForwarded aria-hidden />
      {say('call.transfer')}
    </CommandButton>
  )
}
