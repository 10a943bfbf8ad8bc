import 'fake-indexeddb/auto'

import { createDexieStores } from '../../renderer/adapters/dexie/dexie-stores.ts'
import { composeServices } from '../../renderer/compose-services.ts'
import type { CheckFinding, CheckResult, CheckStep } from '../../renderer/domain/line-check.ts'
import type { PracticeAddress } from '../../renderer/domain/practice.ts'
import { problem } from '../../renderer/domain/problem.ts'
import type { Problem } from '../../renderer/domain/problem.ts'
import { failed, ok } from '../../renderer/domain/result.ts'
import type { Result } from '../../renderer/domain/result.ts'
import { usualMoodChoices } from '../../renderer/domain/moods/mood-choices.ts'
import type { Language } from '../../renderer/domain/language.ts'
import type { DataKey } from '../../renderer/domain/setup.ts'
import type { CallAudio } from '../../renderer/ports/call-audio.ts'
import type { LineCheck } from '../../renderer/ports/line-check.ts'
import { createProblems } from '../../renderer/services/problems.ts'
import { createAudioStore } from '../../renderer/state/audio-store.ts'
import { createCallStore } from '../../renderer/state/call-store.ts'
import { createCaseStore } from '../../renderer/state/case-store.ts'
import { createChatStore } from '../../renderer/state/chat-store.ts'
import { createCheckStore } from '../../renderer/state/check-store.ts'
import { createDayStore } from '../../renderer/state/day-store.ts'
import { createDialStore } from '../../renderer/state/dial-store.ts'
import { createKnowledgeStore } from '../../renderer/state/knowledge-store.ts'
import { createMoodStore } from '../../renderer/state/mood-store.ts'
import { createOutcomeStore } from '../../renderer/state/outcome-store.ts'
import { createProblemStore } from '../../renderer/state/problem-store.ts'
import { createShiftStore } from '../../renderer/state/shift-store.ts'
import { createStoryStore } from '../../renderer/state/story-store.ts'
import { createWorkStore } from '../../renderer/state/work-store.ts'
import { storyText } from '../../renderer/words/story-text.ts'
import { wrapUpWords } from '../../renderer/words/wrap-up-words.ts'
import { articleReport } from '../../renderer/words/written-notes.ts'
import { makeKey, shiftStart } from '../make.ts'
import { createCallWordsStandIn } from './call-words.ts'
import { caseUser, createCasesStandIn } from './cases.ts'
import { createChatStandIn } from './chat.ts'
import { createComputerStandIn } from './computer.ts'
import { createKnowledgeStandIn } from './knowledge.ts'
import { createMicrophoneStandIn } from './microphone.ts'
import { createQueueStandIn, createTelephonyStandIn } from './telephony.ts'
import { createTimingStandIn } from './timing.ts'

export const practiceAddress: PracticeAddress = {
  server: 'ws://127.0.0.1:5066/secret',
  domain: 'practice.foyer.invalid',
  user: 'agent',
  password: 'one-time',
  customers: [
    { id: 'tremblay', name: 'Amélie Tremblay', number: '+15145550123', language: 'fr', queue: 'benefits' },
  ],
  colleagues: [{ extension: '2001', name: 'Dana Roy', team: 'Passports specialist' }],
  echo: '*43',
  accounts: [{ user: 'agent', password: 'one-time', extension: '1001' }],
  cases: {
    server: 'http://127.0.0.1:5067/secret',
    accounts: [{ user: 'agent', password: 'one-time', token: 'one-time' }],
  },
  chat: {
    server: 'ws://127.0.0.1:5068/secret',
    domain: 'practice.foyer.invalid',
    queuesDomain: 'queue.practice.foyer.invalid',
    customers: 'guests.practice.foyer.invalid',
    queues: ['benefits@queue.practice.foyer.invalid'],
    page: 'http://127.0.0.1:5068/secret/',
  },
}

export interface DeskOptions {
  /** Desks with the same number share a disk: the second is the first after a restart. */
  readonly disk: number
  readonly key?: () => Result<DataKey, Problem>
  readonly language?: Language
}

