// @vitest-environment jsdom
import { getByLabelText, getByRole, queryByRole } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'

import type { ChatState } from '../../../renderer/customer/chat/chat-state.ts'
import type { CustomerChat } from '../../../renderer/customer/chat/customer-chat.ts'
import { Page } from '../../../renderer/customer/page/page.ts'

const settings = {
  ...{ servers: ['wss://chat.example.org'], customers: 'guests.example.org', files: 'files.example.org' },
  service: { en: 'Example', fr: 'Exemple' },
  queues: [{ address: 'passports@queue.example.org', name: { en: 'Passports', fr: 'Passeports' } }],
}

/** As much of a chat as the page asks for, in whatever state a test wants it. */
class ShownChat {
  readonly done: unknown[] = []
  state: ChatState = {
    ...{ stage: 'form', refusal: undefined, over: undefined, isLinked: true, place: undefined },
    ...{ isServed: false, lines: [], writing: [], sharing: undefined, fileProblem: undefined },
  }
  #listener: (() => void) | undefined

  readonly listen = (listener: () => void): void => {
    this.#listener = listener
  }
  readonly ask = (...asked: unknown[]): Promise<void> => {
    this.done.push(['ask', ...asked])
    return Promise.resolve()
  }
  readonly write = (text: string) => this.done.push(['write', text])
  readonly composing = (composing: boolean) => this.done.push(['composing', composing])
  readonly seen = (): void => undefined
  readonly hurry = () => this.done.push(['hurry'])
  readonly again = (): void => this.become({ stage: 'form', over: undefined })

  become(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change }
    this.#listener?.()
  }
}

describe('the customer’s page', () => {
  let chat: ShownChat
  const user = userEvent.setup()
  const { body } = document

  beforeEach(() => {
    chat = new ShownChat()
    const page = new Page({ chat: chat as unknown as CustomerChat, settings, language: 'en', now: () => 0 })
    body.replaceChildren(...page.parts)
  })

  it('asks for a question, and for nothing else that it needs', async () => {
    const begin = getByRole(body, 'button', { name: 'Start the chat' })
    await user.click(begin)
    expect(getByRole(body, 'alert').textContent).toBe('Please write your question in a few words.')
    expect(document.activeElement).toBe(getByLabelText(body, 'Your question'))
    await user.type(getByLabelText(body, 'Your question'), 'Where is it?')
    await user.click(begin)
    expect(chat.done).toEqual([
      ['ask', { queue: 'passports@queue.example.org', language: 'en', question: 'Where is it?' }, 'Customer'],
    ])
  })

  it('changes its language with what was typed in place', async () => {
    await user.type(getByLabelText(body, 'Your question'), 'Where is it?')
    await user.click(getByRole(body, 'button', { name: 'Français' }))
    expect(getByLabelText<HTMLTextAreaElement>(body, 'Votre question').value).toBe('Where is it?')
    expect(getByRole(body, 'option').textContent).toBe('Passeports')
    expect([document.documentElement.lang, document.title]).toEqual(['fr', 'Clavarder avec Exemple'])
  })

  it('says why somebody is not let in, in the queue’s own words where it has some', () => {
    chat.become({ refusal: { kind: 'closed', text: 'It opens again on Monday.' } })
    expect(getByRole(body, 'alert').textContent).toBe('It opens again on Monday.')
    chat.become({ refusal: { kind: 'kept-out' } })
    expect(getByRole(body, 'alert').textContent).toMatch(/^You cannot use the chat/u)
  })

  it('tells the place, the link and the end in words', () => {
    const firstStatus = (): string => body.querySelector('.status')?.textContent ?? ''
    chat.become({ stage: 'chat', place: { position: 2, seconds: 90 } })
    expect(firstStatus()).toMatch(/^You are number 2 in the queue\. Expected wait: about 2 minutes\./u)
    chat.become({ isLinked: false })
    expect(firstStatus()).toMatch(/^The connection is interrupted\./u)
    chat.become({ stage: 'over', over: 'ended', isLinked: true })
    expect(firstStatus()).toBe('This chat has ended.')
    expect(queryByRole(body, 'textbox')).toBeNull()
  })

  it('shows what comes from the wire as text alone, and each line once', () => {
    const line = { isOwn: false, name: '<i>Ada</i>', at: 0, mark: 'a', delivery: undefined }
    const lines = [
      { ...line, key: '1', body: { kind: 'text', text: '<img src=x onerror=alert(1)>' } },
      { ...line, key: '2', body: { kind: 'notice', notice: 'bot', text: '<script>alert(1)</script>' } },
    ] as const
    chat.become({ stage: 'chat', lines })
    chat.become({ lines: [...lines] })
    const log = getByRole(body, 'log')
    expect(log.querySelectorAll('.line')).toHaveLength(2)
    expect(log.querySelector('img, i, script')).toBeNull()
    expect(log.textContent).toContain('<img src=x onerror=alert(1)>')
  })

  it('shows what the customer has just written, and moves nothing else under their eyes', () => {
    const line = { name: '', at: 0, body: { kind: 'text', text: 'a' } } as const
    const theirs = { ...line, key: '1', isOwn: false, delivery: undefined }
    chat.become({ stage: 'chat', lines: [theirs] })
    const log = getByRole(body, 'log')
    Object.defineProperties(log, { scrollHeight: { value: 1000 }, clientHeight: { value: 100 } })
    log.scrollTop = 300
    const others = [theirs, { ...theirs, key: '2' }]
    chat.become({ lines: others })
    expect(log.scrollTop).toBe(300)
    chat.become({ lines: [...others, { ...line, key: '3', isOwn: true, delivery: 'waiting' }] })
    expect(log.scrollTop).toBe(1000)
  })

  it('sends with Enter, and tells that somebody writes', async () => {
    chat.become({ stage: 'chat' })
    await user.type(getByLabelText(body, 'Your message'), 'one{Shift>}{Enter}{/Shift}two{Enter}')
    expect(chat.done).toEqual([
      ['composing', true],
      ['composing', false],
      ['write', 'one\ntwo'],
    ])
  })
})
