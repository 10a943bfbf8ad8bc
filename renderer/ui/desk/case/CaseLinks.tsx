import { Link2 } from 'lucide-react'

import type { CaseLink } from '../../../domain/case.ts'
import { useWords } from '../../frame/words.tsx'

/** What the case is tied to. Addresses are shown for what they are, and open nothing. */
export function CaseLinks({ links }: { links: readonly CaseLink[] }) {
  const { say } = useWords()
  if (links.length === 0) return null
  return (
    <section className="case-links" aria-labelledby="case-links-heading">
      <h3 id="case-links-heading">{say('case.links')}</h3>
      <ul>
        {links.map(({ kind, target }) => (
          <li key={`${kind} ${target}`}>
            <Link2 aria-hidden />
            <span>{say(`case.link.${kind}`, { target })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
