import { CloudOff, HardDrive, LoaderCircle } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import type { InteractionId } from '../../domain/ids.ts'
import type { Saved } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'

export interface NoteFieldProps {
  readonly interaction: InteractionId
  readonly note: string
  readonly saved: Saved
  readonly onChange: (note: string) => void
}

const icons = { saved: HardDrive, saving: LoaderCircle, unsaved: CloudOff } as const satisfies Record<
  Saved,
  unknown
>

/** The agent's note, with where it is at this moment. */
export function NoteField({ interaction, note, saved, onChange }: NoteFieldProps) {
  const { say } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const Icon = icons[saved]
  // Whoever has just answered wants to write; whoever is elsewhere in a text is left there.
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) field.current?.focus()
  }, [interaction])
  return (
    <TextField className="field note" value={note} onChange={onChange}>
      <Label>{say('note.label')}</Label>
      <TextArea ref={field} rows={6} />
      <Text slot="description">{say('note.hint')}</Text>
      <p className={`saved ${saved}`} role="status">
        <Icon aria-hidden />
        {say(`saved.${saved}`)}
      </p>
    </TextField>
  )
}
