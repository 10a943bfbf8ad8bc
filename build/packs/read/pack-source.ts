import type { Language } from '../../../renderer/domain/language.ts'
import type { Article } from '../../../renderer/domain/knowledge/article.ts'
import type { Guide } from '../../../renderer/domain/knowledge/guide.ts'
import type { PackHead, Term } from '../../../renderer/domain/knowledge/pack.ts'
import type { QuickReply } from '../../../renderer/domain/quick-reply.ts'
import type { Located } from '../fault.ts'
import type { StepSource } from '../schemas/guide-schema.ts'
import type { YamlSource } from '../source/yaml-source.ts'
import type { Lead } from './reading.ts'

/** One file of an article. */
export interface ArticleSource extends Located {
  readonly id: string
  readonly language: Language
  readonly leads: readonly Lead[]
  readonly anchors: ReadonlySet<string>
  /** `undefined` where its head cannot be read. */
  readonly article: Article | undefined
}

/** A guide, as far as it can be read: its good steps are checked although others are broken. */
export interface GuideSource extends Located {
  readonly id: string
  /** The whole file, as YAML has it. */
  readonly value: unknown
  readonly guide: Guide
  readonly sources: ReadonlyMap<string, StepSource>
  /** Every step's name, those that cannot be read among them. */
  readonly names: readonly string[]
  /** Nothing of it was refused. */
  readonly whole: boolean
}

export interface ReplySource {
  readonly source: Located
  readonly index: number
  readonly reply: QuickReply
}

/** What was read of a folder. */
export interface PackSource {
  readonly head: PackHead | undefined
  readonly headFile: YamlSource | undefined
  readonly articles: readonly ArticleSource[]
  readonly guides: readonly GuideSource[]
  /** Guides of which a file is there, although it may say nothing that can be read. */
  readonly guideNames: ReadonlySet<string>
  readonly replies: readonly ReplySource[]
  readonly glossary: readonly Term[]
  readonly glossaryFile: Located | undefined
  /** The glossary cannot be read: who links to it is not to blame. */
  readonly glossaryBroken: boolean
}
