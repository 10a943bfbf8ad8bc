import type { ArticleIndex, IndexMeans } from '../../../renderer/adapters/packs/search/article-index.ts'
import { createArticleIndex } from '../../../renderer/adapters/packs/search/article-index.ts'
import type { Article, Block } from '../../../renderer/domain/knowledge/article.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import type { Language } from '../../../renderer/domain/language.ts'

export const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ kind: 'text', text }] })

export const heading = (id: string, text: string): Block => ({
  ...{ kind: 'heading', level: 2, id },
  spans: [{ kind: 'text', text }],
})

export const article = (
  id: string,
  language: Language,
  title: string,
  { text = '', ...change }: Partial<Article> & { readonly text?: string } = {},
): Article => ({
  ...{ id, language, title, summary: '', questions: [], topics: [], queues: [] },
  ...{ revised: '2026-11-01', expires: undefined, blocks: text === '' ? [] : [paragraph(text)] },
  ...change,
})

export const packOf = (articles: readonly Article[], change: Partial<Pack> = {}): Pack => ({
  ...{ name: 'benefits', version: 1, title: { en: 'Benefits', fr: 'Prestations' }, languages: ['en', 'fr'] },
  ...{ owner: { name: 'Content', queue: 'Knowledge' }, validFrom: '2026-01-01', validUntil: undefined },
  ...{ articles, guides: [], replies: [], glossary: [] },
  ...change,
})

/** Nothing outlives it. */
export const inMemory: IndexMeans = {
  shelf: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
  today: () => '2026-11-23',
}

export async function indexOf(...packs: readonly Pack[]): Promise<ArticleIndex> {
  const index = createArticleIndex(() => undefined, inMemory)
  for (const pack of packs) await index.take(pack)
  return index
}

/** What an agent would look for among: enough that a word is rare or is not. */
export const somePack = packOf([
  article('lost', 'en', 'A lost passport', {
    questions: ['I cannot find my passport'],
    text: 'Cancel it first.',
  }),
  article('lost', 'fr', 'Un passeport perdu', {
    questions: ['je ne trouve plus mon passeport'],
    text: 'Annulez.',
  }),
  article('elder', 'en', 'The eldest child', { text: 'Who signs for the eldest.' }),
  article('elder', 'fr', 'L’aîné de la famille', { text: 'Qui signe pour l’aîné déménagé.' }),
  article('renewal', 'en', 'Renewing by post', { questions: ['how do I renew'], text: 'Send the old one.' }),
  article('renewal', 'fr', 'Le renouvellement', {
    questions: ['comment renouveler par la poste'],
    text: 'Envoyez l’ancien.',
  }),
  article('fees', 'en', 'Fees', { questions: ['how much does it cost'], text: 'Forty dollars.' }),
  article('fees', 'fr', 'Les frais', { questions: ['combien ça coûte'], text: 'Quarante dollars.' }),
  article('only-french', 'fr', 'La francisation', { text: 'Cours du soir.' }),
])
