import { Check, X } from 'lucide-react'
import { useRef } from 'react'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useFocusIfLost } from '../use-focus-if-lost.ts'

/** The one thing of the test that only the agent can tell. */
export function HeardQuestion() {
  const { say } = useWords()
  const { check } = useDesk()
  const yes = useRef<HTMLButtonElement>(null)
  useFocusIfLost(yes, 'asked')
  return (
    <div className="heard" role="group" aria-labelledby="heard-question">
      <p id="heard-question" role="alert">
        {say('check.heard')}
      </p>
      <div className="actions">
        <CommandButton ref={yes} className="button primary" onPress={() => check.heard(true)}>
          <Check aria-hidden />
          {say('check.heard.yes')}
        </CommandButton>
        <CommandButton className="button" onPress={() => check.heard(false)}>
          <X aria-hidden />
          {say('check.heard.no')}
        </CommandButton>
      </div>
    </div>
  )
}
