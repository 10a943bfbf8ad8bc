import { KeyGrid } from '../panel/KeyGrid.tsx'
import { useWords } from '../../frame/words.tsx'

export interface KeypadProps {
  readonly digits: string
  readonly onDigit: (digit: string) => void
  readonly onClose: () => void
}

/** Telephone digits during a call, by pointer or by typing them. */
export function Keypad({ digits, onDigit, onClose }: KeypadProps) {
  const { say } = useWords()
  return (
    <section className="keypad" aria-label={say('call.keypad')}>
      <p className="keypad-sent" role="status">
        {say('call.keypad.sent', { digits })}
      </p>
      <KeyGrid
        autoFocus
        nameOf={(digit) => say('call.keypad.key', { digit })}
        onDigit={onDigit}
        onClose={onClose}
      />
    </section>
  )
}
