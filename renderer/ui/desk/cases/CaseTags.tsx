import {
  Ban,
  CalendarClock,
  CircleAlert,
  CircleDot,
  HardDrive,
  Merge,
  PhoneOutgoing,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'

import { oneOf } from '../../../domain/case.ts'
import type { Standing } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import type { Promised } from '../../../domain/promise.ts'
import { shortTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useNow } from '../use-now.tsx'
import { dueDate } from './due-date.ts'
import { statusName } from './status-name.ts'

const standingIcons = {
  merged: Merge,
  deleted: Trash2,
  forbidden: Ban,
} as const satisfies Record<Exclude<Standing['kind'], 'here'>, unknown>

/** How a case stands, each with an icon and words; what the agent has to decide comes first. */
export function CaseTags({ record }: { record: CaseRecord }) {
  const { say } = useWords()
  const { current, needsAgent, underWay, standing, promises } = record
  const status = oneOf(current, 'status')
  const soonest = promises.toSorted((a, b) => a.dueAt - b.dueAt)[0]
  return (
    <p className="case-tags">
      {needsAgent > 0 && (
        <Tag warn icon={<CircleAlert aria-hidden />}>
          {say('cases.row.needs', { count: needsAgent })}
        </Tag>
      )}
      {standing.kind !== 'here' && <StandingTag kind={standing.kind} />}
      {status !== undefined && <Tag icon={<CircleDot aria-hidden />}>{statusName(say, status)}</Tag>}
      {soonest && <PromiseTag promised={soonest} />}
      <DueTag record={record} />
      {underWay > 0 && (
        <Tag icon={<HardDrive aria-hidden />}>{say('cases.row.under-way', { count: underWay })}</Tag>
      )}
    </p>
  )
}

interface TagProps {
  readonly icon: ReactNode
  readonly warn?: boolean
  readonly children: string
}

const Tag = ({ icon, warn = false, children }: TagProps) => (
  <span className={warn ? 'tag warn' : 'tag'}>
    {icon}
    {children}
  </span>
)

function StandingTag({ kind }: { kind: keyof typeof standingIcons }) {
  const { say } = useWords()
  const Icon = standingIcons[kind]
  return (
    <Tag warn icon={<Icon aria-hidden />}>
      {say(`cases.standing.${kind}`)}
    </Tag>
  )
}

function PromiseTag({ promised: { kind, dueAt } }: { promised: Promised }) {
  const { say, language } = useWords()
  const now = useNow()
  const late = now > dueAt
  const values = { kind: say(`cases.due.${kind}`), date: shortTime(language, dueAt, { now }) }
  return (
    <Tag warn={late} icon={<PhoneOutgoing aria-hidden />}>
      {late ? say('cases.row.promise-overdue', values) : say('cases.row.promised', values)}
    </Tag>
  )
}

function DueTag({ record: { current, active } }: { record: CaseRecord }) {
  const { say, language } = useWords()
  const now = useNow()
  const due = dueDate(current)
  if (!due || !active) return null
  const late = now > due.lateFrom
  const date = shortTime(language, due.at, { now, wholeDay: due.wholeDay })
  return (
    <Tag warn={late} icon={<CalendarClock aria-hidden />}>
      {late ? say('cases.row.overdue', { date }) : say('cases.row.due', { date })}
    </Tag>
  )
}
