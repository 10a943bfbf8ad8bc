import { toJsonSchema } from '@valibot/to-json-schema'

import { ArticleHead, GlossaryFile, PackFile, RepliesFile } from './pack-schema.ts'
import { GuideFile } from './guide-schema.ts'

/** By the names of their files in `docs/schemas/`; the article's is of its front matter. */
const files = {
  pack: [PackFile, 'pack.yaml of a knowledge pack'],
  guide: [GuideFile, 'guides/ID.yaml of a knowledge pack'],
  article: [ArticleHead, 'What stands above an article of a knowledge pack'],
  replies: [RepliesFile, 'replies/NAME.yaml of a knowledge pack'],
  glossary: [GlossaryFile, 'glossary.yaml of a knowledge pack'],
} as const

/** JSON Schema draft 7, which the YAML extensions of editors know. What only the tool can check is left out there. */
export const jsonSchemas = (): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(files).map(([name, [schema, title]]) => [
      `${name}.schema.json`,
      { title, ...plainly(toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' })) },
    ]),
  )

/** “No other keys” as everybody writes it: editors say it better than “not anything”. */
const plainly = (schema: object): object =>
  JSON.parse(
    JSON.stringify(schema).replaceAll('"additionalProperties":{"not":{}}', '"additionalProperties":false'),
  ) as object
