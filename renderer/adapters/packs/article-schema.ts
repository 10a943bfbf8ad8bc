import * as v from 'valibot'

import { languages } from '../../domain/language.ts'
import type { Article, Block, Span } from '../../domain/knowledge/article.ts'

const text = v.pipe(v.string(), v.maxLength(20_000))
export const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/))
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
export const list = <S extends v.GenericSchema>(item: S, most = 500) =>
  v.pipe(v.array(item), v.maxLength(most))

/** What an address may begin with: the desk opens it in the browser, the mail program, or the telephone. */
const address = v.pipe(v.string(), v.regex(/^(https?:\/\/|mailto:|tel:)\S{1,2000}$/i))

const spans = v.lazy(() => list(Span))
const Span: v.GenericSchema<Span> = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text }),
  v.strictObject({ kind: v.picklist(['strong', 'emphasis']), spans }),
  v.strictObject({ kind: v.literal('code'), text }),
  v.strictObject({ kind: v.literal('link'), to: address, spans }),
  v.strictObject({ kind: v.literal('article-link'), article: name, anchor: v.optional(name), spans }),
  v.strictObject({ kind: v.literal('term'), term: name, spans }),
])

const blocks = v.lazy(() => list(Block, 2000))
const Block: v.GenericSchema<Block> = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), level: v.picklist([2, 3, 4]), id: name, spans }),
  v.strictObject({ kind: v.literal('paragraph'), spans }),
  v.strictObject({ kind: v.literal('list'), ordered: v.boolean(), items: list(blocks) }),
  v.strictObject({ kind: v.literal('quote'), blocks }),
  v.strictObject({ kind: v.literal('table'), head: list(spans), rows: list(list(spans)) }),
])

export const ArticleSchema: v.GenericSchema<unknown, Article> = v.strictObject({
  id: name,
  language: v.picklist(languages),
  title: text,
  summary: text,
  questions: list(text),
  topics: list(text),
  queues: list(text),
  revised: day,
  expires: v.optional(day),
  blocks,
}) as v.GenericSchema<unknown, Article>
