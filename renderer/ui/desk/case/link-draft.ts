import type { Case, CaseLink } from '../../../domain/case.ts'
import { sameLink } from '../../../domain/case.ts'

export type LinkFault = 'invalid' | 'there'

export type ReadLink =
  { readonly ok: true; readonly link: CaseLink } | { readonly ok: false; readonly fault: LinkFault }

/** Characters: case systems keep no longer address. */
const longest = 240

/** What was typed, as a link to another case or to an address of the web; or what is wrong with it. */
export function readLink(text: string, { number, links }: Pick<Case, 'number' | 'links'>): ReadLink {
  const target = targetIn(text.trim())
  if (target === undefined || target === number) return { ok: false, fault: 'invalid' }
  const link = { kind: 'refers-to', target } as const
  return links.some((one) => sameLink(one, link)) ? { ok: false, fault: 'there' } : { ok: true, link }
}

function targetIn(text: string): string | undefined {
  const number = /^#?\s?0*([1-9]\d{0,14})$/.exec(text)?.[1]
  if (number !== undefined) return number
  if (text.length > longest || !URL.canParse(text)) return undefined
  const { protocol, username, password } = new URL(text)
  // An address with a password in it would be read by everybody who reads the case.
  return protocol === 'https:' && username === '' && password === '' && !/\s/.test(text) ? text : undefined
}

/** The number of the case at the other end, where there is one. */
export const caseNumberIn = ({ target }: CaseLink): string | undefined =>
  /^\d+$/.test(target) ? target : undefined
