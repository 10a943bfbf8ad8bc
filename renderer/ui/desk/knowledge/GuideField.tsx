import type { AnswerFault } from '../../../domain/knowledge/check-answer.ts'
import type { ShownField } from '../../../domain/knowledge/what-to-show.ts'
import type { Language } from '../../../domain/language.ts'
import { useWords } from '../../frame/words.tsx'
import { dateInWords } from '../case/date-in-words.ts'
import type { AnswerProps } from './answer-props.tsx'
import { ChoiceAnswer } from './ChoiceAnswer.tsx'
import { ConsentAnswer } from './ConsentAnswer.tsx'
import { faultWords } from './field-words.ts'
import { TextAnswer } from './TextAnswer.tsx'

export interface GuideFieldProps {
  readonly shown: ShownField
  /** The same with what is read aloud in the customer's language. */
  readonly said: ShownField | undefined
  readonly spoken: Language
  readonly value: string | boolean | undefined
  readonly onValue: (value: string | boolean) => void
  readonly fault: AnswerFault['fault'] | undefined
}

/** One field of a step, as its type has it. */
export function GuideField({ shown, said, spoken, value, onValue, fault }: GuideFieldProps) {
  const { say, language } = useWords()
  const { field } = shown
  const label = field.required ? shown.label : say('guide.field.optional', { label: shown.label })
  const answer: AnswerProps = {
    ...{ shown, label, onValue, description: useDescription(shown, value) },
    fault: fault && faultWords(say, language, shown, fault),
  }
  const text = typeof value === 'string' ? value : ''
  return (
    <div className={`guide-field ${field.type.kind}`} data-guide-field={field.name}>
      {field.type.kind === 'choice' ? (
        <ChoiceAnswer {...answer} choices={field.type.choices} value={text} />
      ) : field.type.kind === 'consent' ? (
        <ConsentAnswer
          {...answer}
          words={(said ?? shown).words}
          spoken={spoken}
          value={typeof value === 'boolean' ? value : undefined}
        />
      ) : (
        <TextAnswer {...answer} value={text} />
      )}
    </div>
  )
}

/** Whose word stands there, and a day written out. */
function useDescription({ field, hint, from }: ShownField, value: unknown): string {
  const { say, language } = useWords()
  const day =
    field.type.kind === 'date' && typeof value === 'string' ? dateInWords(language, value) : undefined
  return [day, hint, from && say(`guide.field.from.${from}`)].filter((one) => one !== undefined).join(' · ')
}
