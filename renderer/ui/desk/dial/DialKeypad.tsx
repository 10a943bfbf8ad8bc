import { Grid3x3 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { KeyGrid } from '../panel/KeyGrid.tsx'

/** The twelve keys, for whoever would rather press than type. */
export function DialKeypad() {
  const { say } = useWords()
  const { stores, dialling } = useDesk()
  const text = useStore(stores.dial, (state) => state.text)
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <CommandButton ref={button} className="button" aria-expanded={open} onPress={() => setOpen(!open)}>
        <Grid3x3 aria-hidden />
        {say('dial.keypad')}
      </CommandButton>
      {open && (
        <KeyGrid
          nameOf={(digit) => say('dial.keypad.key', { digit })}
          onDigit={(digit) => dialling.setText(text + digit)}
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
        />
      )}
    </>
  )
}
