import { Combine, PenLine } from 'lucide-react'
import { useId, useRef, useState } from 'react'

import type { Contact } from '../../../domain/contact.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useIsReading } from '../reading/may-write.ts'
import { ContactForm } from './ContactForm.tsx'
import { MergedList } from './MergedList.tsx'
import { MergeForm } from './MergeForm.tsx'
import './customers.css'

type Opened = 'change' | 'merge' | undefined

/** What can be done about who somebody is. */
export function ContactActions({ contact }: { contact: Contact }) {
  const { say } = useWords()
  const [opened, setOpened] = useState<Opened>()
  const [saved, setSaved] = useState(false)
  const buttons = useRef<HTMLDivElement>(null)
  const id = useId()
  // Written by a newer Foyer: only shown.
  if (useIsReading()) return null
  const open = (what: Opened): void => {
    setSaved(false)
    setOpened(opened === what ? undefined : what)
  }
  const close = (isSaved: boolean): void => {
    const from = opened
    setSaved(isSaved)
    setOpened(undefined)
    // Back to where it was opened from.
    buttons.current?.querySelector<HTMLElement>(`[data-opens="${from ?? ''}"]`)?.focus()
  }
  const opens = { change: [PenLine, 'contact.change'], merge: [Combine, 'merge.open'] } as const
  return (
    <div className="contact-actions">
      <div ref={buttons} className="contact-buttons">
        {(['change', 'merge'] as const).map((what) => {
          const [Icon, words] = opens[what]
          return (
            <CommandButton
              key={what}
              className="button quiet"
              data-opens={what}
              aria-expanded={opened === what}
              aria-controls={id}
              onPress={() => open(what)}
            >
              <Icon aria-hidden />
              {say(words)}
            </CommandButton>
          )
        })}
      </div>
      <p role="status" className="quiet contact-saved">
        {saved && say('contact.form.saved')}
      </p>
      <div id={id} hidden={opened === undefined}>
        {opened === 'change' && <ContactForm contact={contact} onDone={close} />}
        {opened === 'merge' && <MergeForm contact={contact} onDone={() => close(false)} />}
      </div>
      <MergedList contact={contact} />
    </div>
  )
}
