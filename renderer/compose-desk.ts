import type { Desktop } from './adapters/desktop/desktop.ts'
import { createOneWindow } from './adapters/browser/one-window.ts'
import { createStorageRoom } from './adapters/browser/storage-room.ts'
import { createDexieStores, wipeStores } from './adapters/dexie/dexie-stores.ts'
import { createLineCheck } from './adapters/line-check/line-check.ts'
import { createAudio } from './adapters/media/audio.ts'
import { createPacks } from './adapters/packs/create-packs.ts'
import { startLibraryWorker } from './adapters/packs/start-worker.ts'
import { createRequestTracker } from './adapters/rt/request-tracker.ts'
import { createSipTelephony } from './adapters/sip/sip-telephony.ts'
import { createXmppChat } from './adapters/xmpp/xmpp-chat.ts'
import { composeServices } from './compose-services.ts'
import type { Language } from './domain/language.ts'
import type { Setup } from './domain/setup.ts'
import type { Timing } from './ports/timing.ts'
import { createDeviceProblems, createDevices } from './services/devices.ts'
import { createErase } from './services/erase.ts'
import type { Problems } from './services/problems.ts'
import type { SignIn } from './services/sign-in.ts'
import { createAudioStore } from './state/audio-store.ts'
import { createCallStore } from './state/call-store.ts'
import { createChatStore } from './state/chat-store.ts'
import { createCheckStore } from './state/check-store.ts'
import { createDayStore } from './state/day-store.ts'
import { createDialStore } from './state/dial-store.ts'
import { createCaseStore } from './state/case-store.ts'
import { createKnowledgeStore } from './state/knowledge-store.ts'
import { createMoodStore } from './state/mood-store.ts'
import type { LanguageStore } from './state/language-store.ts'
import { createOutcomeStore } from './state/outcome-store.ts'
import type { ProblemStore } from './state/problem-store.ts'
import type { ShiftStore } from './state/shift-store.ts'
import { createStoryStore } from './state/story-store.ts'
import { createWorkStore } from './state/work-store.ts'
import type { Desk } from './ui/desk/desk-context.tsx'
import { storyText } from './words/story-text.ts'
import { wrapUpWords } from './words/wrap-up-words.ts'
import { articleReport, dispositionNote, restoredReplyNote } from './words/written-notes.ts'

export interface ComposeNeeds {
  readonly desktop: Desktop
  readonly setup: Pick<Setup, 'audio' | 'moods' | 'instanceId'>
  readonly problems: Problems
  readonly stores: {
    readonly shift: ShiftStore
    readonly problems: ProblemStore
    readonly language: LanguageStore
  }
  readonly setLanguage: (language: Language) => void
}

export interface Composed {
  readonly desk: Desk
  readonly signIn: SignIn
}

const timing: Timing = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** The second half of the composition root: everything that a shift needs. */
export function composeDesk({
  desktop,
  setup,
  problems,
  stores: first,
  setLanguage,
}: ComposeNeeds): Composed {
  const stores = {
    ...first,
    ...{ calls: createCallStore(), work: createWorkStore(), audio: createAudioStore() },
    ...{ check: createCheckStore(), dial: createDialStore(), cases: createCaseStore() },
    ...{ chats: createChatStore(), knowledge: createKnowledgeStore() },
    ...{ moods: createMoodStore(), story: createStoryStore() },
    ...{ day: createDayStore(), outcomes: createOutcomeStore() },
  }
  const newId = (): string => crypto.randomUUID()
  const {
    audio,
    devices: control,
    speech: speechWatch,
    stop: stopAudio,
  } = createAudio({
    chosen: setup.audio,
    save: (choice) => void desktop.saveAudio(choice),
    tell: createDeviceProblems(problems),
  })
  const devices = createDevices(control, stores.audio)
  const now = (): number => timing.now()
  const random = (): number => Math.random()
  const language = (): Language => first.language.getState().language
  const { telephony, queueFor, transcriber } = createSipTelephony({ audio, now, newId, random })
  const {
    records,
    cases: store,
    chats: chatStore,
    guides: guideStore,
    story: storyStore,
    dayLog,
  } = createDexieStores({ user: () => stores.cases.getState().user })
  const { chat } = createXmppChat({ now, newId, random, keep: sessionStorage })
  const library = createPacks({ source: desktop.packSource, worker: startLibraryWorker() })
  const { attention, keys, practice, computer } = desktop
  const services = composeServices({
    ...{ telephony, queueFor, audio, attention, keys, practice, computer, problems, timing, newId, stores },
    ...{ records, dayLog },
    cases: {
      ...{ store, journal: desktop.journal, access: desktop.caseAccess, random },
      systemFor: (user, site) => createRequestTracker({ gateway: desktop.caseGateway, user, site }),
      oneWindow: createOneWindow(),
      room: createStorageRoom(),
      restoredReply: (text, sentAt) => restoredReplyNote(language(), text, sentAt),
    },
    chats: { chat, store: chatStore, random },
    callWords: { transcriber, speechWatch, store: storyStore },
    moods: {
      ...{ store: storyStore, choices: setup.moods, random, language },
      saveChoices: (choices) => void desktop.saveMoodChoices(choices),
    },
    stories: { story: storyStore, words: storyText(language), wrapUp: wrapUpWords },
    knowledge: {
      ...{ ...library, store: guideStore, random, language },
      sayReport: (report) => articleReport(language(), report),
    },
    sayDisposition: (interaction, messages) => dispositionNote(language(), interaction, messages),
    lineCheck: createLineCheck({ audio, devices: control }),
    instanceId: setup.instanceId,
  })
  // A window that closes says goodbye, so that no customer is left listening to nothing.
  window.addEventListener('pagehide', () => {
    services.stop()
    devices.stop()
    stopAudio()
    void telephony.signOut()
  })
  const {
    availability,
    callDesk,
    cases,
    chats,
    check,
    dialling,
    guides,
    moods,
    queueNews,
    signIn,
    stories,
    transfers,
    writeUp,
    wellBeing,
    outcomes,
  } = services
  const desk: Desk = {
    ...{
      stores,
      availability,
      callDesk,
      cases,
      chats,
      check,
      devices,
      dialling,
      guides,
      moods,
      outcomes,
      problems,
      queueNews,
      stories,
      transfers,
      wellBeing,
      writeUp,
    },
    retryLink: () => services.linkWatch.retry(),
    signOut: () => signIn.signOut(),
    wipe: createErase({
      ...{ signIn, shift: stores.shift, problems },
      eraseKeys: desktop.wipe,
      eraseStores: wipeStores,
    }),
    setLanguage,
    now,
  }
  return { desk, signIn }
}
