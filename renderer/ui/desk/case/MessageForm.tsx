import { Send, StickyNote, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { Form } from 'react-aria-components/Form'

import { fieldOf } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { FilePicker } from './FilePicker.tsx'
import { useDraft } from './use-draft.ts'
import { useFiles } from './use-files.ts'
import { useFocusOnFault } from './use-focus-on-fault.ts'
import { WritingField } from './WritingField.tsx'

export interface MessageFormProps {
  readonly kind: 'note' | 'reply'
  readonly record: CaseRecord
}

const icons = { note: StickyNote, reply: Send } as const

/** A note for colleagues, or a reply that leaves for the customer. */
export function MessageForm({ kind, record }: MessageFormProps) {
  const { say } = useWords()
  const { id, current } = record
  const { text, files, put, missing, busy, handIn } = useMessage({ kind, record })
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFault(form, missing || undefined)
  const nobody = kind === 'reply' && fieldOf(current, 'requestors').length === 0
  const Icon = icons[kind]
  return (
    <Form
      key={id}
      ref={form}
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void handIn()
      }}
    >
      <Audience kind={kind} record={record} />
      {nobody ? (
        <p className="composer-nobody">
          <TriangleAlert aria-hidden />
          {say('compose.reply.nobody')}
        </p>
      ) : (
        <>
          <WritingField
            label={say(`compose.${kind}`)}
            text={text}
            onText={put}
            files={files}
            onHandIn={() => void handIn()}
            hint={say(kind === 'reply' ? 'compose.keys.reply' : 'compose.keys')}
            fault={missing ? say(`compose.${kind}.missing`) : undefined}
          />
          <FilePicker files={files} />
          <div className="actions">
            <CommandButton type="submit" className="button primary" isPending={busy}>
              <Icon aria-hidden />
              {say(`compose.${kind}.go`)}
            </CommandButton>
          </div>
        </>
      )}
    </Form>
  )
}

/** What is written, and handing it in once. */
function useMessage({ kind, record: { id, standing, current } }: MessageFormProps) {
  const { cases } = useDesk()
  const form = `${kind}:${id}`
  const draft = useDraft(form)
  const files = useFiles(form)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const text = draft.values['text'] ?? ''
  const handIn = async (): Promise<void> => {
    if (busy || standing.kind !== 'here') return
    if (kind === 'reply' && fieldOf(current, 'requestors').length === 0) return
    if (text.trim() === '') {
      setAsked(true)
      return
    }
    setBusy(true)
    const written = await cases[kind](id, text, files.chosen)
    setBusy(false)
    if (!written) return
    setAsked(false)
    files.clear()
    // Whoever typed on meanwhile keeps the whole: better twice on the screen than lost.
    if (draft.now()?.['text'] === text) draft.drop()
  }
  const put = (next: string): void => {
    setAsked(false)
    if (next === '') draft.drop()
    else draft.put({ text: next })
  }
  return { text, files, put, busy, handIn, missing: asked && text.trim() === '' }
}

/** Who will read it: the one thing that must not be mistaken. */
function Audience({ kind, record: { current } }: MessageFormProps) {
  const { say } = useWords()
  const to = fieldOf(current, 'requestors')
  const copy = fieldOf(current, 'cc')
  if (kind === 'note') return <p className="composer-audience">{say('compose.note.about')}</p>
  if (to.length === 0) return null
  return (
    <div className="composer-audience">
      <p>{say('compose.reply.about', { addresses: to.join(', ') })}</p>
      {copy.length > 0 && <p>{say('compose.reply.copy', { addresses: copy.join(', ') })}</p>}
    </div>
  )
}
