import { useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'

import type { ChosenReason } from '../../domain/agent-state.ts'
import { dispositionsOf } from '../../domain/interaction.ts'
import type { Disposition, Interaction } from '../../domain/interaction.ts'
import type { Say } from '../../words/say.ts'
import { useWords } from '../frame/words.tsx'

export type AfterWrapUp = 'available' | 'break' | 'close' | { readonly stay: ChosenReason }

/** How a wrap-up is called, by what it comes after. */
export const wrapUpWords = { call: 'wrapup.heading', chat: 'chat.wrapup' } as const satisfies Record<
  Interaction['channel'],
  string
>

export interface WrapUpFormProps {
  readonly channel: Interaction['channel']
  readonly disposition: Disposition | undefined
  /**
   * What can follow: the next call, a break, or what the agent was doing before; only closing for one that was left
   * unfinished.
   */
  readonly then: readonly AfterWrapUp[]
  readonly onDisposition: (disposition: Disposition) => void
  readonly onFinish: (then: AfterWrapUp) => void
}

const nameOf = (say: Say, then: AfterWrapUp): string =>
  typeof then === 'string'
    ? say(names[then])
    : say('wrapup.stay', { reason: say(`agent.reason.${then.stay}`) })

const names = { available: 'wrapup.next', break: 'wrapup.break', close: 'wrapup.close' } as const

/** What came of the interaction, and what comes next. */
export function WrapUpForm({ channel, disposition, then, onDisposition, onFinish }: WrapUpFormProps) {
  const { say } = useWords()
  const [asked, setAsked] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  const missing = asked && disposition === undefined
  const finish = (next: AfterWrapUp): void => {
    setAsked(true)
    if (disposition !== undefined) onFinish(next)
    // Read out there, with the sentence that says what is missing.
    else group.current?.querySelector('input')?.focus()
  }
  return (
    <div className="wrap-up-form">
      <RadioGroup
        ref={group}
        className="dispositions"
        value={disposition ?? null}
        isInvalid={missing}
        isRequired
        onChange={(value) => {
          const chosen = dispositionsOf(channel).find((candidate) => candidate === value)
          if (chosen) onDisposition(chosen)
        }}
      >
        <Label>{say('wrapup.outcome')}</Label>
        <div className="disposition-list">
          {dispositionsOf(channel).map((id) => (
            <RadioField key={id} value={id}>
              <RadioButton className="disposition">{say(`disposition.${id}`)}</RadioButton>
            </RadioField>
          ))}
        </div>
        <FieldError>{say('wrapup.outcome.missing')}</FieldError>
      </RadioGroup>
      <div className="actions">
        {then.map((next, index) => (
          <Button
            key={nameOf(say, next)}
            className={index === 0 ? 'button primary' : 'button'}
            onPress={() => finish(next)}
          >
            {nameOf(say, next)}
          </Button>
        ))}
      </div>
    </div>
  )
}
