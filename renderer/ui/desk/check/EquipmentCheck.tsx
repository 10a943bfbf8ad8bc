import { Play, Square } from 'lucide-react'
import { useEffect } from 'react'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useStore } from 'zustand'

import { checkSteps } from '../../../domain/line-check.ts'
import type { CheckStep } from '../../../domain/line-check.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { Panel } from '../panel/Panel.tsx'
import { CheckHistory } from './CheckHistory.tsx'
import { HeardQuestion } from './HeardQuestion.tsx'
import { StepList } from './StepList.tsx'
import { Verdict } from './Verdict.tsx'

/** The test before a shift: what is tried, what was found, and what to do about it. */
export function EquipmentCheck({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const { stores, check } = useDesk()
  const { running, asksHeard, results, history } = useStore(stores.check)
  // Whoever leaves the test has no use for its tone and its test call.
  useEffect(() => () => check.stop(), [check])
  return (
    <Panel heading={say('check.heading')} close={say('check.close')} onClose={onClose}>
      <p className="quiet">{say('check.about')}</p>
      {running ? <Progress running={running} /> : <Verdict results={results} />}
      <div className="actions">
        {running ? (
          <CommandButton className="button" onPress={() => check.stop()}>
            <Square aria-hidden />
            {say('check.stop')}
          </CommandButton>
        ) : (
          <CommandButton className="button primary" onPress={() => void check.start()}>
            <Play aria-hidden />
            {say(results.length === 0 ? 'check.start' : 'check.again')}
          </CommandButton>
        )}
      </div>
      {asksHeard && <HeardQuestion />}
      {(running ?? results.length > 0) && <StepList running={running} results={results} />}
      <CheckHistory reports={history} />
    </Panel>
  )
}

function Progress({ running }: { running: CheckStep }) {
  const { say } = useWords()
  const done = checkSteps.indexOf(running)
  const text = say('check.progress.step', {
    step: done + 1,
    steps: checkSteps.length,
    name: say(`check.step.${running}`),
  })
  return (
    <>
      <ProgressBar className="progress" value={done} maxValue={checkSteps.length} valueLabel={text}>
        <Label>{say('check.progress')}</Label>
        <span className="progress-bar">
          <span style={{ inlineSize: `${(100 * done) / checkSteps.length}%` }} />
        </span>
      </ProgressBar>
      <p role="status">
        {text}. {running === 'microphone' && say('check.speak')}
      </p>
    </>
  )
}
