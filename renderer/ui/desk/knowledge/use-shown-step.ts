import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

import { answersSoFar } from '../../../domain/knowledge/answers-so-far.ts'
import type { AnswerSoFar } from '../../../domain/knowledge/answers-so-far.ts'
import type { GuideRun } from '../../../domain/knowledge/guide-run.ts'
import type { Moment } from '../../../domain/knowledge/moment.ts'
import { whatToShow } from '../../../domain/knowledge/what-to-show.ts'
import type { ShownStep } from '../../../domain/knowledge/what-to-show.ts'
import type { Language } from '../../../domain/language.ts'
import { momentIn } from '../../../state/guide-moment.ts'
import type { InHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { useGuidePlaces } from './guide-places.tsx'

const minute = 60_000

/** What guides can know of a page now, to the minute. */
export function useMoment(page: InHand): Moment {
  const { stores } = useDesk()
  const inHand = useStore(stores.knowledge, (state) => state.inHand)
  const cases = useStore(
    stores.cases,
    useShallow((state) => ({ inHand: state.inHand, open: state.open })),
  )
  const agentName = useStore(stores.chats, (state) => state.agentName)
  const workplace = useStore(stores.shift, (state) => state.workplace)
  const at = Math.floor(useNow() / minute) * minute
  return useMemo(
    () => momentIn(page, { knowledge: { inHand }, cases, chats: { agentName }, shift: { workplace } }, at),
    [page, inHand, cases, agentName, workplace, at],
  )
}

/** In which language the words are said: as the agent chose, else the customer's, else the desk's. */
export function useSpoken({ interaction, contact }: InHand): Language {
  const { language } = useWords()
  const { stores } = useDesk()
  const chosen = useGuidePlaces().spokenIn(interaction.id)
  const inChat = useStore(stores.chats, ({ chats }) =>
    interaction.conversation === undefined
      ? undefined
      : chats.get(interaction.conversation)?.conversation.customer.language,
  )
  return chosen ?? inChat ?? contact?.language ?? language
}

export interface StepOnScreen {
  /** In the agent's language. */
  readonly shown: ShownStep
  /** The same, with its words in the language in which they are said. */
  readonly said: ShownStep
  readonly spoken: Language
}

/** The step of a run as the screen shows it; `undefined` where the run is at a step that it does not have. */
export function useShownStep(page: InHand, run: GuideRun): StepOnScreen | undefined {
  const { language } = useWords()
  const spoken = useSpoken(page)
  const moment = useMoment(page)
  return useMemo(() => {
    const shown = whatToShow(run, language, moment)
    const said = spoken === language ? shown : whatToShow(run, spoken, moment)
    return shown && said && { shown, said, spoken }
  }, [run, language, spoken, moment])
}

/** What was answered in a run, as it holds now, in the agent's language. */
export function useAnswersSoFar(page: InHand, run: GuideRun): readonly AnswerSoFar[] {
  const { language } = useWords()
  const moment = useMoment(page)
  return useMemo(() => answersSoFar(run, language, moment), [run, language, moment])
}
