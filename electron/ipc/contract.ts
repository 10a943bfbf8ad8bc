import type { AudioChoice } from '../../renderer/domain/audio-devices.ts'
import type { CaseAnswer, CaseRequest } from '../../renderer/domain/case-request.ts'
import type { PackStatus } from '../../renderer/domain/knowledge/pack.ts'
import type { Language } from '../../renderer/domain/language.ts'
import type { MoodChoices } from '../../renderer/domain/moods/mood-choices.ts'
import type { NoticeKind } from '../../renderer/domain/notice.ts'
import type { PracticeAddress } from '../../renderer/domain/practice.ts'
import type { Problem, ProblemCode } from '../../renderer/domain/problem.ts'
import type { Result } from '../../renderer/domain/result.ts'
import type { CaseAccount, DataKey, Realm, Setup } from '../../renderer/domain/setup.ts'

/** Every request that a window may make of the main process: what it asks, and what it gets. */
export interface Requests {
  readSetup: { ask: undefined; answer: Setup }
  saveLanguage: { ask: Language; answer: undefined }
  saveAudio: { ask: AudioChoice; answer: undefined }
  saveMoodChoices: { ask: MoodChoices; answer: undefined }
  startPractice: { ask: undefined; answer: Result<PracticeAddress, Problem> }
  /** Opens the realm's key, and makes one for a realm that has none. */
  openDataKey: { ask: Realm; answer: Result<DataKey, Problem> }
  /** Keeps the old key for IT and makes a new one, for a store that cannot be read any more. */
  setAsideDataKey: { ask: Realm; answer: Result<DataKey, Problem> }
  /** With the account that the keystore has where none is given. Answers with the user name. */
  signInCases: { ask: { realm: Realm; account: CaseAccount | undefined }; answer: Result<string, Problem> }
  signOutCases: { ask: { realm: Realm; forget: boolean }; answer: undefined }
  /** The user of the last sign-in that worked. */
  readCaseUser: { ask: Realm; answer: string | undefined }
  /** To the case system that is signed in to, and only there. */
  askCases: { ask: CaseRequest; answer: CaseAnswer }
  /** Every line of the realm's journal, oldest first, and how many could not be read. */
  openJournal: { ask: Realm; answer: Result<{ lines: readonly string[]; damaged: number }, Problem> }
  /** Adds lines. With `sync` it answers when they are on the disk. */
  appendJournal: {
    ask: { realm: Realm; lines: readonly string[]; sync: boolean }
    answer: Result<undefined, Problem>
  }
  /** Puts these lines in the place of all others, at once or not at all. */
  rewriteJournal: { ask: { realm: Realm; lines: readonly string[] }; answer: Result<undefined, Problem> }
  /** Destroys the realm's key, journal and credential: what is left of it cannot be read by anybody. */
  wipeRealm: { ask: Realm; answer: Result<undefined, Problem> }
  /** What is here of the realm's knowledge packs, verified. */
  readPacks: { ask: Realm; answer: readonly PackStatus[] }
  /** Asks their sources first. */
  refreshPacks: { ask: Realm; answer: readonly PackStatus[] }
  /** The verified body of one, gzip of JSON. */
  readPack: {
    ask: { realm: Realm; name: string }
    answer: { version: number; body: Uint8Array<ArrayBuffer> } | undefined
  }
  /** Shows a notice and draws attention to the window until it is calmed. */
  alertAgent: { ask: NoticeKind; answer: undefined }
  calmAgent: { ask: undefined; answer: undefined }
  /** Writes the code of a problem to the log. A log carries no customer: a code is all that can be said. */
  reportProblem: { ask: ProblemCode; answer: undefined }
}

/** Every fact that the main process tells a window. */
export interface Facts {
  practiceStopped: undefined
  /** The computer has slept and is awake again. */
  computerWoke: undefined
  /** Another program asks to call somebody: the text of its link, unparsed. */
  dialAsked: string
}

export type RequestName = keyof Requests
export type FactName = keyof Facts

type Ask<N extends RequestName> = Requests[N]['ask'] extends undefined ? [] : [ask: Requests[N]['ask']]
type Tell<N extends FactName> = Facts[N] extends undefined ? [] : [fact: Facts[N]]

/** `window.desktop`: one named method per request, one listener per fact. The listener's answer is the undo. */
export type DesktopBridge = {
  readonly [N in RequestName]: (...ask: Ask<N>) => Promise<Requests[N]['answer']>
} & {
  readonly [N in FactName as `on${Capitalize<N>}`]: (listener: (...fact: Tell<N>) => void) => () => void
}
