import { useRef, useState } from 'react'

import { textOfSaid } from '../../../domain/story/line-matches.ts'
import type { Said } from '../../../domain/story/said.ts'
import { beginsAny, wordsOf } from '../../../domain/story/words-of.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useSaidKeys } from '../mood/use-said-keys.ts'
import { SaidLine } from './SaidLine.tsx'

/** So many are shown at once: a chat can have thousands, and the rest is asked for. */
const atOnce = 30
/** Those before the first that was found: what it answers. */
const before = 2

export interface SaidLinesProps {
  readonly said: readonly Said[]
  /** What was looked for in the story; empty for nothing. */
  readonly wanted: string
}

/** What was said in one interaction, oldest first; where something was looked for, from there on. */
export function SaidLines({ said, wanted }: SaidLinesProps) {
  const { say } = useWords()
  const first = firstWith(said, wanted)
  const [shown, setShown] = useState({ from: Math.max(0, first - before), to: first + atOnce })
  const box = useRef<HTMLDivElement>(null)
  useSaidKeys(box)
  if (said.length === 0) return <p className="quiet">{say('story.line.said.none')}</p>
  const { from, to } = shown
  const later = Math.max(0, said.length - to)
  return (
    <div ref={box} className="story-said-lines">
      {from > 0 && (
        <More
          count={Math.min(from, atOnce)}
          onMore={() => setShown({ from: Math.max(0, from - atOnce), to })}
        />
      )}
      <ol>
        {said.slice(from, to).map((one) => (
          <SaidLine key={one.id} said={one} wanted={wanted} />
        ))}
      </ol>
      {later > 0 && (
        <More count={Math.min(later, atOnce)} onMore={() => setShown({ from, to: to + atOnce })} />
      )}
    </div>
  )
}

/** The first that has any of the words that were looked for; else the first of all. */
function firstWith(said: readonly Said[], wanted: string): number {
  const words = wordsOf(wanted)
  return Math.max(
    0,
    said.findIndex((one) => beginsAny(wordsOf(textOfSaid(one)), words)),
  )
}

function More({ count, onMore }: { count: number; onMore: () => void }) {
  const { say } = useWords()
  return (
    <CommandButton className="button quiet" onPress={onMore}>
      {say('story.line.said.more', { count })}
    </CommandButton>
  )
}
