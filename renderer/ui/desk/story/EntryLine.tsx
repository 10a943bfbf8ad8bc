import { useWords } from '../../frame/words.tsx'
import { AttachmentList } from '../case/AttachmentList.tsx'
import { entryIcons, entryStanding, wordsOfEdit } from '../case/entry-words.ts'
import { FoldedText } from '../case/FoldedText.tsx'
import { changeIn, PromisedFor } from '../case/Moment.tsx'
import { eventKindOf, momentIcons, readNote } from '../case/moment-kinds.ts'
import { useFieldWords } from '../case/use-field-words.ts'
import { attachmentsOf } from '../../../domain/case-edit.ts'
import { CaseChip } from './CaseChip.tsx'
import { LineHead } from './LineHead.tsx'
import type { LineProps } from './line-props.ts'

/** Something that was written here and is not in the case system yet, with where it stands. */
export function EntryLine({ item, head, place }: LineProps<'entry'>) {
  const { say } = useWords()
  const { entry, case: of } = item
  const { edit, state, writtenAt } = entry
  const words = useFieldWords(undefined)
  const read = readNote(eventKindOf(edit), wordsOfEdit(say, edit))
  const Icon = momentIcons[read.kind]
  const Standing = entryIcons[state.kind]
  return (
    <>
      <Icon aria-hidden />
      <div>
        <LineHead
          id={head}
          at={writtenAt}
          title={edit.kind === 'change' ? changeIn(say, words, edit.step) : say(`case.event.${read.kind}`)}
          beside={[say('case.event.by-you')]}
        />
        <PromisedFor read={read} />
        {read.text !== '' && <FoldedText text={read.text} />}
        <AttachmentList case={of.id} attachments={attachmentsOf(edit)} />
        <p className={`case-entry-state ${state.kind}`}>
          <Standing aria-hidden />
          {entryStanding(say, state)}
        </p>
        <CaseChip one={of} place={place} />
      </div>
    </>
  )
}
