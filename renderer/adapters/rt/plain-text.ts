import { withoutEntities } from './html-entities.ts'

/** Elements whose content is not for readers. */
const unread = ['script', 'style', 'head', 'title', 'template']
/** Elements that stand on lines of their own. */
const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol table tr blockquote pre section article header footer hr address dl dt dd li br'.split(
    ' ',
  ),
)

/**
 * The text of an HTML message, for reading: tags go, entities become what they stand for, and blocks become lines. It
 * makes no document of it, so nothing in it can load or run; every step takes at least one character, so its time grows
 * with the length alone.
 */
export function textOfHtml(html: string): string {
  const parts: string[] = []
  // Once, so that a thousand comments without an end are not searched for it a thousand times.
  const lastComment = html.lastIndexOf('-->')
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    parts.push(words(html.slice(at, open)))
    const tag = tagAt(html, open, lastComment)
    if (!tag) {
      parts.push('<')
      at = open + 1
      continue
    }
    if (tag.end === -1) return tidy([...parts, words(html.slice(open))])
    parts.push(blocks.has(tag.name) ? breakOf(tag) : tag.name === 'td' || tag.name === 'th' ? ' ' : '')
    at = tag.end
  }
  return tidy([...parts, words(html.slice(at))])
}

interface Tag {
  readonly name: string
  readonly isEnd: boolean
  /** After it, and after what it hides; -1 where it never ends. */
  readonly end: number
}

/** A tag, comment or declaration at this `<`; `undefined` for one that is just a character ("5 < 6"). */
function tagAt(html: string, open: number, lastComment: number): Tag | undefined {
  if (open < lastComment && html.startsWith('<!--', open))
    return { name: '', isEnd: false, end: after(html, '-->', open) }
  const match = /^<(\/?)([a-zA-Z][a-zA-Z0-9:]*|[!?])/.exec(html.slice(open, open + 40))
  if (!match) return undefined
  const name = (match[2] ?? '').toLowerCase()
  const isEnd = match[1] === '/'
  const end = after(html, '>', open)
  if (isEnd || end === -1 || !unread.includes(name)) return { name, isEnd, end }
  // What is not for readers goes with its element; without an end it goes to the end of the message.
  const close = endTags[name]
  if (close) close.lastIndex = end
  const found = close?.exec(html)
  return { name, isEnd, end: found ? found.index + found[0].length : html.length }
}

const endTags: Readonly<Record<string, RegExp>> = Object.fromEntries(
  unread.map((name) => [name, new RegExp(`</${name}>`, 'gi')]),
)

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length
}

const breakOf = ({ name, isEnd }: Tag): string =>
  name === 'li' && !isEnd ? '\n- ' : name === 'p' && isEnd ? '\n\n' : '\n'

const words = (text: string): string => withoutEntities(text.replace(/\s+/g, ' '))

function tidy(parts: readonly string[]): string {
  const lines = parts.join('').split('\n')
  return lines
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
