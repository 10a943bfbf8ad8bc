import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'

import type { IdentityCheck, StoryHead } from '../../../domain/story/story-head.ts'
import { useWords } from '../../frame/words.tsx'
import { useNow } from '../use-now.tsx'
import { whenIn } from './when.ts'

const icons = {
  passed: ShieldCheck,
  failed: ShieldAlert,
  'not-finished': ShieldQuestion,
} as const satisfies Record<IdentityCheck['outcome'], unknown>

/** The last time that somebody made sure who this is. It proves nothing of whoever is in touch now. */
export function HeadIdentity({ identity }: Pick<StoryHead, 'identity'>) {
  const { say, language } = useWords()
  const now = useNow()
  if (!identity)
    return (
      <li>
        <ShieldQuestion aria-hidden />
        <div>{say('story.head.identity.none')}</div>
      </li>
    )
  const { at, outcome, checked, guide } = identity
  const Icon = icons[outcome]
  return (
    <li className={`identity ${outcome}`}>
      <Icon aria-hidden />
      <div>
        {say(`story-export.identity.${outcome}`, {
          ...{ when: whenIn(language, at, now), checked: checked.join(', ') || guide },
        })}
      </div>
    </li>
  )
}
