import { Combine, Split, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

/** After two were made one: that they are, and the way back. */
export function MergeLine() {
  const { say } = useWords()
  const { stores, stories } = useDesk()
  const merged = useStore(stores.story, (state) => state.merged)
  return (
    <div className={merged ? 'undo-line' : 'visually-hidden'}>
      <p role="status">
        {merged && (
          <>
            <Combine aria-hidden />
            {say('merge.done', { kept: merged.kept.name, gone: merged.gone.name })}
          </>
        )}
      </p>
      {merged && (
        <>
          <CommandButton className="button" onPress={() => void stories.undoMerge()}>
            <Split aria-hidden />
            {say('merge.undo')}
          </CommandButton>
          <Button
            className="button quiet icon-only"
            aria-label={say('merge.dismiss')}
            onPress={() => stories.dismissMerge()}
          >
            <X aria-hidden />
          </Button>
        </>
      )}
    </div>
  )
}
