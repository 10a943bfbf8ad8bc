import { useStore } from 'zustand'

import { breakIsDueAfter, dayLoad } from '../../../domain/well-being/day.ts'
import type { DayLoad } from '../../../domain/well-being/day.ts'
import { clockTime, hourOf } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { Panel } from '../panel/Panel.tsx'
import { useNow } from '../use-now.tsx'
import { DayChart } from './DayChart.tsx'
import './day.css'

/** Breaks and load of the agent's own day, for nobody else. */
export function DayPanel({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const { stores, wellBeing } = useDesk()
  const entries = useStore(stores.day, (state) => state.entries)
  const breather = useStore(stores.day, (state) => state.breather)
  const load = dayLoad(entries, useNow())
  return (
    <Panel heading={say('day.open')} close={say('day.close')} onClose={onClose}>
      <p className="quiet">{say('day.private')}</p>
      <p>
        {say('day.since-break')} <strong>{clockTime(load.sinceBreak)}</strong>
        <br />
        {say(load.sinceBreak > breakIsDueAfter ? 'day.due' : 'day.not-due')}
      </p>
      {!breather && (
        <CommandButton className="button" onPress={() => wellBeing.takeBreather()}>
          {say('breather.take')}
        </CommandButton>
      )}
      <Sums load={load} />
      <h3>{say('day.load')}</h3>
      <DayChart hours={load.hours} />
      <Breaks load={load} />
    </Panel>
  )
}

function Sums({ load }: { load: DayLoad }) {
  const { say } = useWords()
  const sums = [
    ['day.contact', load.contact],
    ['day.wrap-up', load.wrapUp],
    ['day.waiting', load.waiting],
    ['day.resting', load.resting],
  ] as const
  return (
    <>
      <h3>{say('day.sums')}</h3>
      <dl className="day-sums">
        {sums.map(([key, milliseconds]) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd>{clockTime(milliseconds)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Breaks({ load }: { load: DayLoad }) {
  const { say, language } = useWords()
  return (
    <>
      <h3>{say('day.breaks')}</h3>
      {load.breaks.length === 0 && <p className="quiet">{say('day.breaks.none')}</p>}
      <ul className="day-breaks">
        {load.breaks.map(({ at, until, reason }) => (
          <li key={at}>
            {say('day.breaks.one', {
              reason: say(`agent.reason.${reason ?? 'break'}`),
              since: hourOf(language, at),
              until: hourOf(language, until),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
