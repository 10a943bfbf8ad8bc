import { createContext, useContext } from 'react'

import type { Language } from '../../domain/language.ts'
import type { Availability } from '../../services/availability.ts'
import type { CallDesk } from '../../services/call-desk.ts'
import type { ChatDesk } from '../../services/chats/chat-desk.ts'
import type { CaseDesk } from '../../services/cases/case-desk.ts'
import type { Devices } from '../../services/devices.ts'
import type { Dialling } from '../../services/dialling.ts'
import type { EquipmentCheck } from '../../services/equipment-check.ts'
import type { GuideDesk } from '../../services/knowledge/guide-desk.ts'
import type { MoodDesk } from '../../services/moods/mood-desk.ts'
import type { OutcomeDesk } from '../../services/outcomes.ts'
import type { Problems } from '../../services/problems.ts'
import type { QueueNews } from '../../services/queue-news.ts'
import type { SignIn } from '../../services/sign-in.ts'
import type { StoryDesk } from '../../services/story/story-desk.ts'
import type { Transfers } from '../../services/transfers.ts'
import type { WellBeing } from '../../services/well-being.ts'
import type { WriteUp } from '../../services/write-up.ts'
import type { AudioStore } from '../../state/audio-store.ts'
import type { CallStore } from '../../state/call-store.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { CheckStore } from '../../state/check-store.ts'
import type { DayStore } from '../../state/day-store.ts'
import type { DialStore } from '../../state/dial-store.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import type { MoodStore } from '../../state/mood-store.ts'
import type { OutcomeStore } from '../../state/outcome-store.ts'
import type { ProblemStore } from '../../state/problem-store.ts'
import type { ShiftStore } from '../../state/shift-store.ts'
import type { StoryStateStore } from '../../state/story-store.ts'
import type { WorkStore } from '../../state/work-store.ts'

/** What the desk's screen shows, and what it can ask for. */
export interface Desk {
  readonly stores: {
    readonly shift: ShiftStore
    readonly calls: CallStore
    readonly work: WorkStore
    readonly cases: CaseStateStore
    readonly chats: ChatStateStore
    readonly knowledge: KnowledgeStore
    readonly story: StoryStateStore
    readonly moods: MoodStore
    readonly problems: ProblemStore
    readonly audio: AudioStore
    readonly check: CheckStore
    readonly dial: DialStore
    readonly day: DayStore
    readonly outcomes: OutcomeStore
  }
  readonly availability: Availability
  readonly callDesk: CallDesk
  readonly cases: CaseDesk
  readonly chats: ChatDesk
  readonly guides: GuideDesk
  readonly stories: StoryDesk
  readonly moods: MoodDesk
  readonly wellBeing: WellBeing
  readonly outcomes: OutcomeDesk
  readonly dialling: Dialling
  readonly transfers: Transfers
  readonly queueNews: Pick<QueueNews, 'tellAgain'>
  readonly check: EquipmentCheck
  readonly devices: Pick<Devices, 'choose' | 'watchLevels' | 'tryOut'>
  readonly writeUp: WriteUp
  readonly problems: Problems
  readonly signOut: SignIn['signOut']
  /** Erases everything that this computer keeps of this centre, also what is not sent. `false`: some of it is still here. */
  readonly wipe: () => Promise<boolean>
  /** Tries the link at once instead of waiting for the next try. */
  readonly retryLink: () => void
  readonly setLanguage: (language: Language) => void
  /** Epoch milliseconds. */
  readonly now: () => number
}

const Context = createContext<Desk | undefined>(undefined)

export const DeskProvider = Context.Provider

export function useDesk(): Desk {
  const desk = useContext(Context)
  if (!desk) throw new Error('useDesk is for components inside the desk')
  return desk
}
