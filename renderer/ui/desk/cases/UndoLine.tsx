import { HardDrive, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import { canBeUndone } from '../../../domain/outbox.ts'
import type { OutboxEntry } from '../../../domain/outbox.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

/** The last thing that was written, where the desk has it at hand. */
function useLast() {
  const { stores } = useDesk()
  const undoable = useStore(stores.cases, (state) => state.undoable)
  const [last, setLast] = useState(undoable)
  if (undoable !== undefined && undoable !== last) setLast(undoable)
  const open = useStore(stores.cases, (state) => state.open?.record.id)
  const [seen, setSeen] = useState(open)
  // Whoever comes back to a case need not hear again what became of the last thing.
  if (seen !== open) {
    setSeen(open)
    setLast(undoable)
  }
  const entry = useStore(stores.cases, ({ open }) => open?.entries.find(({ id }) => id === last))
  return { undoable, last, entry }
}

/** What has left cannot be called back; a field and a link can be changed back. */
const isOver = (entry: OutboxEntry | undefined): boolean => entry !== undefined && !canBeUndone(entry)

/** Where it is by now. It is said also when there is no way back, since that may be a moment after it was written. */
function whereWords(say: Say, entry: OutboxEntry | undefined, undoable: boolean): string {
  if (!entry) return undoable ? say('cases.undo.last') : ''
  const { edit, state } = entry
  if (state.kind === 'sent' && (undoable || isOver(entry))) return say(`cases.sent.${edit.kind}`)
  return undoable ? say(`cases.undo.${edit.kind}`) : say('cases.undone')
}

/** After a change: that it is on the disk, and the way back. */
export function UndoLine() {
  const { say } = useWords()
  const { cases } = useDesk()
  const { undoable, last, entry } = useLast()
  const [hidden, setHidden] = useState<typeof undoable>()
  const shown = undoable !== undefined && undoable !== hidden && !isOver(entry)
  return (
    <div className={shown ? 'undo-line' : 'visually-hidden'}>
      <p role="status">
        {shown && <HardDrive aria-hidden />}
        {last !== hidden && whereWords(say, entry, shown)}
      </p>
      {shown && (
        <>
          <CommandButton className="button" command="undo" onPress={() => void cases.undo(undoable)}>
            <Undo2 aria-hidden />
            {say('cases.undo')}
          </CommandButton>
          <Button
            className="button quiet icon-only"
            aria-label={say('cases.undo.dismiss')}
            onPress={() => setHidden(undoable)}
          >
            <X aria-hidden />
          </Button>
        </>
      )}
    </div>
  )
}
