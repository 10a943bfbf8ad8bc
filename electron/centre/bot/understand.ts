import type { BotTopic } from './bot-words.ts'
import { numberForms } from './bot-words.ts'

export type Meant = 'person' | 'yes' | 'no' | 'something'

/** Both languages at once: people change between them, and a word of one means nothing else in the other. */
const person =
  /(?:^|\P{L})(?:person|people|human|agent|representative|somebody|someone|personne|humain|humaine|conseiller|conseillère|quelqu.un)(?:$|\P{L})/iu
const yes = /^\P{L}*(?:yes|yeah|yep|ok|okay|sure|oui|ouais|d.accord|bien s[uû]r)(?:$|\P{L})/iu
const no = /^\P{L}*(?:no|nope|not|non|pas)(?:$|\P{L})/iu

/** Longer answers are a story, which is for a person to read. */
const longestRead = 500

export function whatIsMeant(text: string): Meant {
  const read = text.slice(0, longestRead)
  if (person.test(read)) return 'person'
  if (yes.test(read)) return 'yes'
  return no.test(read) ? 'no' : 'something'
}

/** The file number in a text, in its usual form; people leave hyphens out and write in lower case. */
export function fileNumberIn(text: string, topic: BotTopic): string | undefined {
  const { prefix } = numberForms[topic]
  const found = new RegExp(`(?:^|[^A-Z0-9])${prefix}[ -]?(\\d{2})[ -]?(\\d{4})(?:$|[^0-9])`, 'i').exec(
    text.slice(0, longestRead),
  )
  return found ? `${prefix}-${found[1] ?? ''}-${found[2] ?? ''}` : undefined
}
