import { shownName } from '../../adapters/xmpp/plain-text.ts'
import type { SayToCustomer } from '../../words/customer.ts'
import type { Refusal } from '../chat/queue-stanzas.ts'
import { el, field, setText } from './elements.ts'
import type { View, ViewNeeds } from './view.ts'

/** As the queue cuts them (docs/chat-queue.md). */
const longestText = '200'
const longestQuestion = '2000'

/** What somebody is asked before the chat begins. */
export function createFormView({ chat, settings, language, say, drafts }: ViewNeeds): View {
  const keepDraft = <T extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    name: string,
    input: T,
  ): T => {
    input.value = drafts.get(name) ?? input.value
    input.addEventListener('input', () => drafts.set(name, input.value))
    return input
  }
  const options = settings.queues.map(({ address, name }) => el('option', { value: address }, name[language]))
  const queue = keepDraft('queue', el('select', {}, ...options))
  const question = keepDraft(
    'question',
    el('textarea', { rows: '4', maxlength: longestQuestion, required: true }),
  )
  const name = keepDraft('name', el('input', { maxlength: longestText, autocomplete: 'name' }))
  const number = keepDraft(
    'number',
    el('input', { type: 'tel', maxlength: longestText, autocomplete: 'tel' }),
  )
  const alert = el('p', { role: 'alert', class: 'alert' })
  const begin = el('button', { type: 'submit', class: 'main-button' }, say('form.begin'))
  const status = el('p', { role: 'status', class: 'hint' })

  const form = el(
    'form',
    { novalidate: true, class: 'form' },
    alert,
    field(queue, say('form.queue'), { id: 'queue' }),
    field(question, say('form.question'), { id: 'question' }),
    field(name, say('form.name'), { id: 'name' }),
    field(number, say('form.number'), { id: 'number', hint: say('form.number.why') }),
    el('p', { class: 'hint' }, say('form.privacy', { service: settings.service[language] })),
    el('div', { class: 'row' }, begin, status),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const isMissing = question.value.trim() === ''
    question.setAttribute('aria-invalid', String(isMissing))
    setText(alert, isMissing ? say('form.question.missing') : '')
    if (isMissing) question.focus()
    else
      void chat.ask(
        { queue: queue.value, language, question: question.value, ...given({ name, number }) },
        shownName(name.value) ?? say('chat.nick'),
      )
  })
  return {
    root: form,
    update({ stage, refusal }) {
      const isAsking = stage === 'asking'
      begin.disabled = isAsking
      setText(status, isAsking ? say('form.asking') : '')
      if (refusal) setText(alert, wordsFor(refusal, say))
      else if (isAsking) setText(alert, '')
    },
    focus: () => queue.focus(),
  }
}

/** The queue's own sentence says more, such as when it opens. */
const wordsFor = (refusal: Refusal, say: SayToCustomer): string =>
  ('text' in refusal ? refusal.text : undefined) ?? say(`refused.${refusal.kind}`)

/** What was filled in of what need not be. */
const given = (inputs: Readonly<Record<'name' | 'number', HTMLInputElement>>) =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([key, { value }]) => (value.trim() === '' ? [] : [[key, value.trim()]])),
  )
