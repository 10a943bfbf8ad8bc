import type { ReactNode } from 'react'

import type { Interaction } from '../../../domain/interaction.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

export interface CallBackButtonProps {
  readonly interaction: Interaction
  readonly name: string
  /** An icon. */
  readonly children: ReactNode
}

/** Calls the number of an interaction once more. What cannot be called opens the panel, which says why. */
export function CallBackButton({ interaction: { number, direction }, name, children }: CallBackButtonProps) {
  const { say } = useWords()
  const { dialling } = useDesk()
  if (number === undefined) return null
  const again = direction === 'outgoing'
  const call = async (): Promise<void> => {
    if (await dialling.dial(number)) return
    dialling.open()
    dialling.setText(number)
  }
  return (
    <CommandButton className="button call-back" about={name} onPress={() => void call()}>
      {children}
      {say(again ? 'recent.call-again' : 'recent.call-back')}
    </CommandButton>
  )
}
