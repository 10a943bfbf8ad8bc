import { LinkifyIt } from 'linkify-it'

/** A piece of a message: plain, or an address that it names. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'link'
      readonly text: string
      readonly url: string
      /** Where it really leads, letters that only look alike written out (RFC 3492); `undefined` where the text says so. */
      readonly host: string | undefined
    }

const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false })
  .add('ftp:', null)
  .add('//', null)
  .add('mailto:', null)

/** The message in pieces, in order. Only addresses of the web are links; what is written is never changed. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { index, lastIndex, raw, url, schema } of finder.match(text) ?? []) {
    // A name such as `rapport.pro` is no address to whoever wrote it.
    if (schema === '' && !/^www\./i.test(raw)) continue
    if (!URL.canParse(url)) continue
    const { protocol, host, username } = new URL(url)
    if (protocol !== 'https:' && protocol !== 'http:') continue
    if (index > at) pieces.push({ kind: 'text', text: text.slice(at, index) })
    const isPlain = username === '' && saysItsHost(raw, host)
    pieces.push({ kind: 'link', text: raw, url, host: isPlain ? undefined : host })
    at = lastIndex
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}

/** Letters that every reader tells apart, and the host first: nothing in it can be turned round (Unicode TR #36 §3). */
const saysItsHost = (raw: string, host: string): boolean =>
  /^[\x21-\x7e]*$/.test(raw) &&
  raw
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .startsWith(host)
