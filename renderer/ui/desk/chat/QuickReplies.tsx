import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import type { KeyboardEvent } from 'react'

import { useWords } from '../../frame/words.tsx'
import type { QuickChoice } from './quick-choices.ts'

export interface QuickRepliesProps {
  readonly id: string
  readonly choices: readonly QuickChoice[]
  /** Which one the keys have reached. */
  readonly active: number
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly onChoose: (choice: QuickChoice) => void
}

export const optionId = (list: string, key: string): string => `${list}-${key}`

/**
 * What can be sent with one key, both languages side by side. The cursor stays in the text field, which names the active one
 * (WAI-ARIA 1.2, `aria-activedescendant`); the list takes the same keys, since what scrolls can be reached by keyboard.
 */
export function QuickReplies({ id, choices, active, onKey, onChoose }: QuickRepliesProps) {
  const { say } = useWords()
  const current = choices[active]
  const reached = current && optionId(id, current.key)
  useEffect(() => {
    if (reached !== undefined) document.getElementById(reached)?.scrollIntoView({ block: 'nearest' })
  }, [reached])
  const choiceAt = (target: EventTarget): QuickChoice | undefined => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    return choices.find(({ key }) => optionId(id, key) === option?.id)
  }
  return (
    <div className="quick-replies">
      <p role="status" className={choices.length === 0 ? 'quiet' : 'visually-hidden'}>
        {choices.length === 0 ? say('replies.none') : say('replies.count', { count: choices.length })}
      </p>
      <div
        id={id}
        className="quick-reply-list"
        role="listbox"
        aria-label={say('replies.label')}
        aria-activedescendant={reached}
        tabIndex={0}
        onKeyDown={onKey}
        onClick={(event) => {
          const choice = choiceAt(event.target)
          if (choice) onChoose(choice)
        }}
      >
        {choices.map((choice, index) => (
          // Keys and clicks are the list's.
          <div
            key={choice.key}
            id={optionId(id, choice.key)}
            role="option"
            aria-selected={index === active}
            className={index === active ? `quick-reply ${choice.kind} active` : `quick-reply ${choice.kind}`}
          >
            <Choice choice={choice} />
          </div>
        ))}
      </div>
    </div>
  )
}

function Choice({ choice }: { choice: QuickChoice }) {
  const { say } = useWords()
  if (choice.kind === 'command')
    return (
      <>
        <kbd>/{choice.name}</kbd> {say(`replies.command.${choice.name}`)}
      </>
    )
  const names = choice.missing.map((name) => say(`replies.field.${name as 'customer' | 'agent' | 'case'}`))
  return (
    <>
      <kbd>/{choice.name}</kbd> <span className="tag">{say(`language.name.${choice.language}`)}</span>
      <span className="quick-reply-text" lang={choice.language}>
        {choice.text}
      </span>
      {names.length > 0 && (
        <span className="tag warn">
          <TriangleAlert aria-hidden />
          {say('replies.missing', { names: names.join(', ') })}
        </span>
      )}
    </>
  )
}
