import { CircleDashed } from 'lucide-react'

import { peopleNames } from '../../../domain/knowledge/fill-words.ts'
import type { WordPart } from '../../../domain/knowledge/fill-words.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'

/** What is not known stands there as its field's label; whom or what it is about has words of ours. */
function missingName(say: Say, { name, text }: WordPart & { readonly kind: 'missing' }): string {
  const known = peopleNames.find((one) => one === name)
  if (known === undefined) return text
  return known === 'queue' ? say('guide.missing.queue') : say(`replies.field.${known}`)
}

/** Words to speak: what was filled in is underlined, and what is missing says so. */
export function GuideWords({ parts }: { parts: readonly WordPart[] }) {
  return parts.map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : part.kind === 'filled' ? (
      <strong key={index} className="guide-filled">
        {part.text}
      </strong>
    ) : (
      <Missing key={index} part={part} />
    ),
  )
}

function Missing({ part }: { part: WordPart & { readonly kind: 'missing' } }) {
  const { say } = useWords()
  return (
    <span className="guide-missing">
      <CircleDashed aria-hidden />
      {missingName(say, part)} <span className="visually-hidden">{say('guide.missing')}</span>
    </span>
  )
}
