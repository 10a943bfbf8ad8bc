import { BookOpen, RotateCcw } from 'lucide-react'

import type { GuideRun } from '../../../domain/knowledge/guide-run.ts'
import { guideOf, stepOf } from '../../../domain/knowledge/guide-fields.ts'
import type { SuggestedGuide } from '../../../state/knowledge-store.ts'
import type { InHand } from '../../../state/work-store.ts'
import { shortTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { GuideMenu } from './GuideMenu.tsx'
import { guideChoicesId } from './places.ts'
import { findGuide, useInHand, usePacks } from './use-knowledge.ts'

/** More than these are no help. */
const mostSuggested = 3

/** While no guide is followed: those to go on with, those that fit, and all others. */
export function GuideChoices({ page: { interaction } }: { page: InHand }) {
  const { say } = useWords()
  const { unfinished, guides } = useInHand(interaction.id)
  const nothing = unfinished.length === 0 && guides.length === 0
  return (
    <div id={guideChoicesId} className="guide-choices-place">
      <div className="guide-choices-head">
        <h2>{say('guide.choose')}</h2>
        <GuideMenu interaction={interaction.id} words={say('guide.all')} />
      </div>
      {unfinished.map((run) => (
        <Unfinished key={run.id} run={run} interaction={interaction.id} />
      ))}
      {guides.slice(0, mostSuggested).map((one) => (
        <Suggested key={`${one.pack}/${one.guide}`} one={one} interaction={interaction.id} />
      ))}
      {nothing && <p className="quiet">{say('guide.choose.none')}</p>}
    </div>
  )
}

type Of = { readonly interaction: InHand['interaction']['id'] }

function Suggested({ one: { pack, guide: id, why }, interaction }: Of & { one: SuggestedGuide }) {
  const { say, language } = useWords()
  const { guides } = useDesk()
  const guide = findGuide(usePacks(), pack, id)
  if (!guide) return null
  return (
    <CommandButton
      className="button guide-choice"
      description={guide.summary[language]}
      onPress={() => void guides.begin(interaction, pack, id)}
    >
      <BookOpen aria-hidden />
      {say('guide.begin', { guide: guide.title[language] })}{' '}
      <span className="tag">{say(`guide.why.${why}`)}</span>
    </CommandButton>
  )
}

function Unfinished({ run, interaction }: Of & { run: GuideRun }) {
  const { say, language } = useWords()
  const { guides } = useDesk()
  const now = useNow()
  const begun = run.callers[0] ?? run.at
  const guide = guideOf(run.guides, begun.guide)?.title[language] ?? begun.guide
  const step = stepOf(run.guides, run.at)?.title[language] ?? run.at.step
  const when = shortTime(language, run.startedAt, { now })
  return (
    <CommandButton className="button guide-choice" onPress={() => void guides.resume(interaction, run.id)}>
      <RotateCcw aria-hidden />
      {say('guide.unfinished', { guide })}{' '}
      <span className="tag">{say('guide.unfinished.where', { step, when })}</span>
    </CommandButton>
  )
}
