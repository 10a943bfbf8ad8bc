import type { AudioChoice } from '../domain/audio-devices.ts'
import type { Language } from '../domain/language.ts'
import type { MoodChoices } from '../domain/moods/mood-choices.ts'
import type { NoticeKind } from '../domain/notice.ts'
import type { PracticeAddress } from '../domain/practice.ts'
import type { Problem, ProblemCode } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { DataKey, Realm, Setup } from '../domain/setup.ts'
import type { Undo } from './undo.ts'

export interface SetupSource {
  readSetup(): Promise<Setup>
  saveLanguage(language: Language): Promise<void>
  saveAudio(choice: AudioChoice): Promise<void>
  saveMoodChoices(choices: MoodChoices): Promise<void>
}

export interface PracticeCentre {
  start(): Promise<Result<PracticeAddress, Problem>>
  onStopped(listener: () => void): Undo
}

export interface DataKeys {
  open(realm: Realm): Promise<Result<DataKey, Problem>>
  /** For a store that cannot be read any more: the old key and the old store stay, a new key begins a new store. */
  setAside(realm: Realm): Promise<Result<DataKey, Problem>>
}

/** Reaches an agent who is looking at another window. */
export interface Attention {
  alert(kind: NoticeKind): void
  calm(): void
}

export interface ProblemLog {
  report(code: ProblemCode): void
}

/** What the computer tells. */
export interface ComputerNews {
  /** It has slept and is awake again. */
  onWoke(listener: () => void): Undo
  /** There is a network again, or another one. */
  onNetwork(listener: (why: 'online' | 'network') => void): Undo
  /** Another program asks to call somebody: the text of a `tel:` or `sip:` link, not understood yet. */
  onDialAsked(listener: (text: string) => void): Undo
}
