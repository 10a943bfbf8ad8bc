import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'

import { wholeCharacters } from '../../../domain/moods/whole-characters.ts'
import type { TextSpan } from '../../../domain/moods/whole-characters.ts'
import { useWords } from '../../frame/words.tsx'
import { turnsInWords, weighsOf } from './MoodWords.tsx'
import type { MoodWordsProps } from './MoodWords.tsx'

/** Whoever wants to know: each word with its weight, each part of the sentence with its score, and how it is added up. */
export function MoodDetails({ text, mood }: MoodWordsProps) {
  const { say } = useWords()
  return (
    <Disclosure className="mood-details">
      <Button slot="trigger" className="button quiet">
        <ChevronDown aria-hidden />
        {say('mood.details')}
      </Button>
      <DisclosurePanel>
        <p>{say('mood.formula')}</p>
        <p>{say('mood.confidence', { share: mood.confidence })}</p>
        {mood.evidence.length > 0 && <WordsTable text={text} mood={mood} />}
        {mood.phrases.length > 1 && <PhrasesTable text={text} mood={mood} />}
      </DisclosurePanel>
    </Disclosure>
  )
}

/** Weights above these are a lot, and clear: a score of −1 or 1 is reached by about two. */
const [strong, clear] = [1, 0.4]

const strengthOf = (weight: number) =>
  Math.abs(weight) >= strong ? 'strong' : Math.abs(weight) >= clear ? 'clear' : 'slight'

function WordsTable({ text, mood: { evidence, language } }: MoodWordsProps) {
  const { say } = useWords()
  const part = partsOf(text)
  return (
    <table className="mood-table">
      <thead>
        <tr>
          <th scope="col">{say('mood.table.words')}</th>
          <th scope="col">{say('mood.table.weight')}</th>
          <th scope="col">{say('mood.table.turns')}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((found) => (
          <tr key={`${found.from}-${found.to}`}>
            <th scope="row" lang={language} dir="auto">
              {part(found)}
            </th>
            <td>
              {say('mood.table.weight.value', {
                words: `${say(`mood.weighs.${weighsOf(found)}`)} ${say(`mood.strength.${strengthOf(found.weight)}`)}`,
                weight: found.weight,
              })}
            </td>
            <td>{turnsInWords(say, found)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** So many are shown: of a very long text there are two hundred. */
const mostPhrases = 12

function PhrasesTable({ text, mood: { phrases, language } }: MoodWordsProps) {
  const { say } = useWords()
  const part = partsOf(text)
  return (
    <table className="mood-table">
      <thead>
        <tr>
          <th scope="col">{say('mood.table.phrase')}</th>
          <th scope="col">{say('mood.table.score')}</th>
        </tr>
      </thead>
      <tbody>
        {phrases.slice(0, mostPhrases).map((phrase) => (
          <tr key={phrase.from}>
            <th scope="row" lang={language} dir="auto">
              {part(phrase)}
            </th>
            <td>{say('mood.score', { score: phrase.score })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** UTF-16 units of a cell. */
const longestCell = 120

function partsOf(text: string): (span: TextSpan) => string {
  const whole = wholeCharacters(text)
  return ({ from, to }) => {
    const span = whole({ from, to: Math.min(to, from + longestCell) })
    return text.slice(span.from, span.to) + (span.to < to ? '…' : '')
  }
}
