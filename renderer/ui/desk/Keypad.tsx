import { Button } from 'react-aria-components/Button'

import { useWords } from '../frame/words.tsx'

/** ITU-T E.161, without the letters. */
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

export interface KeypadProps {
  readonly digits: string
  readonly onDigit: (digit: string) => void
  readonly onClose: () => void
}

/** Telephone digits, by pointer or by typing them. */
export function Keypad({ digits, onDigit, onClose }: KeypadProps) {
  const { say } = useWords()
  return (
    <section className="keypad" aria-label={say('call.keypad')}>
      <p className="keypad-sent" role="status">
        {say('call.keypad.sent', { digits })}
      </p>
      {keys.map((digit) => (
        <Button
          key={digit}
          className="button key"
          autoFocus={digit === '1'}
          aria-label={say('call.keypad.key', { digit })}
          onPress={() => onDigit(digit)}
          onKeyDown={(event) => {
            if (/^[0-9*#]$/.test(event.key) && !event.repeat) onDigit(event.key)
            else if (event.key === 'Escape') onClose()
          }}
        >
          {digit}
        </Button>
      ))}
    </section>
  )
}
