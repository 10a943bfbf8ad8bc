import type { AnswerFault } from '../../../domain/knowledge/check-answer.ts'
import type { FieldType } from '../../../domain/knowledge/guide.ts'
import type { ShownField } from '../../../domain/knowledge/what-to-show.ts'
import type { Language } from '../../../domain/language.ts'
import { locales } from '../../../words/locales.ts'
import type { Say } from '../../../words/say.ts'
import { longDay } from '../../../words/times.ts'

/** One that everybody has seen on an envelope. */
const codeExamples = { CA: 'K1A 0B1', US: '20500', FR: '75008', GB: 'SW1A 2AA' } as const satisfies Record<
  Extract<FieldType, { readonly kind: 'postal-code' }>['country'],
  string
>

type Fault = AnswerFault['fault']

/** Those that are beyond a first or a last value. */
const beyond = ['too-early', 'too-late', 'too-small', 'too-large'] as const
type Beyond = (typeof beyond)[number]
const isBeyond = (fault: Fault): fault is Beyond => beyond.some((one) => one === fault)

/** What is wrong with an answer, and what would be right. */
export function faultWords(say: Say, language: Language, shown: ShownField, fault: Fault): string {
  const { type } = shown.field
  if (isBeyond(fault)) return say(`guide.fault.${fault}`, { bound: boundOf(shown, fault, language) })
  if (fault === 'too-long')
    return say('guide.fault.too-long', {
      longest: type.kind === 'text' ? inWords(type.longest, language) : '',
    })
  if (fault === 'not-a-postal-code')
    return say('guide.fault.not-a-postal-code', {
      example: type.kind === 'postal-code' ? codeExamples[type.country] : '',
    })
  return say(`guide.fault.${fault}`)
}

const inWords = (value: number | undefined, language: Language): string =>
  value?.toLocaleString(locales[language]) ?? ''

function boundOf(
  { field: { type }, earliest, latest }: ShownField,
  fault: Beyond,
  language: Language,
): string {
  if (fault === 'too-early') return longDay(language, earliest ?? '')
  if (fault === 'too-late') return longDay(language, latest ?? '')
  if (type.kind !== 'number') return ''
  return inWords(fault === 'too-small' ? type.least : type.most, language)
}
