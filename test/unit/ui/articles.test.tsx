// @vitest-environment jsdom
import './setup.ts'

import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Article } from '../../../renderer/domain/knowledge/article.ts'
import { shiftStart } from '../../make.ts'
import { said } from '../domain/knowledge/make-guide.ts'
import { composer, openChats } from './chats-on-screen.tsx'
import { headed, makeArticle, makePack, openWithPack, paragraph, settle } from './knowledge-on-screen.tsx'

const deposit = makeArticle('direct-deposit', {
  ...{ title: 'Direct deposit', topics: ['payments'], expires: '2026-11-01' },
  blocks: [
    paragraph(
      'Money goes straight to the ',
      { kind: 'term', term: 'bank', spans: [{ kind: 'text', text: 'bank' }] },
      '.',
    ),
    headed('how', 'How to ask for it'),
    paragraph(
      { kind: 'link', to: 'https://forms.example.org/dd', spans: [{ kind: 'text', text: 'The form' }] },
      ' is signed. <b onclick="x()">No markup.</b> ',
      { kind: 'article-link', article: 'dates', anchor: 'march', spans: [{ kind: 'text', text: 'dates' }] },
    ),
    {
      kind: 'table',
      head: [[{ kind: 'text', text: 'Bank' }], [{ kind: 'text', text: 'Days' }]],
      rows: [[[{ kind: 'text', text: 'Any' }], [{ kind: 'text', text: '5' }]]],
    },
  ],
})
const dates = makeArticle('dates', {
  ...{ title: 'Payment dates', topics: ['dates'], queues: ['benefits'] },
  blocks: [paragraph('Every month.'), headed('march', 'In March'), paragraph('Money on the 27th.')],
})

const packOf = (...articles: readonly Article[]) =>
  makePack([], {
    articles,
    glossary: [{ id: 'bank', name: said('Bank'), meaning: said('Where money lies.') }],
  })

const both = () => packOf(deposit, dates)

/** Looks for a word, from wherever the cursor is. */
async function find(shown: Awaited<ReturnType<typeof openWithPack>>, word: string): Promise<void> {
  await shown.user.keyboard('{Control>}i{/Control}')
  await settle()
  await shown.user.keyboard(word)
  await act(() => new Promise((done) => setTimeout(done, 150)))
  await settle()
}

describe('the search for articles', () => {
  it('is one key away, shows what fits while somebody types, marked, and reads it with Enter', async () => {
    const shown = await openWithPack(both())
    await find(shown, 'money')
    const rows = within(screen.getByRole('grid', { name: 'Articles found' })).getAllByRole('row')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Direct depositMoney goes straight to the bank.',
      'Payment datesMoney on the 27th.',
    ])
    expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      'Money',
      'Money',
    ])
    expect(screen.getByText('2 articles')).toBeTruthy()
    await shown.user.keyboard('{ArrowDown}')
    await settle()
    await shown.user.keyboard('{ArrowDown}{Enter}')
    await settle()
    expect(screen.getByRole('heading', { name: 'Payment dates' })).toBeTruthy()
    // Where the passage is that fits.
    expect(document.activeElement?.textContent).toBe('In March')
  })

  it('is narrowed by topic, and says when nothing fits', async () => {
    const shown = await openWithPack(both())
    await find(shown, 'money')
    await shown.press(/Topic/)
    await shown.user.click(screen.getByRole('option', { name: 'dates' }))
    await settle()
    expect(screen.getByText('1 article')).toBeTruthy()
    await find(shown, ' zzz')
    expect(screen.getByText('No article found. Try fewer or other words.')).toBeTruthy()
    await shown.user.keyboard('{Escape}')
    await settle()
    expect(screen.getByRole('heading', { name: 'For this conversation' })).toBeTruthy()
  })

  it('says that not everything is found while the articles are made ready', async () => {
    const shown = await openWithPack(both())
    await find(shown, 'money')
    act(() => shown.desk.library.index({ kind: 'indexing', progress: 0.4 }))
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40')
    expect(screen.getByText('Until then, not all of them are found.')).toBeTruthy()
  })
})

