import { Play, Square } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useStore } from 'zustand'

import { checkSteps } from '../../../domain/line-check.ts'
import type { CheckStep } from '../../../domain/line-check.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { Panel } from '../panel/Panel.tsx'
import { useFocusIfLost } from '../use-focus-if-lost.ts'
import { CheckHistory } from './CheckHistory.tsx'
import { HeardQuestion } from './HeardQuestion.tsx'
import { StepList } from './StepList.tsx'
import { Verdict } from './Verdict.tsx'

/** The test before a shift: what is tried, what was found, and what to do about it. */
export function EquipmentCheck({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const { stores, check } = useDesk()
  const { running, asksHeard, results, history } = useStore(stores.check)
  const button = useRef<HTMLButtonElement>(null)
  // The question has gone, and with it the button that answered it.
  useFocusIfLost(button, asksHeard)
  // Whoever leaves the test has no use for its tone and its test call.
  useEffect(() => () => check.stop(), [check])
  return (
    <Panel heading={say('check.heading')} close={say('check.close')} onClose={onClose}>
      <p className="quiet">{say('check.about')}</p>
      {running && <Progress running={running} />}
      {/* One and the same from the start, so that a screen reader hears the first step, and the verdict, come. */}
      <div role="status">
        {running ? <StepNews running={running} /> : results.length > 0 && <Verdict results={results} />}
      </div>
      <div className="actions">
        {running ? (
          <CommandButton ref={button} className="button" onPress={() => check.stop()}>
            <Square aria-hidden />
            {say('check.stop')}
          </CommandButton>
        ) : (
          <CommandButton ref={button} className="button primary" onPress={() => void check.start()}>
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

const stepText = (say: Say, running: CheckStep): string =>
  say('check.progress.step', {
    step: checkSteps.indexOf(running) + 1,
    steps: checkSteps.length,
    name: say(`check.step.${running}`),
  })

function Progress({ running }: { running: CheckStep }) {
  const { say } = useWords()
  const done = checkSteps.indexOf(running)
  return (
    <ProgressBar
      className="progress"
      value={done}
      maxValue={checkSteps.length}
      valueLabel={stepText(say, running)}
    >
      <Label>{say('check.progress')}</Label>
      <span className="progress-bar">
        <span style={{ inlineSize: `${(100 * done) / checkSteps.length}%` }} />
      </span>
    </ProgressBar>
  )
}

function StepNews({ running }: { running: CheckStep }) {
  const { say } = useWords()
  return (
    <p>
      {stepText(say, running)}. {running === 'microphone' && say('check.speak')}
    </p>
  )
}
