import { Link2, Search, Unlink } from 'lucide-react'
import { useRef, useState } from 'react'

import type { CaseLink } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import { useWords } from '../../frame/words.tsx'
import { useCasesPage } from '../cases/cases-page.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useMayWrite } from '../reading/may-write.ts'
import { LinkForm } from './LinkForm.tsx'
import { caseNumberIn } from './link-draft.ts'

/** What the case is tied to. Addresses are shown for what they are, and open nothing. */
export function CaseLinks({ record }: { record: CaseRecord }) {
  const { say } = useWords()
  const { links } = record.current
  const mayWrite = useMayWrite(record)
  if (links.length === 0 && !mayWrite) return null
  return (
    <section className="case-links" aria-labelledby="case-links-heading">
      <h3 id="case-links-heading">{say('case.links')}</h3>
      <ul>
        {links.map((link) => (
          <LinkItem key={`${link.kind} ${link.target}`} link={link} record={record} removable={mayWrite} />
        ))}
      </ul>
      {mayWrite && <AddLink record={record} />}
    </section>
  )
}

interface LinkItemProps {
  readonly link: CaseLink
  readonly record: CaseRecord
  readonly removable: boolean
}

function LinkItem({ link, record, removable }: LinkItemProps) {
  const { say } = useWords()
  const { cases } = useDesk()
  const { show } = useCasesPage()
  const number = caseNumberIn(link)
  const target = number === undefined ? link.target : say('case.link.a-case', { number })
  const words = say(`case.link.${link.kind}`, { target })
  return (
    <li>
      <Link2 aria-hidden />
      <span>{words}</span>
      {number !== undefined && (
        <CommandButton
          className="button quiet case-act"
          onPress={() => {
            show(true)
            void cases.search(number)
          }}
        >
          <Search aria-hidden />
          {say('case.standing.find', { number })}
        </CommandButton>
      )}
      {removable && (
        <CommandButton
          className="button quiet case-act"
          about={words}
          onPress={() => void cases.link(record.id, link, true)}
        >
          <Unlink aria-hidden />
          {say('case.link.remove')}
        </CommandButton>
      )}
    </li>
  )
}

function AddLink({ record }: { record: CaseRecord }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    setTimeout(() => button.current?.focus())
  }
  if (isOpen) return <LinkForm record={record} onClose={close} />
  return (
    <CommandButton ref={button} className="button quiet case-act" onPress={() => setOpen(true)}>
      <Link2 aria-hidden />
      {say('case.link.add')}
    </CommandButton>
  )
}
