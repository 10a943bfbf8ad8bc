import type { Call, CallFact } from '../../../../renderer/domain/call.ts'
import { asInteractionId } from '../../../../renderer/domain/ids.ts'
import { interactionOfCall } from '../../../../renderer/domain/interaction.ts'
import { reduceCall } from '../../../../renderer/domain/reduce-call.ts'
import { done } from '../../../../renderer/domain/result.ts'
import { usualStory } from '../../../../renderer/domain/setup.ts'
import type { SpeechFacts } from '../../../../renderer/domain/speech-facts.ts'
import type { Utterance } from '../../../../renderer/domain/story/utterance.ts'
import type { SpeechWatch } from '../../../../renderer/ports/speech-watch.ts'
import type { Telephony } from '../../../../renderer/ports/telephony.ts'
import type { Transcriber } from '../../../../renderer/ports/transcriber.ts'
import { createCallWords } from '../../../../renderer/services/call-words.ts'
import { createCallStore } from '../../../../renderer/state/call-store.ts'
import { createKnowledgeStore } from '../../../../renderer/state/knowledge-store.ts'
import { createShiftStore } from '../../../../renderer/state/shift-store.ts'
import { createWorkStore } from '../../../../renderer/state/work-store.ts'

export interface CallWordsPage {
  /** What was written down of all calls, in the order in which it was kept. */
  readonly kept: readonly Utterance[]
  /** Of each call that is over, oldest first. */
  readonly facts: readonly SpeechFacts[]
}

interface Wires {
  readonly telephony: Telephony
  readonly transcriber: Transcriber
  readonly speechWatch: SpeechWatch
}

/** The desk's own listening to calls, with a page for each; its disk is a list. */
export function openCallWords({ telephony, transcriber, speechWatch }: Wires): CallWordsPage {
  const stores = {
    ...{ calls: createCallStore(), work: createWorkStore() },
    ...{ shift: createShiftStore(), knowledge: createKnowledgeStore() },
  }
  const kept: Utterance[] = []
  const facts: SpeechFacts[] = []
  stores.shift.setState({
    workplace: {
      ...{ realm: 'practice', name: undefined, practice: true, user: 'agent', domain: 'practice.invalid' },
      ...{ dialling: { country: 'CA', echo: undefined }, story: usualStory },
      ...{ wrapUpSeconds: undefined, colleagues: [] },
    },
  })
  createCallWords({
    ...{ transcriber, speechWatch, stores },
    timing: { now: () => Date.now(), after: () => () => undefined },
    problems: {
      show: () => undefined,
      clear: () => undefined,
      clearShift: () => undefined,
      unwrap: () => undefined,
    },
    store: {
      saveUtterances(utterances) {
        kept.push(...utterances)
        return Promise.resolve(done)
      },
    },
    heard: () => undefined,
    spoke: (_interaction, spoken) => facts.push(spoken),
  })
  telephony.listen((fact) => {
    if ('call' in fact) follow(stores, fact)
  })
  return { kept, facts }
}

type Stores = {
  readonly calls: ReturnType<typeof createCallStore>
  readonly work: ReturnType<typeof createWorkStore>
}

function follow({ calls, work }: Stores, fact: CallFact): void {
  const call = reduceCall(calls.getState().calls.get(fact.call), fact)
  if (fact.kind === 'call-answering' || fact.kind === 'call-dialled') openPage(work, call)
  const others = [...calls.getState().calls].filter(([id]) => id !== call.id)
  calls.setState({ calls: new Map(call.state === 'ended' ? others : [...others, [call.id, call]]) })
}

function openPage(work: Stores['work'], call: Call): void {
  const interaction = interactionOfCall(call, {
    ...{ id: asInteractionId(call.id), contact: undefined, note: '' },
    ...{ disposition: undefined, case: undefined, continues: undefined },
  })
  const page = { interaction, call: call.id, contact: undefined, past: [], saved: 'saved' } as const
  work.setState(({ pages }) => ({ pages: [...pages, page] }))
}
