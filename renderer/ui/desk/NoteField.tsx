import { CloudOff, HardDrive, LoaderCircle } from 'lucide-react'
import { useRef } from 'react'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useStore } from 'zustand'

import type { InteractionId } from '../../domain/ids.ts'
import { isPrivateNow } from '../../state/knowledge-store.ts'
import type { Saved } from '../../state/work-store.ts'
import { focusHome } from '../frame/use-kept-focus.ts'
import { useWords } from '../frame/words.tsx'
import { useDesk } from './desk-context.tsx'
import { useFocusIfLost } from './use-focus-if-lost.ts'

export interface NoteFieldProps {
  readonly interaction: InteractionId
  readonly note: string
  readonly saved: Saved
  readonly onChange: (note: string) => void
  readonly id?: string
  readonly rows?: number
}

const icons = { saved: HardDrive, saving: LoaderCircle, unsaved: CloudOff } as const satisfies Record<
  Saved,
  unknown
>

/** The agent's note, with where it is at this moment. In a private stretch it can be read only, and says why. */
export function NoteField({ interaction, note, saved, onChange, id, rows = 6 }: NoteFieldProps) {
  const { say } = useWords()
  const isPrivate = useStore(useDesk().stores.knowledge, (state) => isPrivateNow(state, interaction))
  const field = useRef<HTMLTextAreaElement>(null)
  const Icon = icons[saved]
  // Whoever has just answered wants to write.
  useFocusIfLost(field, interaction)
  return (
    <TextField className="field note" value={note} onChange={onChange} isReadOnly={isPrivate}>
      <Label>{say('note.label')}</Label>
      <TextArea ref={field} rows={rows} {...(id !== undefined && { id })} {...focusHome} />
      <Text slot="description">{say(isPrivate ? 'note.private' : 'note.hint')}</Text>
      {/* Not announced: it changes with every key, and what could not be saved is told as a problem. */}
      <p className={`saved ${saved}`}>
        <Icon aria-hidden />
        {say(`saved.${saved}`)}
      </p>
    </TextField>
  )
}
