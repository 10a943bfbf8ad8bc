import type { Call } from '../domain/call.ts'
import type { CallId, InteractionId } from '../domain/ids.ts'
import { countSpeech, nothingHeard, wholeFacts } from '../domain/speech-facts.ts'
import type { HeardFrame, SpeechFacts } from '../domain/speech-facts.ts'
import type { StorySite } from '../domain/setup.ts'
import type { Utterance } from '../domain/story/utterance.ts'
import type { SpeechWatch } from '../ports/speech-watch.ts'
import type { StoryStore } from '../ports/story-store.ts'
import type { Timing } from '../ports/timing.ts'
import type { HeardUtterance, Transcriber } from '../ports/transcriber.ts'
import type { Undo } from '../ports/undo.ts'
import type { CallStore } from '../state/call-store.ts'
import { isPrivateNow } from '../state/knowledge-store.ts'
import type { KnowledgeStore } from '../state/knowledge-store.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import { pageOfCall } from '../state/work-store.ts'
import type { WorkStore } from '../state/work-store.ts'
import { createPrivateTimes } from './private-times.ts'
import type { Problems } from './problems.ts'
import { createUtteranceSaving } from './utterance-saving.ts'

export interface CallWordsNeeds {
  readonly transcriber: Transcriber
  readonly speechWatch: SpeechWatch
  readonly store: Pick<StoryStore, 'saveUtterances'>
  readonly problems: Problems
  readonly timing: Timing
  readonly stores: {
    readonly calls: CallStore
    readonly work: WorkStore
    readonly shift: ShiftStore
    readonly knowledge: KnowledgeStore
  }
  /** Something was said, in whatever call is open: moods are read from it. */
  readonly heard: (utterance: Utterance) => void
  /** The call is over: who spoke for how long. */
  readonly spoke: (interaction: InteractionId, facts: SpeechFacts) => void
}

/** A call that is being listened to. */
interface Listening {
  readonly interaction: InteractionId
  readonly stop: Undo
  count: typeof nothingHeard
}

/** The words of the calls with customers, and who speaks in them how long, from the answer to the end. */
export function createCallWords(needs: CallWordsNeeds) {
  const { transcriber, speechWatch, store, problems, timing, stores, heard, spoke } = needs
  const { calls, work, shift, knowledge } = stores
  const listening = new Map<CallId, Listening>()
  const saving = createUtteranceSaving({ store, problems })
  const privateTimes = createPrivateTimes({ knowledge, timing })
  let stopWatching: Undo | undefined

  const policy = (): StorySite | undefined => shift.getState().workplace?.story

  function take(interaction: InteractionId, said: HeardUtterance): void {
    const utterance = { ...said, interaction }
    const isLeftOut = privateTimes.touches(interaction, said.at)
    // In a private stretch the screen says that something was said, and not what: that is for whoever shows it to know.
    if (!isLeftOut || isPrivateNow(knowledge.getState(), interaction)) heard(utterance)
    if (!isLeftOut) void saving.save(utterance)
  }

  function begin({ id }: Call, interaction: InteractionId): void {
    const stop = policy()?.transcripts
      ? transcriber.listen(id, (said) => take(interaction, said))
      : () => undefined
    listening.set(id, { interaction, stop, count: nothingHeard })
    if (policy()?.speech) stopWatching ??= speechWatch.watch(count)
  }

  function end(id: CallId, { interaction, stop, count }: Listening): void {
    listening.delete(id)
    stop()
    if (listening.size === 0) stopListening()
    if (count !== nothingHeard) spoke(interaction, wholeFacts(count.facts))
  }

  function stopListening(): void {
    stopWatching?.()
    stopWatching = undefined
  }

  /** What is heard is heard in the call that is not on hold: there is never more than one. */
  function count(frame: HeardFrame): void {
    for (const [id, one] of listening) {
      const call = calls.getState().calls.get(id)
      if (!call) continue
      // Another call may have a microphone open, such as one that rings.
      const heardOf = { ...frame, me: frame.me && !call.muted }
      one.count = countSpeech(one.count, heardOf, {
        byMe: call.state === 'held',
        byCustomer: call.heldByCustomer,
      })
    }
  }

  function follow(): void {
    const now = calls.getState().calls
    for (const [id, one] of [...listening]) if (!now.has(id) || now.get(id)?.state === 'ended') end(id, one)
    for (const call of now.values()) {
      const page = isTalk(call) && !listening.has(call.id) ? pageOfCall(work.getState(), call.id) : undefined
      if (page) begin(call, page.interaction.id)
    }
  }

  const undos = [
    calls.subscribe(follow),
    shift.subscribe((now, before) => now.workplace !== before.workplace && saving.forget()),
    privateTimes.stop,
  ]

  return {
    /** `false` while words are on the screen only. */
    flush: (): Promise<boolean> => saving.flush(),
    stop(): void {
      for (const undo of undos) undo()
      for (const { stop } of listening.values()) stop()
      listening.clear()
      stopListening()
    },
  }
}

/** A word with a colleague is not the customer's, and a call that rings has none. */
const isTalk = ({ state, consultFor }: Call): boolean =>
  consultFor === undefined && (state === 'connected' || state === 'held')
