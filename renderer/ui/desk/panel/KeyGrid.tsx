import { Button } from 'react-aria-components/Button'

/** ITU-T E.161, without the letters. */
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

export interface KeyGridProps {
  readonly nameOf: (digit: string) => string
  readonly onDigit: (digit: string) => void
  readonly onClose: () => void
  /** On the first key, for whoever has just asked for the keys. */
  readonly autoFocus?: boolean
}

/** The twelve keys of a telephone; each also takes what is typed on it. */
export function KeyGrid({ nameOf, onDigit, onClose, autoFocus = false }: KeyGridProps) {
  return (
    <div className="key-grid">
      {keys.map((digit) => (
        <Button
          key={digit}
          className="button key"
          autoFocus={autoFocus && digit === '1'}
          aria-label={nameOf(digit)}
          onPress={() => onDigit(digit)}
          onKeyDown={(event) => {
            if (/^[0-9*#]$/.test(event.key) && !event.repeat) onDigit(event.key)
            else if (event.key === 'Escape') onClose()
          }}
        >
          {digit}
        </Button>
      ))}
    </div>
  )
}
