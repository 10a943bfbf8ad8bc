import type { Language } from '../../../renderer/domain/language.ts'
import { isName } from '../schemas/words-schema.ts'
import { isLanguage } from '../source/language-name.ts'

type FileName =
  | { readonly kind: 'article'; readonly id: string; readonly language: Language }
  | { readonly kind: 'guide'; readonly id: string }
  | { readonly kind: 'replies' | 'head' | 'glossary' }

/** What a file of a pack is, by its name; `undefined` for one that no pack has. */
export function nameOf(file: string): FileName | undefined {
  if (file === 'pack.yaml') return { kind: 'head' }
  if (file === 'glossary.yaml') return { kind: 'glossary' }
  const [, folder = '', base = ''] = /^(articles|guides|replies)\/([^/]+)$/.exec(file) ?? []
  if (folder === 'articles') return articleName(base)
  const [, id = ''] = /^([^.]+)\.yaml$/.exec(base) ?? []
  if (!isName(id)) return undefined
  return folder === 'guides' ? { kind: 'guide', id } : { kind: 'replies' }
}

function articleName(base: string): FileName | undefined {
  const [, id = '', language = ''] = /^([^.]+)\.([^.]+)\.md$/.exec(base) ?? []
  return isName(id) && isLanguage(language) ? { kind: 'article', id, language } : undefined
}
