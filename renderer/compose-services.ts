import type { InteractionId } from './domain/ids.ts'
import type { Interaction } from './domain/interaction.ts'
import type { Message } from './domain/message.ts'
import type { QueueSetup } from './domain/queue-state.ts'
import type { CallAudio } from './ports/call-audio.ts'
import type { CallQueue } from './ports/call-queue.ts'
import type { Attention, ComputerNews, DataKeys, PracticeCentre } from './ports/desktop.ts'
import type { LineCheck } from './ports/line-check.ts'
import type { Records } from './ports/records.ts'
import type { Telephony } from './ports/telephony.ts'
import type { Timing } from './ports/timing.ts'
import { createAvailability } from './services/availability.ts'
import { createCallCommands } from './services/call-commands.ts'
import { createCases } from './services/cases/create-cases.ts'
import { createCaseDispositions } from './services/cases/case-dispositions.ts'
import { createCasesInHand } from './services/cases/case-in-hand.ts'
import type { CaseNeeds } from './services/cases/case-shift.ts'
import { createCallDesk } from './services/call-desk.ts'
import { createCallWords } from './services/call-words.ts'
import type { CallWordsNeeds } from './services/call-words.ts'
import { createChats } from './services/chats/create-chats.ts'
import type { ChatNeeds, Chats } from './services/chats/create-chats.ts'
import { createDialling } from './services/dialling.ts'
import { createEquipmentCheck } from './services/equipment-check.ts'
import { createKnowledge } from './services/knowledge/create-knowledge.ts'
import type { KnowledgeNeeds } from './services/knowledge/create-knowledge.ts'
import { createLinkWatch } from './services/link-watch.ts'
import { createMoods } from './services/moods/create-moods.ts'
import type { MoodNeeds } from './services/moods/create-moods.ts'
import { createOutcomes } from './services/outcomes.ts'
import { createOneConversation } from './services/one-conversation.ts'
import type { Problems } from './services/problems.ts'
import { createQueueNews } from './services/queue-news.ts'
import { createReading } from './services/reading.ts'
import { createRecall } from './services/recall.ts'
import { createSignIn } from './services/sign-in.ts'
import { createStories } from './services/story/create-stories.ts'
import type { StoryNeeds } from './services/story/create-stories.ts'
import { sparedIn } from './services/story/spared.ts'
import { createTransfers } from './services/transfers.ts'
import { createWellBeing } from './services/well-being.ts'
import type { WellBeingNeeds } from './services/well-being.ts'
import { createWriteUp } from './services/write-up.ts'
import type { CallStore } from './state/call-store.ts'
import type { CaseStateStore } from './state/case-store.ts'
import type { ChatStateStore } from './state/chat-store.ts'
import type { CheckStore } from './state/check-store.ts'
import type { DayStore } from './state/day-store.ts'
import type { DialStore } from './state/dial-store.ts'
import { isPrivateNow } from './state/knowledge-store.ts'
import { isPrivateFor } from './state/private-now.ts'
import type { KnowledgeStore } from './state/knowledge-store.ts'
import type { MoodStore } from './state/mood-store.ts'
import type { OutcomeStore } from './state/outcome-store.ts'
import type { ShiftStore } from './state/shift-store.ts'
import type { StoryStateStore } from './state/story-store.ts'
import type { WorkStore } from './state/work-store.ts'

export interface ServiceNeeds {
  readonly cases: Omit<
    CaseNeeds,
    'problems' | 'timing' | 'newId' | 'state' | 'computer' | 'isPrivate' | 'spared'
  >
  readonly chats: Pick<ChatNeeds, 'chat' | 'store' | 'random'>
  readonly callWords: Pick<CallWordsNeeds, 'transcriber' | 'speechWatch' | 'store'>
  readonly moods: Omit<MoodNeeds, 'transcript' | 'problems' | 'timing' | 'stores'>
  readonly stories: Pick<StoryNeeds, 'story' | 'words' | 'wrapUp'>
  readonly knowledge: Pick<KnowledgeNeeds, 'packs' | 'search' | 'store' | 'random' | 'language' | 'sayReport'>
  /** What came of an interaction, as it is written into its case: of a chat with all that was said. */
  readonly sayDisposition: (interaction: Interaction, messages: readonly Message[]) => string
  readonly telephony: Telephony
  readonly queueFor: (setup: QueueSetup) => CallQueue
  readonly audio: Pick<CallAudio, 'openMicrophone' | 'play'>
  readonly lineCheck: LineCheck
  readonly records: Records
  readonly dayLog: WellBeingNeeds['log']
  readonly attention: Attention
  readonly computer: ComputerNews
  readonly keys: DataKeys
  readonly practice: PracticeCentre
  readonly problems: Problems
  readonly timing: Timing
  readonly newId: () => string
  readonly instanceId: string
  readonly stores: {
    readonly shift: ShiftStore
    readonly calls: CallStore
    readonly work: WorkStore
    readonly dial: DialStore
    readonly check: CheckStore
    readonly cases: CaseStateStore
    readonly chats: ChatStateStore
    readonly knowledge: KnowledgeStore
    readonly moods: MoodStore
    readonly story: StoryStateStore
    readonly day: DayStore
    readonly outcomes: OutcomeStore
  }
}

