import { Check, Flag } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Form } from 'react-aria-components/Form'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import type { OpenArticle } from '../../../state/knowledge-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useHasCases } from '../cases/cases-page.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useEscape } from '../panel/use-escape.ts'
import { usePacks } from './use-knowledge.ts'

const reasons = ['out-of-date', 'did-not-help'] as const
type Reason = (typeof reasons)[number]

/** Tells the article's owner what is wrong with it, as a case of theirs. Nothing where the centre has no cases. */
export function ReportArticle({ open }: { open: OpenArticle }) {
  const { say } = useWords()
  const [reason, setReason] = useState<Reason>()
  const id = useId()
  const owner = usePacks().find(({ name }) => name === open.pack.name)?.pack?.owner.name ?? ''
  if (!useHasCases()) return null
  if (open.reported !== undefined) return <Reported owner={owner} isNew={reason !== undefined} />
  return (
    <section className="article-report" aria-labelledby={id}>
      <h3 id={id}>{say('article.report.label')}</h3>
      {reason ? (
        <ReportForm key={reason} {...{ open, reason, owner }} onClose={() => setReason(undefined)} />
      ) : (
        <div className="actions">
          {reasons.map((one) => (
            <CommandButton key={one} className="button" onPress={() => setReason(one)}>
              <Flag aria-hidden />
              {say(`article.report.${one}`)}
            </CommandButton>
          ))}
        </div>
      )}
    </section>
  )
}

/** Whoever has just sent it goes on reading here. */
function Reported({ owner, isNew }: { owner: string; isNew: boolean }) {
  const { say } = useWords()
  const place = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    if (isNew) place.current?.focus()
  }, [isNew])
  return (
    <p ref={place} className="article-reported" role="status" tabIndex={-1}>
      <Check aria-hidden />
      {say('article.reported', { owner })}
    </p>
  )
}

interface ReportFormProps {
  readonly open: OpenArticle
  readonly reason: Reason
  readonly owner: string
  readonly onClose: () => void
}

function ReportForm({ open: { pack, article }, reason, owner, onClose }: ReportFormProps) {
  const { say } = useWords()
  const { guides } = useDesk()
  const [words, setWords] = useState('')
  const [fault, setFault] = useState<'missing' | 'failed'>()
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onClose)
  // Whom it goes to is said below the field.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const send = async (): Promise<void> => {
    const text = words.trim()
    if (text === '') {
      setFault('missing')
      form.current?.querySelector('textarea')?.focus()
      return
    }
    setFault((await guides.report(pack.name, article.id, reason, text)) ? undefined : 'failed')
  }
  return (
    <Form
      ref={form}
      className="form"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField
        className="field"
        value={words}
        onChange={setWords}
        isInvalid={fault !== undefined}
        maxLength={2000}
      >
        <Label>{say(`article.report.words.${reason}`)}</Label>
        {/* The form was opened to write here. */}
        <TextArea rows={3} autoFocus />
        <Text slot="description">{say('article.report.about', { owner })}</Text>
        <FieldError>{fault && say(`article.report.${fault}`)}</FieldError>
      </TextField>
      <div className="actions">
        <CommandButton type="submit" className="button primary">
          <Flag aria-hidden />
          {say('article.report.go')}
        </CommandButton>
        <CommandButton className="button" onPress={onClose}>
          {say('article.report.cancel')}
        </CommandButton>
      </div>
    </Form>
  )
}
