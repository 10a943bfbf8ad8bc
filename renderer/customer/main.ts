import { languages, preferredLanguage } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import { sayToCustomer } from '../words/customer.ts'
import { CustomerChat } from './chat/customer-chat.ts'
import { keepChat, keptChat } from './kept-chat.ts'
import { el } from './page/elements.ts'
import { Page } from './page/page.ts'
import { loadSettings } from './settings.ts'

/** Composition root of the customer's page: settings from beside it, one chat, one page. */

const asked = new URLSearchParams(location.search).get('lang')
const language: Language = languages.find((one) => one === asked) ?? preferredLanguage(navigator.languages)

const settings = await loadSettings()
if (settings) {
  const chat = new CustomerChat({
    settings,
    keep: (kept) => keepChat(sessionStorage, kept),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    random: Math.random,
  })
  const page = new Page({ chat, settings, language, now: Date.now })
  document.body.replaceChildren(...page.parts)
  const kept = keptChat(sessionStorage)
  if (kept) void chat.takeUp(kept, { language }, sayToCustomer(language)('chat.nick'))
  addEventListener('online', () => chat.hurry())
  addEventListener('beforeunload', (event) => {
    if (chat.holdsUnsent) event.preventDefault()
  })
} else {
  document.documentElement.lang = language
  document.body.replaceChildren(el('main', {}, el('p', { role: 'alert' }, sayToCustomer(language)('broken'))))
}
