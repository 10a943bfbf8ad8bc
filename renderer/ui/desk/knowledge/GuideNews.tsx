import { useState } from 'react'
import { useStore } from 'zustand'

import { plainWords } from '../../../domain/knowledge/fill-words.ts'
import type { GuideRun } from '../../../domain/knowledge/guide-run.ts'
import type { ShownStep } from '../../../domain/knowledge/what-to-show.ts'
import { pageInHand } from '../../../state/work-store.ts'
import type { InHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useInHand, useRun } from './use-knowledge.ts'
import { useShownStep } from './use-shown-step.ts'

/** Each step as it comes, and when nothing is kept: what the eyes see change above the note. */
export function GuideNews() {
  const page = useStore(useDesk().stores.work, pageInHand)
  return page ? <PageNews key={page.interaction.id} page={page} /> : null
}

function PageNews({ page }: { page: InHand }) {
  const run = useRun(page.interaction.id)
  return (
    <>
      <p role="alert">{usePrivateNews(page)}</p>
      {run ? <StepNews key={run.id} run={run} page={page} /> : <OverNews page={page} />}
    </>
  )
}

function usePrivateNews({ interaction }: InHand): string {
  const { say } = useWords()
  const isPrivate = useInHand(interaction.id).runs.some((run) => run.isPrivate)
  const [was, setWas] = useState(isPrivate)
  if (isPrivate && !was) setWas(true)
  if (isPrivate) return say('guide.announce.private')
  return was ? say('guide.announce.private.over') : ''
}

function OverNews({ page: { interaction } }: { page: InHand }) {
  const { say } = useWords()
  const isOver = useInHand(interaction.id).runs.at(-1)?.state === 'done'
  return <p role="status">{isOver && say('guide.announce.over')}</p>
}

function StepNews({ run, page }: { run: GuideRun; page: InHand }) {
  const { say } = useWords()
  const step = useShownStep(page, run)
  if (!step) return <p role="status" />
  const { shown, said, spoken } = step
  const position = say('guide.step', { number: shown.number, about: shown.about })
  return (
    <p role="status">
      {say('guide.announce', { position, title: shown.title })}
      {shown.within.length > 0 &&
        ` ${say('guide.within.announce', { guide: shown.guide, guides: shown.within.join(', ') })}`}
      {/* Where there is nothing to fill in, the focus is on the words, and they are read from there. */}
      {asks(shown) && <span lang={spoken}> {plainWords(said.say)}</span>}
    </p>
  )
}

const asks = ({ fields }: ShownStep): boolean => fields.length > 0
