import * as v from 'valibot'

import { languages } from '../../../renderer/domain/language.ts'
import { counting, day, long, name, said, saidShort, short, shortList } from './words-schema.ts'
import { part } from './part.ts'

/** `pack.yaml` */
export const PackFile = part({
  format: v.literal(1),
  name: v.pipe(name, v.maxLength(40, 'a pack’s name has 40 characters at most')),
  version: counting,
  title: saidShort,
  languages: v.pipe(
    v.array(v.picklist(languages)),
    v.check(
      (all) => languages.every((one) => all.includes(one)) && new Set(all).size === all.length,
      `each language stands here once: [${languages.join(', ')}]`,
    ),
    v.metadata({ uniqueItems: true, minItems: languages.length }),
  ),
  owner: part({ name: short, queue: short }),
  valid: v.pipe(
    part({ from: day, until: v.optional(day) }),
    v.check(({ from, until }) => until === undefined || from <= until, 'the first day comes before the last'),
  ),
})
export type PackFile = v.InferOutput<typeof PackFile>

/** `glossary.yaml` */
export const GlossaryFile = v.pipe(
  v.array(part({ id: name, name: saidShort, meaning: said })),
  v.maxLength(2000, '2,000 words are the most'),
)

/** `replies/NAME.yaml` */
export const RepliesFile = v.pipe(
  v.array(part({ name, topics: v.optional(shortList), text: said })),
  v.maxLength(1000, '1,000 replies are the most in one file'),
)

/** What stands between the two lines `---` of an article. */
export const ArticleHead = part({
  title: short,
  summary: long,
  questions: v.optional(shortList, []),
  topics: v.optional(shortList, []),
  queues: v.optional(shortList, []),
  revised: day,
  expires: v.optional(day),
})
export type ArticleHead = v.InferOutput<typeof ArticleHead>
