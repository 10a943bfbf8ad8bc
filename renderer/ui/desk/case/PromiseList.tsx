import { Check, Handshake, PhoneOutgoing, TriangleAlert } from 'lucide-react'

import type { CaseRecord } from '../../../domain/case-record.ts'
import type { CaseId } from '../../../domain/ids.ts'
import type { Promised } from '../../../domain/promise.ts'
import { shortTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useDialNumber } from '../history/use-dial-number.ts'
import { useIsReading, useMayWrite } from '../reading/may-write.ts'
import { useNow } from '../use-now.tsx'
import { useWho } from '../who.ts'

/** What was promised in this case and is not kept yet, the soonest first. */
export function PromiseList({ record }: { record: CaseRecord }) {
  const { say } = useWords()
  const { id, promises } = record
  const mayWrite = useMayWrite(record)
  if (promises.length === 0) return null
  return (
    <section className="case-promises" aria-labelledby="case-promises-heading">
      <h3 id="case-promises-heading">{say('promise.heading')}</h3>
      <ul>
        {promises
          .toSorted((a, b) => a.dueAt - b.dueAt)
          .map((promised) => (
            <PromiseItem key={promised.id} case={id} promised={promised} open={mayWrite} />
          ))}
      </ul>
    </section>
  )
}

interface PromiseItemProps {
  readonly case: CaseId
  readonly promised: Promised
  readonly open: boolean
}

function PromiseItem({ case: id, promised, open }: PromiseItemProps) {
  const { say, language } = useWords()
  const { cases } = useDesk()
  const dial = useDialNumber()
  const who = useWho()
  const now = useNow()
  const { kind, what, dueAt, number } = promised
  const late = now > dueAt
  const isReading = useIsReading()
  const time = shortTime(language, dueAt, { now })
  const Icon = late ? TriangleAlert : kind === 'call-back' ? PhoneOutgoing : Handshake
  return (
    <li className={late ? 'case-promise late' : 'case-promise'}>
      <Icon aria-hidden />
      <p>
        <strong>
          {say(`cases.due.${kind}`)} {late ? say('promise.overdue', { time }) : say('promise.by', { time })}
        </strong>
        <br />
        {what}
      </p>
      <div className="actions">
        {number !== undefined && !isReading && (
          <CommandButton className="button" onPress={() => void dial(number)}>
            <PhoneOutgoing aria-hidden />
            {say('promise.call', { number: who.number(number) })}
          </CommandButton>
        )}
        {open && (
          <CommandButton className="button" about={what} onPress={() => void cases.keepPromise(id, promised)}>
            <Check aria-hidden />
            {say('promise.kept')}
          </CommandButton>
        )}
      </div>
    </li>
  )
}
