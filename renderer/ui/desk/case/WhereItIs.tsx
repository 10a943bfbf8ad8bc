import { CheckCheck, CircleAlert, CloudOff, HardDrive, Hourglass, LoaderCircle } from 'lucide-react'

import type { OpenCase } from '../../../state/case-store.ts'
import { useWords } from '../../frame/words.tsx'

const icons = { saved: HardDrive, saving: LoaderCircle, unsaved: CloudOff } as const satisfies Record<
  OpenCase['saved'],
  unknown
>

/** What of this case is on this computer, what the case system has, and what waits: always in sight. */
export function WhereItIs({ open: { record, saved } }: { open: OpenCase }) {
  const { say } = useWords()
  const { underWay, needsAgent } = record
  const Saved = icons[saved]
  return (
    <ul className="case-where" aria-label={say('case.where')}>
      <li className={saved}>
        <Saved aria-hidden />
        {say(`saved.${saved}`)}
      </li>
      {underWay > 0 && (
        <li className="waits">
          <Hourglass aria-hidden />
          {say('case.sent.waiting', { count: underWay })}
        </li>
      )}
      {needsAgent > 0 && (
        <li className="needs">
          <CircleAlert aria-hidden />
          {say('case.sent.needs', { count: needsAgent })}
        </li>
      )}
      {underWay + needsAgent === 0 && saved === 'saved' && (
        <li className="all-sent">
          <CheckCheck aria-hidden />
          {say('case.sent.all')}
        </li>
      )}
    </ul>
  )
}
