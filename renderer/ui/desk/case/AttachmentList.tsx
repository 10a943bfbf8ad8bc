import { Download, Paperclip } from 'lucide-react'
import { useState } from 'react'

import type { Attachment } from '../../../domain/case-event.ts'
import type { CaseId } from '../../../domain/ids.ts'
import { fileSize } from '../../../words/sizes.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { saveFile } from './save-file.ts'

export interface AttachmentListProps {
  readonly case: CaseId
  readonly attachments: readonly Attachment[]
}

/** The files of one moment of the history, each with what it says it is. */
export function AttachmentList({ case: id, attachments }: AttachmentListProps) {
  const { say } = useWords()
  if (attachments.length === 0) return null
  return (
    <ul className="case-attachments" aria-label={say('case.files')}>
      {attachments.map((attachment) => (
        <AttachmentItem key={attachment.id} case={id} attachment={attachment} />
      ))}
    </ul>
  )
}

/** Nothing opens by itself: the file goes where the agent keeps files. */
function AttachmentItem({ case: id, attachment }: { case: CaseId; attachment: Attachment }) {
  const { say, language } = useWords()
  const { cases } = useDesk()
  const [fetching, setFetching] = useState(false)
  const { name, type, size } = attachment
  const save = async (): Promise<void> => {
    setFetching(true)
    const bytes = await cases.file(id, attachment.id)
    setFetching(false)
    if (bytes) saveFile(name, bytes)
  }
  return (
    <li className="case-attachment">
      <Paperclip aria-hidden />
      <span>
        <bdi>{name}</bdi>{' '}
        <span className="quiet">
          {type} · {size === undefined ? say('case.file.size.unknown') : fileSize(language, size)}
        </span>
      </span>
      <CommandButton
        className="button quiet case-act"
        about={name}
        unavailable={fetching ? say('case.file.fetching') : undefined}
        onPress={() => void save()}
      >
        <Download aria-hidden />
        {say(fetching ? 'case.file.fetching' : 'case.file.save')}
      </CommandButton>
    </li>
  )
}
