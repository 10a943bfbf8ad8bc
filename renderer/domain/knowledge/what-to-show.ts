import type { Language } from '../language.ts'
import { knownInCase } from './answer-step.ts'
import { dayFrom } from './day.ts'
import { fillWords } from './fill-words.ts'
import type { Fillings, WordPart } from './fill-words.ts'
import { guideOf, stepOf } from './guide-fields.ts'
import type { AnswerValue, GuideRun } from './guide-run.ts'
import type { Field, Guide, Step } from './guide.ts'
import { fillingsAt } from './moment.ts'
import type { Moment } from './moment.ts'
import { stepsAhead } from './usual-way.ts'
import { wasAt } from './visits.ts'
import { isShown } from './walk-guide.ts'

export interface ShownField {
  readonly field: Field
  readonly label: string
  readonly hint: string | undefined
  /** What stands in it at first, and whose word that is. */
  readonly known: AnswerValue | undefined
  readonly from: 'answer' | 'case' | undefined
  /** Of a date: the first and the last day that it may be, today's days counted. */
  readonly earliest: string | undefined
  readonly latest: string | undefined
  /** Of a consent: what is read aloud. */
  readonly words: readonly WordPart[]
}

/** A step in the list of steps: those that are shown, in the order in which they were written. */
export interface ListedStep {
  readonly id: string
  readonly title: string
  readonly state: 'here' | 'seen' | 'ahead'
}

/** All that a screen needs of a run that is followed. */
export interface ShownStep {
  readonly step: Step
  readonly guide: string
  readonly title: string
  /** The guides that wait for this one, outermost first. */
  readonly within: readonly string[]
  readonly say: readonly WordPart[]
  readonly fields: readonly ShownField[]
  /** “Step 3 of about 8”: how many there are hangs on what is answered. */
  readonly number: number
  readonly about: number
  readonly steps: readonly ListedStep[]
  readonly canGoBack: boolean
  /** Nothing comes after it. */
  readonly isLast: boolean
}

/** What is on the screen now; `undefined` where the run is at no step that it knows. */
export function whatToShow(run: GuideRun, language: Language, moment: Moment): ShownStep | undefined {
  const guide = guideOf(run.guides, run.at.guide)
  const step = stepOf(run.guides, run.at)
  if (!guide || !step) return undefined
  const around = aroundOf(run, language, moment)
  const number = run.trail.length + 1
  return {
    step,
    guide: guide.title[language],
    title: step.title[language],
    within: run.callers.map((frame) => guideOf(run.guides, frame.guide)?.title[language] ?? frame.guide),
    say: step.say ? around.words(step.say[language]) : [],
    fields: step.kind === 'ask' ? step.fields.map((field) => shownField(field, around)) : [],
    number,
    about: number + stepsAhead(run),
    steps: listed(run, guide, language),
    canGoBack: run.state === 'running' && run.trail.length > 0,
    isLast: step.kind === 'end' && run.callers.length === 0,
  }
}

interface Around {
  readonly fillings: Fillings
  readonly language: Language
  readonly words: (text: string) => readonly WordPart[]
  readonly moment: Moment
}

/** What the fields of a run are shown with. */
export function aroundOf(run: GuideRun, language: Language, moment: Moment): Around {
  const fillings = fillingsAt(run, moment)
  const words = (text: string): readonly WordPart[] =>
    fillWords(text, fillings, { language, country: moment.country })
  return { fillings, language, words, moment }
}

export function shownField(field: Field, { fillings, language, words, moment }: Around): ShownField {
  const { type, label, hint } = field
  const answered = fillings.answers.get(field.name)
  const inCase = fillings.answers.has(field.name) ? undefined : knownInCase(field, moment)
  const bound = (day: string | number | undefined) => dayFrom(day, moment.facts.today)
  return {
    field,
    label: label[language],
    hint: hint?.[language],
    known: answered ?? inCase,
    from: answered !== undefined ? 'answer' : inCase !== undefined ? 'case' : undefined,
    earliest: type.kind === 'date' ? bound(type.earliest) : undefined,
    latest: type.kind === 'date' ? bound(type.latest) : undefined,
    words: type.kind === 'consent' ? words(type.words[language]) : [],
  }
}

const listed = (run: GuideRun, guide: Guide, language: Language): readonly ListedStep[] =>
  guide.steps.filter(isShown).map(({ id, title }) => {
    const isHere = id === run.at.step
    const state = isHere ? 'here' : wasAt(run, { guide: guide.id, step: id }) ? 'seen' : 'ahead'
    return { id, title: title[language], state }
  })
