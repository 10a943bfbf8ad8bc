import type { GuideRunId, InteractionId } from '../../domain/ids.ts'
import type { SearchFilter } from '../../domain/knowledge/article-hit.ts'
import type { AnswerFault } from '../../domain/knowledge/check-answer.ts'
import type { FieldName } from '../../domain/knowledge/guide.ts'

export type { AnswerFault }

/** What an agent can do with guides and articles, with or without a link. */
export interface GuideDesk {
  /** Follows a guide from its first step; another that is followed in the interaction is left where it is. */
  begin(interaction: InteractionId, pack: string, guide: string): Promise<boolean>
  /** As typed, by the name of the field. Goes on where there is no fault; `true` when it is on the disk. */
  answer(
    run: GuideRunId,
    values: ReadonlyMap<FieldName, string | boolean>,
  ): Promise<readonly AnswerFault[] | true | false>
  /** From a step that asks nothing. */
  next(run: GuideRunId): Promise<boolean>
  back(run: GuideRunId): Promise<boolean>
  /** To a step of the guide that was seen before, or to any step of it. */
  jump(run: GuideRunId, step: string): Promise<boolean>
  abandon(run: GuideRunId): Promise<boolean>
  /** Goes on with one that was begun on another channel or before a restart. */
  resume(interaction: InteractionId, run: GuideRunId): Promise<boolean>
  /** Corrects an answer that was given before, without going back. */
  correct(
    run: GuideRunId,
    field: FieldName,
    typed: string | boolean,
  ): Promise<readonly AnswerFault[] | true | false>
  /** How the customer seems to the agent; `undefined` takes it back. */
  mood(interaction: InteractionId, mood: 'calm' | 'upset' | undefined): void
  /** Ends a private stretch by hand; a guide may have been left in it. */
  endPrivate(run: GuideRunId): Promise<boolean>

  search(query: string, filter?: Omit<SearchFilter, 'language'>): Promise<void>
  clearSearch(): void
  /** `from` says where the agent found it: it counts in what the article is worth. */
  openArticle(
    pack: string,
    article: string,
    from: { readonly anchor?: string | undefined; readonly how: 'search' | 'suggestion' | 'guide' | 'link' },
  ): Promise<void>
  backInArticles(): void
  closeArticle(): void
  dismiss(interaction: InteractionId, pack: string, article: string): void
  /** Puts a link or an excerpt into the draft of the chat in hand. */
  insert(
    interaction: InteractionId,
    what: { readonly pack: string; readonly article: string; readonly excerpt: string | undefined },
  ): Promise<void>
  /** Goes to the content owner as a case. */
  report(pack: string, article: string, why: 'out-of-date' | 'did-not-help', words: string): Promise<boolean>
  /** Asks the sources for newer packs now. */
  refresh(): Promise<void>
}
