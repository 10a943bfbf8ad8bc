import { useMemo } from 'react'

import type { FlaggedMood } from '../../../domain/moods/flagged-mood.ts'
import type { Evidence } from '../../../domain/sentiment/mood.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { moodPieces } from './mood-pieces.ts'

export interface MoodWordsProps {
  readonly text: string
  readonly mood: FlaggedMood
}

/** UTF-16 units that stand in its box without scrolling. */
const fits = 240

/** What was said, with the words that decided marked: how each weighs is in its line, and in words for whoever listens. */
export function MoodWords({ text, mood: { evidence, readTo, language } }: MoodWordsProps) {
  const { say } = useWords()
  const read = text.slice(0, readTo)
  const pieces = useMemo(() => moodPieces(read, evidence), [read, evidence])
  const isCut = readTo < text.length
  return (
    <>
      <p
        className="mood-said"
        dir="auto"
        lang={language}
        // What scrolls can be reached by keyboard (WCAG 2.1.1).
        {...(text.length > fits && { tabIndex: 0 })}
      >
        {pieces.map((piece, index) =>
          piece.evidence ? <Mark key={index} text={piece.text} evidence={piece.evidence} /> : piece.text,
        )}
        {isCut && '…'}
      </p>
      {evidence.length > 0 && <p className="quiet mood-legend">{say('mood.words.legend')}</p>}
      {isCut && <p className="quiet">{say('mood.words.cut')}</p>}
    </>
  )
}

export const weighsOf = ({ weight }: Pick<Evidence, 'weight'>) => (weight < 0 ? 'negative' : 'positive')

/** What turned the words: "negated, before “but”". */
export const turnsInWords = (say: Say, { turns }: Pick<Evidence, 'turns'>): string =>
  turns.map((turn) => say(`mood.turn.${turn}`)).join(', ')

function Mark({ text, evidence }: { text: string; evidence: Evidence }) {
  const { say, language } = useWords()
  const turned = turnsInWords(say, evidence)
  return (
    <mark className={`mood-mark ${weighsOf(evidence)}`}>
      <span className="visually-hidden" lang={language}>
        {say(`mood.weighs.${weighsOf(evidence)}`)}{' '}
      </span>
      {text}
      {turned !== '' && (
        <span className="visually-hidden" lang={language}>
          {' '}
          ({turned})
        </span>
      )}
    </mark>
  )
}