/** A whole desk, with real services, stores and records; only what leaves the computer is a stand-in. */
export function createDesk({ disk, key = () => ok(makeKey(disk)), language = 'en' }: DeskOptions) {
  const wire = createTelephonyStandIn()
  const queue = createQueueStandIn()
  const checked: string[] = []
  const computer = createComputerStandIn()
  const timing = createTimingStandIn(shiftStart)
  const {
    records,
    cases: store,
    chats: chatStore,
    guides,
    story,
    dayLog,
  } = createDexieStores({ user: () => caseUser })
  const library = createKnowledgeStandIn()
  const callWords = createCallWordsStandIn()
  const chatWire = createChatStandIn(() => timing.now())
  const caseSide = createCasesStandIn({ disk, timing, store })
  const heard: string[] = []
  let microphone: Problem | undefined
  let practice: Result<PracticeAddress, Problem> = ok(practiceAddress)
  const stores = {
    shift: createShiftStore(),
    calls: createCallStore(),
    work: createWorkStore(),
    problems: createProblemStore(),
    dial: createDialStore(),
    check: createCheckStore(),
    audio: createAudioStore(),
    cases: createCaseStore(),
    chats: createChatStore(),
    knowledge: createKnowledgeStore(),
    moods: createMoodStore(),
    story: createStoryStore(),
    day: createDayStore(),
    outcomes: createOutcomeStore(),
  }
  const audio: CallAudio = {
    openMicrophone: () => Promise.resolve(microphone ? failed(microphone) : ok(createMicrophoneStandIn())),
    playCustomer: () => () => undefined,
    play: (sound) => {
      heard.push(sound)
      return () => heard.push(`no ${sound}`)
    },
  }
  const lineCheck: LineCheck = {
    run: (step, { heard: agentHeard, stop }) => {
      checked.push(step)
      return step === 'speaker'
        ? agentHeard().then((yes) =>
            checkResult(step, stop.aborted ? 'stopped' : yes ? 'good' : 'speaker-unheard'),
          )
        : Promise.resolve(checkResult(step, 'good'))
    },
  }
  const attention = {
    alert: (kind: string) => void heard.push(`notice ${kind}`),
    calm: () => void heard.push('calm'),
  }
  const problems = createProblems(stores.problems, { report: (code) => void heard.push(`problem ${code}`) })
  const newId = (): string => crypto.randomUUID()
  const keys = {
    open: () => Promise.resolve(key()),
    setAside: () => Promise.resolve(ok(makeKey(disk + 1000))),
  }
  const centre = { start: () => Promise.resolve(practice), onStopped: () => () => undefined }
  const services = composeServices({
    ...{
      telephony: wire.telephony,
      audio,
      records,
      dayLog,
      attention,
      keys,
      problems,
      timing,
      newId,
      stores,
      lineCheck,
    },
    queueFor: () => queue.queue,
    cases: caseSide.needs,
    chats: { chat: chatWire.chat, store: chatStore, random: () => 0.5 },
    knowledge: {
      ...{ packs: library.packs, search: library.search, store: guides },
      ...{ random: () => 0.5, language: () => language },
      sayReport: (report) => articleReport(language, report),
    },
    callWords: { ...callWords, store: story },
    moods: {
      ...{ store: story, choices: usualMoodChoices, saveChoices: () => undefined },
      ...{ random: () => 0.5, language: () => language },
    },
    stories: { story, words: storyText(() => language), wrapUp: wrapUpWords },
    sayDisposition: ({ disposition, note }) => `${String(disposition)}: ${note}`,
    computer: computer.news,
    practice: centre,
    instanceId: '00000000-0000-4000-8000-000000000001',
  })
  return {
    ...{ ...services, stores, problems, records, wire, queue, computer, timing, heard, checked, caseSide },
    chatWire,
    callWords,
    library,
    caseStore: store,
    chatStore,
    guideStore: guides,
    storyStore: story,
    dayLog,
    losePracticeCentre: () => (practice = failed(problem('practice-unstarted'))),
    breakMicrophone: (broken: Problem | undefined) => (microphone = broken),
    codes: () => stores.problems.getState().problems.map(({ code }) => code),
  }
}

const checkResult = (step: CheckStep, finding: CheckFinding): CheckResult => ({
  step,
  verdict: finding === 'good' ? 'passed' : 'failed',
  finding,
  figures: {},
})

export type DeskStandIn = ReturnType<typeof createDesk>
