import { createStore } from 'zustand/vanilla'

import type { InteractionId } from '../domain/ids.ts'
import type { Article } from '../domain/knowledge/article.ts'
import type { ArticleHit, IndexState, SearchFilter } from '../domain/knowledge/article-hit.ts'
import type { GuideFacts } from '../domain/knowledge/guide-facts.ts'
import type { GuideRun } from '../domain/knowledge/guide-run.ts'
import type { PackHead, PackNow } from '../domain/knowledge/pack.ts'

export interface OpenArticle {
  readonly pack: Pick<PackHead, 'name' | 'version' | 'title'>
  readonly article: Article
  /** The heading to show first. */
  readonly anchor: string | undefined
  /** What was sent to the owner about it from here. */
  readonly reported: 'out-of-date' | 'did-not-help' | undefined
}

export interface SuggestedGuide {
  readonly pack: string
  readonly guide: string
  readonly why: 'queue' | 'number' | 'words' | 'case'
}

/** What stands beside one interaction. */
export interface KnowledgeInHand {
  /** The guides that were begun in it, oldest first; the last running one is shown. */
  readonly runs: readonly GuideRun[]
  /** Begun with this customer or case on another channel or day, and not ended. */
  readonly unfinished: readonly GuideRun[]
  readonly guides: readonly SuggestedGuide[]
  readonly articles: readonly ArticleHit[]
  /** `article` ids, with their pack, that the agent does not want to see here again. */
  readonly dismissed: readonly string[]
  /** How the customer seems to the agent; guides can take it into account. */
  readonly mood: GuideFacts['mood']
}

export interface KnowledgeState {
  readonly packs: readonly PackNow[]
  readonly index: IndexState
  readonly query: string
  readonly filter: Omit<SearchFilter, 'language'>
  /** `undefined` before anything was looked for. */
  readonly hits: readonly ArticleHit[] | undefined
  /** Back is the one before the last. */
  readonly opened: readonly OpenArticle[]
  readonly inHand: ReadonlyMap<InteractionId, KnowledgeInHand>
}

export const createKnowledgeStore = () =>
  createStore<KnowledgeState>(() => ({
    packs: [],
    index: { kind: 'empty', progress: 0 },
    query: '',
    filter: {},
    hits: undefined,
    opened: [],
    inHand: new Map(),
  }))

export type KnowledgeStore = ReturnType<typeof createKnowledgeStore>

export const nothingInHand: KnowledgeInHand = {
  runs: [],
  unfinished: [],
  guides: [],
  articles: [],
  dismissed: [],
  mood: undefined,
}

export const knowledgeOf = ({ inHand }: Pick<KnowledgeState, 'inHand'>, id: InteractionId): KnowledgeInHand =>
  inHand.get(id) ?? nothingInHand

/** The guide that is followed in an interaction now. */
export const runInHand = (state: Pick<KnowledgeState, 'inHand'>, id: InteractionId): GuideRun | undefined =>
  knowledgeOf(state, id).runs.findLast((run) => run.state === 'running')

/** Something is being said in it that must not be kept. A guide that was left may be in such a stretch still. */
export const isPrivateNow = (state: Pick<KnowledgeState, 'inHand'>, id: InteractionId): boolean =>
  knowledgeOf(state, id).runs.some((run) => run.isPrivate)

/** With what stands beside one interaction changed. */
export const withKnowledge = (
  { inHand }: Pick<KnowledgeState, 'inHand'>,
  id: InteractionId,
  change: (now: KnowledgeInHand) => KnowledgeInHand,
): Pick<KnowledgeState, 'inHand'> => ({
  inHand: new Map(inHand).set(id, change(inHand.get(id) ?? nothingInHand)),
})
