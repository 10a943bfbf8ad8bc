import type { Conversation } from '../../../renderer/domain/conversation.ts'
import { asConversationId, asInteractionId, asMessageId } from '../../../renderer/domain/ids.ts'
import type { InteractionId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import type { InteractionMood } from '../../../renderer/domain/moods/interaction-mood.ts'
import { usualMoodChoices } from '../../../renderer/domain/moods/mood-choices.ts'
import type { MoodChoices } from '../../../renderer/domain/moods/mood-choices.ts'
import type { MoodJudgement } from '../../../renderer/domain/moods/mood-correction.ts'
import { withheld } from '../../../renderer/domain/message.ts'
import type { Message } from '../../../renderer/domain/message.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import { usualStory } from '../../../renderer/domain/setup.ts'
import type { StorySite } from '../../../renderer/domain/setup.ts'
import type { Utterance } from '../../../renderer/domain/story/utterance.ts'
import { createMoods } from '../../../renderer/services/moods/create-moods.ts'
import type { MoodNeeds } from '../../../renderer/services/moods/create-moods.ts'
import { createProblems } from '../../../renderer/services/problems.ts'
import { createCallStore } from '../../../renderer/state/call-store.ts'
import { createChatStore } from '../../../renderer/state/chat-store.ts'
import type { OpenChat } from '../../../renderer/state/chat-store.ts'
import { createKnowledgeStore, withKnowledge } from '../../../renderer/state/knowledge-store.ts'
import { createMoodStore } from '../../../renderer/state/mood-store.ts'
import { createProblemStore } from '../../../renderer/state/problem-store.ts'
import { createStoryStore } from '../../../renderer/state/story-store.ts'
import { createWorkStore, withPage } from '../../../renderer/state/work-store.ts'
import type { InHand } from '../../../renderer/state/work-store.ts'
import { begun } from '../domain/knowledge/follow.ts'
import { endIt, makeGuide } from '../domain/knowledge/make-guide.ts'
import { makeCall, makeContact, makeInteraction, shiftStart } from '../../make.ts'
import { createTimingStandIn } from '../../stand-ins/timing.ts'

export const room = asConversationId('chat-1')
export const chat = asInteractionId('chat-interaction')
export const call = asInteractionId('call-interaction')

/** What is kept of moods, in memory. */
export function createMoodDisk() {
  const moods = new Map<InteractionId, InteractionMood>()
  const judgements = new Map<string, MoodJudgement>()
  const utterances: Utterance[] = []
  let isFull = false
  const store: MoodNeeds['store'] = {
    moods: (ids) => Promise.resolve(ok(new Map([...moods].filter(([id]) => ids.includes(id))))),
    saveMoods(all) {
      for (const mood of all) moods.set(mood.interaction, mood)
      return Promise.resolve(done)
    },
    dropMoods() {
      moods.clear()
      return Promise.resolve(done)
    },
    judgements: () => Promise.resolve(ok([...judgements.values()])),
    saveJudgement(judgement) {
      if (isFull) return Promise.resolve(failed(problem('not-saved')))
      judgements.set(judgement.id, judgement)
      return Promise.resolve(done)
    },
    dropJudgement(id) {
      judgements.delete(id)
      return Promise.resolve(done)
    },
    utterances: (of) => Promise.resolve(ok(utterances.filter(({ interaction }) => interaction === of))),
  }
  return { store, moods, judgements, utterances, fill: () => (isFull = true) }
}

export interface MoodsOptions {
  readonly disk?: ReturnType<typeof createMoodDisk>
  readonly site?: StorySite
  readonly choices?: MoodChoices
  /** Drawn at each chance; 0.5 draws nobody. */
  readonly random?: () => number
}

const conversation: Conversation = {
  ...{ id: room, queue: 'Passports', handOver: undefined, reason: 'new', from: undefined },
  customer: { name: 'Ada', language: 'en', number: undefined, address: undefined, question: undefined },
  ...{ askedAt: shiftStart, takenAt: shiftStart, endedAt: undefined, end: undefined, readTo: undefined },
  ...{ unread: 0, unansweredSince: undefined, firstAnswerAt: undefined, lastAt: shiftStart },
}

/** The moods of a shift: real services, with a disk in memory, one chat, and one call. */
export async function openMoods({
  disk = createMoodDisk(),
  site = usualStory,
  choices = usualMoodChoices,
  random = () => 0.5,
}: MoodsOptions = {}) {
  const stores = {
    ...{ moods: createMoodStore(), story: createStoryStore(), work: createWorkStore() },
    ...{ chats: createChatStore(), calls: createCallStore(), knowledge: createKnowledgeStore() },
  }
  const timing = createTimingStandIn(shiftStart)
  const log: string[] = []
  const problems = createProblems(createProblemStore(), { report: (code) => void log.push(code) })
  const saved: MoodChoices[] = []
  let written: readonly Message[] = []
  const moods = createMoods({
    ...{ store: disk.store, choices, stores, timing, problems, random, language: () => 'en' },
    saveChoices: (chosen) => void saved.push(chosen),
    transcript: () => Promise.resolve(written),
  })
  await moods.begin(site)

  function show(messages: readonly Message[]): void {
    written = messages
    const open: OpenChat = {
      ...{ conversation, state: 'open', messages, hasOlder: false, participants: [], draft: '' },
      ...{ handingTo: undefined, sharing: undefined },
    }
    stores.chats.setState({ chats: new Map([[room, open]]) })
  }

  function openPage(interaction: Partial<Interaction>): void {
    const page: InHand = {
      ...{ call: undefined, contact: makeContact({ language: 'en' }), past: [], saved: 'saved' },
      interaction: makeInteraction({ endedAt: undefined, finishedAt: undefined, ...interaction }),
    }
    stores.work.setState(({ pages }) => ({ pages: [...pages, page], shown: page.interaction.id }))
  }

  return {
    ...{ ...moods, disk, stores, timing, log, saved },
    state: () => stores.moods.getState(),
    /** The chat begins. */
    beginChat: (endedAt?: number) => openPage({ id: chat, channel: 'chat', conversation: room, endedAt }),
    beginCall: () => openPage({ id: call }),
    /** Somebody writes in it. */
    write(text: string, role: Message['from']['role'] = 'customer'): string {
      const id = `m${written.length + 1}`
      const at = shiftStart + (written.length + 1) * 1000
      const message: Message = {
        ...{ id: asMessageId(id), conversation: room, from: { role, name: 'Ada' }, at },
        ...{ place: written.length + 1, archived: id, body: { kind: 'text', text }, delivery: undefined },
      }
      show([...written, message])
      return id
    },
    /** Nothing can be read any more of what was said in the private stretch that is over. */
    withhold: (id: string) => show(written.map((one) => (one.id === id ? withheld(one) : one))),
    stretch(isPrivate: boolean, interaction = chat): void {
      const { run } = begun(makeGuide('pay', [endIt('bye')]))
      stores.knowledge.setState((all) =>
        withKnowledge(all, interaction, (one) => ({ ...one, runs: [{ ...run, isPrivate }] })),
      )
    },
    hear: (id: string, text: string, side: Utterance['side'] = 'customer') =>
      moods.story.heard({
        ...{ id, interaction: call, side, text, language: undefined },
        at: shiftStart + Number(id.slice(1)) * 1000,
      }),
    endOf: (interaction: InteractionId) =>
      stores.work.setState(({ pages }) => ({
        pages: withPage(pages, interaction, (page) => ({
          ...page,
          interaction: { ...page.interaction, endedAt: shiftStart + 600_000 },
        })),
      })),
    close: () => stores.work.setState({ pages: [] }),
    ring: (isOn: boolean) => {
      const ringing = makeCall()
      stores.calls.setState({ calls: new Map(isOn ? [[ringing.id, ringing]] : []) })
    },
  }
}

export type MoodsUnderTest = Awaited<ReturnType<typeof openMoods>>
