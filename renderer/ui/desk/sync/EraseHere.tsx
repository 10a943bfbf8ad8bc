import { Eraser, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'

import { liveCall } from '../../../state/call-store.ts'
import { chatsByNeed } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

/** Erases what this computer keeps, for a computer that somebody else will use; asked twice, and never in a call. */
export function EraseHere() {
  const { say } = useWords()
  const { stores, wipe } = useDesk()
  const inCall = useStore(stores.calls, (state) => liveCall(state) !== undefined)
  const inChat = useStore(stores.chats, (state) => chatsByNeed(state).length > 0)
  const [asks, setAsks] = useState(false)
  if (asks && !inCall && !inChat) return <LastQuestion wipe={wipe} onClose={() => setAsks(false)} />
  return (
    <CommandButton
      className="button quiet sync-erase"
      unavailable={inCall ? say('erase.in-call') : inChat ? say('chat.signout.later') : undefined}
      onPress={() => setAsks(true)}
    >
      <Eraser aria-hidden />
      {say('erase.open')}
    </CommandButton>
  )
}

interface LastQuestionProps {
  readonly wipe: () => Promise<boolean>
  readonly onClose: () => void
}

function LastQuestion({ wipe, onClose }: LastQuestionProps) {
  const { say } = useWords()
  const { stores } = useDesk()
  const unsent = useStore(stores.cases, ({ counts }) => counts.underWay + counts.needsAgent)
  const drafts = useStore(stores.cases, (state) => state.drafts.size)
  const [step, setStep] = useState<'asked' | 'busy' | 'failed'>('asked')
  const erase = async (): Promise<void> => {
    setStep('busy')
    if (await wipe()) onClose()
    else setStep('failed')
  }
  return (
    <div className="sync-erase-asked" role="group" aria-label={say('erase.heading')}>
      <p>
        <TriangleAlert aria-hidden />
        <strong>{say('erase.heading')}</strong>
      </p>
      <p>{say('erase.about')}</p>
      <p>
        <strong>{say('erase.unsent', { count: unsent })}</strong>{' '}
        {drafts > 0 && say('erase.drafts', { count: drafts })}
      </p>
      <p role="status">{step === 'failed' && say('erase.failed')}</p>
      <div className="actions">
        <CommandButton className="button" autoFocus onPress={onClose}>
          {say('erase.keep')}
        </CommandButton>
        <CommandButton className="button danger" isPending={step === 'busy'} onPress={() => void erase()}>
          <Eraser aria-hidden />
          {say(unsent + drafts > 0 ? 'erase.go.lose' : 'erase.go')}
        </CommandButton>
      </div>
    </div>
  )
}
