import type { Language } from '../../../renderer/domain/language.ts'
import type { Fault } from '../fault.ts'
import { ArticleHead } from '../schemas/pack-schema.ts'
import { splitArticle } from '../source/front-matter.ts'
import { readShape } from '../source/shape.ts'
import type { TextFile } from '../source/text-file.ts'
import { readYaml } from '../source/yaml-source.ts'
import { readArticleText } from './article-text.ts'
import type { ArticleSource } from './pack-source.ts'

export interface ReadArticle {
  readonly source: ArticleSource
  readonly faults: readonly Fault[]
}

export function readArticle(
  { id, language }: { readonly id: string; readonly language: Language },
  text: TextFile,
): ReadArticle {
  const name = { id, language }
  const halves = splitArticle(text)
  if (!('head' in halves)) {
    const nowhere = { leads: [], anchors: new Set<string>(), article: undefined, place: () => halves }
    return { source: { ...name, file: text.file, ...nowhere }, faults: [halves] }
  }
  const body = readArticleText(halves.body)
  const yaml = readYaml(halves.head, 1)
  const head = yaml.source === undefined ? undefined : readShape(yaml.source, ArticleHead)
  return {
    source: {
      ...name,
      file: text.file,
      place: yaml.source?.place ?? (() => ({ line: 1, column: 1 })),
      leads: body.leads,
      anchors: body.anchors,
      article:
        head?.value === undefined
          ? undefined
          : { ...name, ...head.value, expires: head.value.expires, blocks: body.blocks },
    },
    faults: [...yaml.faults, ...(head?.faults ?? []), ...body.faults],
  }
}
