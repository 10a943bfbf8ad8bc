import type { ReactNode } from 'react'

import type { Interaction } from '../../../domain/interaction.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDialNumber } from './use-dial-number.ts'

export interface CallBackButtonProps {
  readonly interaction: Interaction
  readonly name: string
  /** An icon. */
  readonly children: ReactNode
}

/** Calls the number of an interaction once more. */
export function CallBackButton({ interaction: { number, direction }, name, children }: CallBackButtonProps) {
  const { say } = useWords()
  const dial = useDialNumber()
  if (number === undefined) return null
  const again = direction === 'outgoing'
  return (
    <CommandButton className="button call-back" about={name} onPress={() => void dial(number)}>
      {children}
      {say(again ? 'recent.call-again' : 'recent.call-back')}
    </CommandButton>
  )
}