/** The use cases of a shift, wired to each other; the ports may be real or a test's. */
export function composeServices(needs: ServiceNeeds) {
  const { telephony, audio, records, problems, timing, stores, computer } = needs
  const { shift, calls, work, dial, check: checks } = stores
  const recall = createRecall({ records, work, problems })
  const spared = () => sparedIn(needs.stories.story)
  const cases = createCases({
    ...{ ...needs.cases, problems, timing, newId: needs.newId, computer, spared },
    state: stores.cases,
    isPrivate: (id) => isPrivateFor(work.getState(), stores.knowledge.getState(), id),
  })
  const say = async (interaction: Interaction): Promise<string> =>
    needs.sayDisposition(
      interaction,
      interaction.conversation === undefined ? [] : await transcript(interaction.conversation),
    )
  const toCase = createCaseDispositions({ store: needs.cases.store, cases, say })
  const isPrivate = (id: InteractionId): boolean => isPrivateNow(stores.knowledge.getState(), id)
  const writeUp = createWriteUp({
    ...{ records, recall, work, problems, timing, newId: needs.newId, toCase, isPrivate },
  })
  const stopInHand = createCasesInHand({
    ...{
      store: needs.cases.store,
      state: stores.cases,
      work,
      fetching: cases.fetching,
      system: cases.system,
    },
    onAddresses: (page, addresses) => void writeUp.addresses(page.interaction.id, addresses),
  })
  const availability = createAvailability({ audio, shift, problems, timing })
  const wellBeing = createWellBeing({ log: needs.dayLog, availability, timing, stores })
  const linkWatch = createLinkWatch({ telephony, computer, availability, shift, problems })
  const queueNews = createQueueNews({ telephony, shift, problems, timing })
  const check = createEquipmentCheck({
    ...{ telephony, timing, records, problems, shift, check: checks },
    lineCheck: needs.lineCheck,
  })
  const chats = createChats({
    ...{ ...needs.chats, records, writeUp, problems, timing, newId: needs.newId, computer, spared },
    ...{ state: stores.chats, attention: needs.attention, stores, dialling: () => dialling },
  })
  const transcript: Chats['transcript'] = (id) => chats.transcript(id)
  const moods = createMoods({ ...needs.moods, transcript, problems, timing, stores })
  const callWords = createCallWords({
    ...{ ...needs.callWords, problems, timing, stores },
    heard: (utterance) => moods.story.heard(utterance),
    spoke: (interaction, facts) => writeUp.spoke(interaction, facts),
  })
  const knowledge = createKnowledge({
    ...{ ...needs.knowledge, problems, timing, newId: needs.newId, computer, telephony, writeUp, spared },
    ...{ stores, work, dial, cases: cases.desk, chatDesk: chats.desk },
  })
  const stories = createStories({
    ...{ ...needs.stories, records, problems, timing, stores, moods: moods.story },
    ...{ cases: needs.cases.store, chats: needs.chats.store, guides: needs.knowledge.store },
    state: stores.story,
  })
  const { instanceId } = needs
  const reading = createReading({ telephony, cases, chats, stories, writeUp, shift, instanceId })
  const signIn = createSignIn({
    ...{
      reading,
      telephony,
      records,
      recall,
      writeUp,
      availability,
      problems,
      timing,
      dial,
      shift,
      calls,
      queueNews,
      check,
      cases,
      chats,
      knowledge,
      moods,
      stories,
      wellBeing,
    },
    practice: needs.practice,
    keys: needs.keys,
    queueFor: needs.queueFor,
    instanceId,
  })
  const command = createCallCommands(calls, problems)
  const oneConversation = createOneConversation(telephony, calls)
  const callDesk = createCallDesk({
    ...{ telephony, audio, availability, writeUp, problems, timing, command, oneConversation, stores },
    attention: needs.attention,
  })
  const dialling = createDialling({
    ...{ telephony, records, oneConversation, problems, shift, dial },
    onContinued: (call, from) => writeUp.continueWith(call, from),
  })
  const transfers = createTransfers({ telephony, dialling, callDesk, calls, dial, command, timing })
  const stopLinks = computer.onDialAsked((text) => dialling.takeLink(text))
  return {
    cases: { ...cases.desk, attach: writeUp.tie },
    chats: chats.desk,
    guides: knowledge.desk,
    moods: moods.desk,
    stories: stories.desk,
    wellBeing: wellBeing.desk,
    outcomes: createOutcomes({
      ...{ records, story: needs.stories.story, state: stores.outcomes, problems, timing },
      hasMoods: () => stores.moods.getState().isOn,
    }),
    ...{ writeUp, availability, signIn, callDesk, dialling, transfers, queueNews, linkWatch, check },
    stop(): void {
      stopLinks()
      stopInHand()
      dialling.stop()
      linkWatch.stop()
      queueNews.stop()
      check.stop()
      callDesk.stop()
      callWords.stop()
      chats.stop()
      knowledge.stop()
      moods.stop()
      stories.stop()
      wellBeing.stop()
      signIn.stop()
    },
  }
}
