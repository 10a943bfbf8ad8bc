import * as v from 'valibot'

import type { Pack } from '../../domain/knowledge/pack.ts'
import { languages } from '../../domain/language.ts'
import { ArticleSchema, day, list, name } from './article-schema.ts'
import { GuideSchema, said } from './guide-schema.ts'

const mostArticles = 50_000

const PackSchema = v.strictObject({
  name,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  title: said,
  languages: list(v.picklist(languages)),
  owner: v.strictObject({ name: v.string(), queue: v.string() }),
  validFrom: day,
  validUntil: v.optional(day),
  articles: list(ArticleSchema, mostArticles),
  guides: list(GuideSchema, 2_000),
  replies: list(v.strictObject({ name, text: said, topics: v.optional(list(v.string())) }), 5_000),
  glossary: list(v.strictObject({ id: name, name: said, meaning: said }), 5_000),
}) as v.GenericSchema<unknown, Pack>

/** Characters of JSON that a pack may unfold to: what is signed by mistake must not fill the memory. */
const longest = 256 * 1024 * 1024

/** The body of a built pack, unpacked and parsed; `undefined` for one that is not what the format says. Never throws. */
export async function parsePack(body: Uint8Array<ArrayBuffer>): Promise<Pack | undefined> {
  try {
    const parsed = v.safeParse(PackSchema, JSON.parse(await unpack(body)), { abortEarly: true })
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

async function unpack(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  const parts: string[] = []
  for (let length = 0; length <= longest;) {
    const { done, value } = await reader.read()
    if (done) return parts.join('')
    parts.push(value)
    length += value.length
  }
  await reader.cancel()
  throw new RangeError('the pack is too large')
}