describe('an article', () => {
  it('says which revision it is and that it is out of date, and draws text as text', async () => {
    const shown = await openWithPack(both())
    await find(shown, 'money')
    await shown.user.keyboard('{ArrowDown}{Enter}')
    await settle()
    const article = within(screen.getByRole('article', { name: 'Direct deposit' }))
    expect(article.getByText('Revised on October 12, 2026 · Benefits line, version 12')).toBeTruthy()
    expect(article.getByText('Out of date since November 1, 2026: check before you say it.')).toBeTruthy()
    expect(article.getByText(/<b onclick="x\(\)">No markup.<\/b>/)).toBeTruthy()
    expect(article.getByText('(leads to forms.example.org)')).toBeTruthy()
    expect(article.queryByRole('link')).toBeNull()
    expect(article.getByRole('columnheader', { name: 'Days' })).toBeTruthy()
  })

  it('says what a word means, leads to another article and back', async () => {
    const shown = await openWithPack(both())
    await find(shown, 'money')
    await shown.user.keyboard('{ArrowDown}{Enter}')
    await settle()
    await shown.press('bank')
    expect(within(screen.getByRole('dialog')).getByText('Where money lies.')).toBeTruthy()
    await shown.user.keyboard('{Escape}')
    await settle()
    await shown.press('dates')
    expect(document.activeElement?.textContent).toBe('In March')
    await shown.press(/^Back/)
    expect(screen.getByRole('heading', { name: 'Direct deposit' })).toBeTruthy()
    await shown.press('Close the article')
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Find an article' }))
  })

  it('is reported to its owner as a case of theirs', async () => {
    const shown = await openWithPack(both(), { cases: { link: { kind: 'up' } } })
    await find(shown, 'money')
    await shown.user.keyboard('{ArrowDown}{Enter}')
    await settle()
    await shown.press('Out of date')
    const field = screen.getByRole('textbox', { name: 'What is no longer right?' })
    expect(document.activeElement).toBe(field)
    await shown.press('Send')
    expect(screen.getByText('Say it in a few words.')).toBeTruthy()
    await shown.user.type(field, 'It takes ten days now.')
    await shown.press('Send')
    const { reported } = shown.desk.stores.knowledge.getState().opened[0] ?? {}
    expect(reported).toBe('out-of-date')
    const told = screen.getByText('Told to Benefits content team: it waits as a case of theirs.')
    // Whoever has sent it goes on reading there.
    expect(document.activeElement).toBe(told)
  })

  it('comes into a chat by passage, as text that the agent still has to send', async () => {
    const shown = await openChats()
    await shown.take('Hélène')
    act(() => shown.desk.library.put(both(), shiftStart))
    await settle()
    await find({ ...shown, later: settle, press: settle }, 'money')
    await shown.user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await settle()
    await shown.user.click(screen.getByRole('button', { name: /Into the chat.*In March/ }))
    await settle()
    expect(composer().value).toBe('In March\nMoney on the 27th.')
    expect(screen.getByText('It is in your message. Read it before you send it.')).toBeTruthy()
  })
})

describe('articles for the conversation', () => {
  it('stand behind their tab with their number, and go when they do not fit', async () => {
    const shown = await openWithPack(both())
    await shown.user.type(screen.getByRole('textbox', { name: 'Note' }), 'asks for money')
    await shown.later(700)
    await shown.user.click(screen.getByRole('tab', { name: 'Articles (2)' }))
    await settle()
    const suggested = within(screen.getByRole('region', { name: 'For this conversation' }))
    expect(suggested.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Direct depositMoney goes straight to the bank.',
      'Payment datesMoney on the 27th.',
    ])
    await shown.press('Do not show here again – Direct deposit')
    expect(screen.getByRole('tab', { name: 'Articles (1)' })).toBeTruthy()
    await shown.press(/^Payment dates/)
    expect(screen.getByRole('heading', { name: 'Payment dates' })).toBeTruthy()
  })
})

describe('what the desk knows', () => {
  it('says which version of each pack is here, why nothing newer is, and asks again', async () => {
    const shown = await openWithPack(both())
    expect(screen.queryByText('Knowledge: see why')).toBeNull()
    act(() => {
      shown.desk.library.refuse('benefits', 'untrusted', shiftStart)
      shown.desk.library.refuse('passports', 'unreachable')
    })
    await settle()
    await shown.press(/Knowledge: see why/)
    const packs = within(screen.getByRole('region', { name: 'Knowledge' }))
    expect(packs.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(
        /^Benefits line, version 12: 2 articles, 0 guidesA newer version is not signed.*Checked/,
      ),
      'passports: nothing on this computer yetIts server cannot be reached: the version that is here goes on.Never checked',
    ])
    const before = shown.desk.library.asked.length
    await shown.user.click(packs.getByRole('button', { name: /^Check now/ }))
    await settle()
    expect(shown.desk.library.asked.length).toBe(before + 1)
  })

  it('has the replies of its packs after / in a chat, before the site’s own', async () => {
    const shown = await openChats()
    await shown.take('Hélène')
    act(() =>
      shown.desk.library.put(
        makePack([], { replies: [{ name: 'photos', text: { en: 'Two photos.', fr: 'Deux photos.' } }] }),
        shiftStart,
      ),
    )
    await settle()
    await shown.user.click(composer())
    await shown.user.keyboard('/pho{Enter}')
    await settle()
    expect(composer().value).toBe('Deux photos.')
  })
})
