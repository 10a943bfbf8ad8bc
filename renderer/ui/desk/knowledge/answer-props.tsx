import { Text } from 'react-aria-components/Text'

import type { ShownField } from '../../../domain/knowledge/what-to-show.ts'

/** What every kind of control has: its name, what it says below, and what is wrong. */
export interface AnswerProps {
  readonly shown: ShownField
  readonly label: string
  readonly description: string
  readonly fault: string | undefined
  readonly onValue: (value: string | boolean) => void
}

/** What is said below a control, where there is something to say. */
export function Description({ text }: { text: string }) {
  return text === '' ? null : <Text slot="description">{text}</Text>
}
