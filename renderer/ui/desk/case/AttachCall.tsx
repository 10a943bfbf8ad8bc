import { Link2, Unlink } from 'lucide-react'

import type { CaseId } from '../../../domain/ids.ts'
import type { Interaction } from '../../../domain/interaction.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

export interface AttachCallProps {
  readonly interaction: Pick<Interaction, 'id' | 'case' | 'channel'>
  readonly case: CaseId
  /** What the case is about, where several have this button. */
  readonly about?: string
}

/** Ties the call or the chat in hand to a case, or takes it away again. */
export function AttachCall({ interaction, case: id, about }: AttachCallProps) {
  const { say } = useWords()
  const { cases } = useDesk()
  const attached = interaction.case === id
  const Icon = attached ? Unlink : Link2
  return (
    <CommandButton
      className="button"
      about={about}
      onPress={() => void cases.attach(interaction.id, attached ? undefined : id)}
    >
      <Icon aria-hidden />
      {say(attached ? 'in-hand.detach' : `in-hand.attach.${interaction.channel}`)}
    </CommandButton>
  )
}
