import { HardDrive, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import type { CaseState } from '../../../state/case-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

/** What it was that can be taken back, where the desk has it at hand. */
const kindOf = ({ undoable, open }: CaseState) =>
  open?.entries.find(({ id }) => id === undoable)?.edit.kind ?? 'last'

/** What has left cannot be called back; a field and a link can be changed back. */
const isOver = ({ undoable, open }: CaseState): boolean => {
  const entry = open?.entries.find(({ id }) => id === undoable)
  const { kind } = entry?.edit ?? { kind: 'change' }
  if (entry?.state.kind === 'sent') return kind !== 'change' && kind !== 'link'
  return entry?.state.kind === 'withdrawn'
}

/** After a change: that it is on the disk, and the way back. */
export function UndoLine() {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const undoable = useStore(stores.cases, (state) => state.undoable)
  const kind = useStore(stores.cases, kindOf)
  const over = useStore(stores.cases, isOver)
  const [hidden, setHidden] = useState<typeof undoable>()
  const shown = undoable !== undefined && undoable !== hidden && !over
  return (
    <div className={shown ? 'undo-line' : 'visually-hidden'}>
      <p role="status">
        {shown && (
          <>
            <HardDrive aria-hidden />
            {say(`cases.undo.${kind}`)}
          </>
        )}
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
