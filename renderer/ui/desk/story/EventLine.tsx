import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { AttachmentList } from '../case/AttachmentList.tsx'
import { FoldedText } from '../case/FoldedText.tsx'
import { changeIn, PromisedFor } from '../case/Moment.tsx'
import { momentIcons, readNote } from '../case/moment-kinds.ts'
import { useFieldWords } from '../case/use-field-words.ts'
import { useDesk } from '../desk-context.tsx'
import { MoodFlag } from '../mood/MoodFlag.tsx'
import { CaseChip } from './CaseChip.tsx'
import { LineHead } from './LineHead.tsx'
import type { LineProps } from './line-props.ts'

/** Something that the case system tells: a letter, a note, a change. */
export function EventLine({ item, head, place }: LineProps<'event'>) {
  const { say } = useWords()
  const { event, case: of, mood } = item
  const { kind, at, by, text, change, attachments } = event
  const user = useStore(useDesk().stores.cases, (state) => state.user)
  const words = useFieldWords(undefined)
  const read = readNote(kind, text)
  const Icon = momentIcons[read.kind]
  return (
    <>
      <Icon aria-hidden />
      <div>
        <LineHead
          id={head}
          at={at}
          title={change ? changeIn(say, words, change) : say(`case.event.${read.kind}`)}
          beside={[by === user ? say('case.event.by-you') : say('case.event.by', { name: by })]}
        />
        <PromisedFor read={read} />
        {read.text !== '' && <FoldedText text={read.text} />}
        {mood && <MoodFlag text={text} mood={mood} of={undefined} />}
        <AttachmentList case={of.id} attachments={attachments} />
        <CaseChip one={of} place={place} />
      </div>
    </>
  )
}
