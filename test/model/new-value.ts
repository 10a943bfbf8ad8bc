import type { FieldKey, FieldValue } from '../../renderer/domain/case-field.ts'
import { fieldOf } from '../../renderer/domain/case.ts'

/** A field with its new value, which has these words in it where the field is one for words. */
export function newValue(
  one: Parameters<typeof fieldOf>[0],
  words: string,
  what: number,
): [FieldKey, FieldValue] {
  const topics = ['childcare', 'pension', 'travel', 'tax']
  const has = fieldOf(one, 'custom:Topics')
  const topic = topics[what % topics.length] ?? ''
  const all: [FieldKey, FieldValue][] = [
    ['subject', [`Subject ${words}`]],
    ['custom:File number', [`F-${words}`]],
    ['cc', [...fieldOf(one, 'cc'), `${words}@example.org`]],
    ['status', [['open', 'stalled', 'resolved', 'new'][what % 4] ?? 'open']],
    ['priority', [String(what % 3)]],
    ['custom:Topics', has.includes(topic) ? has.filter((each) => each !== topic) : [...has, topic]],
    ['due', what % 2 === 0 ? [] : ['2026-12-01']],
  ]
  return all[what % all.length] ?? ['subject', [words]]
}
