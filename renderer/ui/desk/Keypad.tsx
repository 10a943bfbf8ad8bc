import { Button } from 'react-aria-components/Button'

import { useWords } from '../frame/words.tsx'

/** ITU-T E.161, without the letters. */
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

/** Telephone digits, by pointer or by typing them. */
export function Keypad({ digits, onDigit }: { digits: string; onDigit: (digit: string) => void }) {
  const { say } = useWords()
  return (
    <div className="keypad">
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
            if (/^[0-9*#]$/.test(event.key)) onDigit(event.key)
          }}
        >
          {digit}
        </Button>
      ))}
    </div>
  )
}
