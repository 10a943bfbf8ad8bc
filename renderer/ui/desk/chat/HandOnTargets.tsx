import type { RefObject } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'

import type { HandOnTarget } from '../../../domain/chat-people.ts'
import { useWords } from '../../frame/words.tsx'
import type { HandOnChoice } from './use-hand-on-choices.ts'

/** What names a target among the others. */
export const keyOf = (target: HandOnTarget): string =>
  target.kind === 'lead' ? 'lead' : `${target.kind}:${target.kind === 'agent' ? target.user : target.queue}`

export interface HandOnTargetsProps {
  readonly group: RefObject<HTMLDivElement | null>
  readonly choices: readonly HandOnChoice[] | undefined
  /** The key of what was chosen. */
  readonly chosen: string | undefined
  readonly isMissing: boolean
  readonly onChoose: (key: string) => void
}

/** To whom a chat is handed on: one of those who are there. */
export function HandOnTargets({ group, choices, chosen, isMissing, onChoose }: HandOnTargetsProps) {
  const { say } = useWords()
  return (
    <RadioGroup
      ref={group}
      className="dispositions"
      value={chosen ?? null}
      isInvalid={isMissing}
      onChange={onChoose}
    >
      <Label>{say('hand-on.to')}</Label>
      <div className="disposition-list">
        {choices?.map(({ target, name, detail }) => (
          <RadioField key={keyOf(target)} value={keyOf(target)}>
            <RadioButton className="disposition">
              <span>
                {name} {detail !== undefined && <span className="quiet">{detail}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldError>{say('hand-on.missing')}</FieldError>
    </RadioGroup>
  )
}
