import type { Language } from '../../domain/language.ts'
import { sayToCustomer } from '../../words/customer.ts'
import type { SayToCustomer } from '../../words/customer.ts'
import type { ChatState } from '../chat/chat-state.ts'
import type { CustomerChat } from '../chat/customer-chat.ts'
import type { PageSettings } from '../settings.ts'
import { createChatView } from './chat-view.ts'
import { button, el, setText } from './elements.ts'
import { createFormView } from './form-view.ts'
import type { View } from './view.ts'

export interface PageNeeds {
  readonly chat: CustomerChat
  readonly settings: PageSettings
  readonly language: Language
  readonly now: () => number
}

/** The page: its title, the other language, and either the questions or the chat. */
export class Page {
  readonly #needs: PageNeeds
  readonly #drafts = new Map<string, string>()
  readonly #title = el('h1')
  readonly #main = el('main')
  readonly #switch: HTMLButtonElement
  #language: Language
  #shown: { readonly kind: 'form' | 'chat'; readonly language: Language; readonly view: View } | undefined
  #stage: ChatState['stage'] = 'form'
  #seenLines = 0

  constructor(needs: PageNeeds) {
    this.#needs = needs
    this.#language = needs.language
    this.#switch = button('', () => this.#changeLanguage())
    needs.chat.listen(() => this.#draw())
    document.addEventListener('visibilitychange', () => this.#draw())
    this.#draw()
  }

  get parts(): readonly HTMLElement[] {
    return [el('header', { class: 'row' }, this.#title, this.#switch), this.#main]
  }

  get #say(): SayToCustomer {
    return sayToCustomer(this.#language)
  }

  #changeLanguage(): void {
    this.#language = this.#language === 'en' ? 'fr' : 'en'
    const address = new URL(location.href)
    address.searchParams.set('lang', this.#language)
    history.replaceState(null, '', address)
    this.#draw()
  }

  #draw(): void {
    const { chat } = this.#needs
    const { state } = chat
    const view = this.#viewFor(state.stage === 'form' || state.stage === 'asking' ? 'form' : 'chat')
    this.#drawTitle(state)
    view.update(state)
    if (state.stage !== this.#stage && state.stage !== 'asking') {
      this.#stage = state.stage
      // What was asked is in the chat now; a new one begins with an empty question.
      if (state.stage === 'chat') this.#drafts.delete('question')
      view.focus()
    }
    if (document.visibilityState === 'visible') chat.seen()
  }

  #viewFor(kind: 'form' | 'chat'): View {
    const [language, say] = [this.#language, this.#say]
    if (this.#shown?.kind === kind && this.#shown.language === language) return this.#shown.view
    const needs = { ...this.#needs, language, say, drafts: this.#drafts }
    const view = kind === 'form' ? createFormView(needs) : createChatView(needs)
    this.#shown = { kind, language, view }
    this.#main.replaceChildren(view.root)
    document.documentElement.lang = language
    setText(this.#title, say('title', { service: this.#needs.settings.service[language] }))
    setText(this.#switch, say('other-language'))
    this.#switch.lang = language === 'en' ? 'fr' : 'en'
    return view
  }

  /** With the number of lines that came while the page was hidden. */
  #drawTitle({ lines }: ChatState): void {
    const heard = lines.filter(({ isOwn }) => !isOwn).length
    if (document.visibilityState === 'visible') this.#seenLines = heard
    const unseen = Math.max(0, heard - this.#seenLines)
    const title = this.#title.textContent
    document.title = unseen > 0 ? `(${unseen}) ${title}` : title
  }
}
