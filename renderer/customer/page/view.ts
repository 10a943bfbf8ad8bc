import type { Language } from '../../domain/language.ts'
import type { SayToCustomer } from '../../words/customer.ts'
import type { ChatState } from '../chat/chat-state.ts'
import type { CustomerChat } from '../chat/customer-chat.ts'
import type { PageSettings } from '../settings.ts'

/** What a part of the page is made with. Another language makes it anew. */
export interface ViewNeeds {
  readonly chat: CustomerChat
  readonly settings: PageSettings
  readonly language: Language
  readonly say: SayToCustomer
  readonly now: () => number
  /** What was typed, and outlives a change of language. */
  readonly drafts: Map<string, string>
}

export interface View {
  readonly root: HTMLElement
  readonly update: (state: ChatState) => void
  /** Where somebody who works by keyboard or by ear goes on. */
  readonly focus: () => void
}
