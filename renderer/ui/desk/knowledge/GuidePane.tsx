import { ArrowLeft, ChevronDown, ChevronRight, LogOut } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'

import type { GuideRun } from '../../../domain/knowledge/guide-run.ts'
import type { ShownStep } from '../../../domain/knowledge/what-to-show.ts'
import type { InHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { AnswersSoFar } from './AnswersSoFar.tsx'
import { useGuidePlaces } from './guide-places.tsx'
import { SpokenSwitch } from './GuideAround.tsx'
import { GuideMenu } from './GuideMenu.tsx'
import { useStepFocus } from './step-focus.ts'
import { StepForm } from './StepForm.tsx'
import { StepsMenu } from './StepsMenu.tsx'
import { useShownStep } from './use-shown-step.ts'

export interface GuidePaneProps {
  readonly run: GuideRun
  readonly page: InHand
}

/** The guide that is followed: its step, and every way from there. */
export function GuidePane({ run, page }: GuidePaneProps) {
  const { say } = useWords()
  const { isFolded, fold } = useGuidePlaces()
  const step = useShownStep(page, run)
  const place = useRef<HTMLDivElement>(null)
  const id = useId()
  const folded = isFolded(page.interaction.id)
  const moment = `${run.id} ${run.visits.length} ${folded}`
  useStepFocus(place, moment)
  return (
    <div ref={place} className="guide-pane">
      <div className="guide-head">
        {step ? <GuideTitle shown={step.shown} /> : <h2>{say('guide.heading')}</h2>}
        <CommandButton
          className="button quiet"
          aria-expanded={!folded}
          aria-controls={id}
          onPress={() => fold(page.interaction.id, !folded)}
        >
          {folded ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
          {say(folded ? 'guide.unfold' : 'guide.fold')}
        </CommandButton>
      </div>
      <div id={id} hidden={folded} className="guide-body">
        {step ? (
          <StepForm key={moment} run={run} step={step}>
            <Ways run={run} shown={step.shown} />
          </StepForm>
        ) : (
          <p>{say('guide.lost')}</p>
        )}
        <Leave run={run}>
          <GuideMenu interaction={page.interaction.id} words={say('guide.another')} />
          <SpokenSwitch page={page} />
        </Leave>
        <AnswersSoFar run={run} page={page} />
      </div>
    </div>
  )
}

/** Which guide, within which others, and how far it has come. */
function GuideTitle({ shown }: { shown: ShownStep }) {
  const { say } = useWords()
  return (
    <div className="guide-title">
      <h2>
        <span className="visually-hidden">{say('guide.heading')} – </span>
        {shown.guide}
        {shown.within.length > 0 && (
          <span className="quiet guide-within">
            {' '}
            {say('guide.within', { guides: shown.within.join(' › ') })}
          </span>
        )}
      </h2>
      <p className="quiet">
        {say('guide.step', { number: shown.number, about: shown.about })} · {shown.title}
      </p>
    </div>
  )
}

function Ways({ run, shown }: { run: GuideRun; shown: ShownStep }) {
  const { say } = useWords()
  const { guides } = useDesk()
  return (
    <>
      <CommandButton
        className="button"
        unavailable={shown.canGoBack ? undefined : say('guide.back.none')}
        onPress={() => void guides.back(run.id)}
      >
        <ArrowLeft aria-hidden />
        {say('guide.back')}
      </CommandButton>
      <StepsMenu run={run.id} steps={shown.steps} />
    </>
  )
}

/** A slip of the hand costs no guide: it is asked for once more. */
function Leave({ run, children }: { run: GuideRun; children: ReactNode }) {
  const { say } = useWords()
  const { guides } = useDesk()
  const [asked, setAsked] = useState(false)
  if (asked)
    return (
      <div className="actions guide-more">
        <p>{say('guide.abandon.ask')}</p>
        <CommandButton className="button" autoFocus onPress={() => setAsked(false)}>
          {say('guide.abandon.stay')}
        </CommandButton>
        <CommandButton className="button danger" onPress={() => void guides.abandon(run.id)}>
          {say('guide.abandon.go')}
        </CommandButton>
      </div>
    )
  return (
    <div className="actions guide-more">
      {children}
      <CommandButton className="button quiet" onPress={() => setAsked(true)}>
        <LogOut aria-hidden />
        {say('guide.abandon')}
      </CommandButton>
    </div>
  )
}
