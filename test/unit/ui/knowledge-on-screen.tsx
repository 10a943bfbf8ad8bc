import { act, screen } from '@testing-library/react'

import type { Article, Block, Span } from '../../../renderer/domain/knowledge/article.ts'
import type { Guide } from '../../../renderer/domain/knowledge/guide.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import type { CaseState } from '../../../renderer/state/case-store.ts'
import { shiftStart } from '../../make.ts'
import { openDesk, talking } from './desk-on-screen.tsx'

const text = (words: string): Span => ({ kind: 'text', text: words })

export const paragraph = (...spans: readonly (Span | string)[]): Block => ({
  kind: 'paragraph',
  spans: spans.map((span) => (typeof span === 'string' ? text(span) : span)),
})

export const headed = (id: string, words: string): Block => ({
  ...{ kind: 'heading', level: 2, id, spans: [text(words)] },
})

export const makeArticle = (id: string, article: Partial<Article> = {}): Article => ({
  ...{ id, language: 'en', title: `Title of ${id}`, summary: '', questions: [], topics: [], queues: [] },
  ...{ revised: '2026-10-12', expires: undefined, blocks: [paragraph(`Text of ${id}.`)] },
  ...article,
})

export const makePack = (guides: readonly Guide[], pack: Partial<Pack> = {}): Pack => ({
  ...{ name: 'benefits', version: 12, languages: ['en', 'fr'] },
  title: { en: 'Benefits line', fr: 'Ligne des prestations' },
  owner: { name: 'Benefits content team', queue: 'Knowledge' },
  ...{ validFrom: '2026-10-01', validUntil: undefined, articles: [], replies: [], glossary: [] },
  guides,
  ...pack,
})

/** Everything that was begun, and what it shows. */
export const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise((done) => setTimeout(done))
  })

/** A desk with a customer on the line, and a pack. */
export async function openWithPack(
  pack: Pack,
  { language = 'en', cases }: { language?: Language; cases?: Partial<CaseState> } = {},
) {
  const shown = await openDesk(language, {}, cases)
  shown.tell(...talking())
  await settle()
  act(() => shown.desk.library.put(pack, shiftStart))
  await settle()
  return {
    ...shown,
    /** So much later, when nobody types any more. */
    later: async (milliseconds: number) => {
      act(() => shown.desk.timing.pass(milliseconds))
      await settle()
    },
    /** Presses a button by its words. */
    press: async (name: string | RegExp) => {
      await shown.user.click(screen.getByRole('button', { name }))
      await settle()
    },
  }
}

/** Begins the first guide of the list of all. */
export async function beginFirst(shown: Awaited<ReturnType<typeof openWithPack>>): Promise<void> {
  await shown.press('All guides')
  await shown.user.click(screen.getAllByRole('menuitem')[0] as HTMLElement)
  await settle()
}

/** What the agent says now. */
export const words = (): string => document.getElementById('guide-words')?.textContent ?? ''

export const focused = (): string =>
  document.activeElement?.id === 'guide-words' ? words() : (document.activeElement?.textContent ?? '')

/** What is told of the guide when there is a pause. */
export const toldOfGuide = (): string[] =>
  [...document.querySelectorAll('[data-live-announcer] > p[role=status]')]
    .map(({ textContent }) => textContent)
    .filter((said) => /Step|Étape|guide/.test(said))
