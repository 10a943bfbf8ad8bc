import { Bot, Check, CircleDashed, X } from 'lucide-react'
import type { ReactNode } from 'react'

import type { HandOver, HandOverStep } from '../../../domain/hand-over.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'

const icons = {
  worked: Check,
  'did-not-work': X,
  'not-finished': CircleDashed,
} as const satisfies Record<HandOverStep['outcome'], unknown>

/** What the bot found out before the agent, so that the customer need not say it twice. */
export function HandOverCard({ handOver }: { handOver: HandOver }) {
  const { say } = useWords()
  const { bot, reason, facts, steps, promised, consent } = handOver
  return (
    <section className="hand-over" aria-labelledby="hand-over-heading">
      <h3 id="hand-over-heading">
        <Bot aria-hidden />
        {say('hand-over.heading', { bot })}
      </h3>
      <Part heading={say('hand-over.reason')}>
        <p>{reason}</p>
      </Part>
      {facts.length > 0 && (
        <Part heading={say('hand-over.facts')}>
          <dl className="hand-over-facts">
            {facts.map(({ name, label, value }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {steps.length > 0 && (
        <Part heading={say('hand-over.steps')}>
          <ol className="hand-over-list">
            {steps.map((step, index) => (
              <Step key={index} step={step} />
            ))}
          </ol>
        </Part>
      )}
      {promised.length > 0 && (
        <Part heading={say('hand-over.promised')}>
          <Promises promised={promised} />
        </Part>
      )}
      {consent.length > 0 && (
        <Part heading={say('hand-over.consent')}>
          <Consents consent={consent} />
        </Part>
      )}
      <p className="quiet">{say('hand-over.unverified')}</p>
    </section>
  )
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section>
      <h4>{heading}</h4>
      {children}
    </section>
  )
}

function Step({ step: { what, outcome } }: { step: HandOverStep }) {
  const { say } = useWords()
  const Icon = icons[outcome]
  return (
    <li>
      <Icon aria-hidden />
      {what} <span className="quiet">{say(`hand-over.outcome.${outcome}`)}</span>
    </li>
  )
}

function Promises({ promised }: Pick<HandOver, 'promised'>) {
  const { say, language } = useWords()
  return (
    <ul className="hand-over-list">
      {promised.map(({ what, dueAt }) => (
        <li key={what}>
          {dueAt === undefined
            ? what
            : say('hand-over.promised.due', { what, when: dayAndHour(language, dueAt) })}
        </li>
      ))}
    </ul>
  )
}

function Consents({ consent }: Pick<HandOver, 'consent'>) {
  const { say, language } = useWords()
  return (
    <dl className="hand-over-facts">
      {consent.map(({ what, given, at }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            {say(given ? 'hand-over.consent.given' : 'hand-over.consent.refused', {
              when: dayAndHour(language, at),
            })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
