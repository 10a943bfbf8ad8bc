import type { Span } from '../../../renderer/domain/knowledge/article.ts'
import { placeOf } from './reading.ts'
import type { MarkdownSpan, Reading } from './reading.ts'

export const readSpans = (nodes: readonly MarkdownSpan[], reading: Reading): readonly Span[] =>
  nodes.flatMap((node) => readSpan(node, reading) ?? [])

function readSpan(node: MarkdownSpan, reading: Reading): Span | undefined {
  // A line that goes on in the next one is one line on the screen.
  if (node.type === 'text') return { kind: 'text', text: node.value.replace(/\n/g, ' ') }
  if (node.type === 'strong' || node.type === 'emphasis')
    return { kind: node.type, spans: readSpans(node.children, reading) }
  if (node.type === 'inlineCode') return { kind: 'code', text: node.value }
  if (node.type === 'link') return readLink(node, reading)
  const [sentence, remedy] = refusals[node.type] ?? unknown
  reading.fault(node, sentence, remedy)
  return undefined
}

const unknown = ['This cannot stand in an article.', 'Say it in words.'] as const
const picture = ['There are no pictures in an article.', 'Say in words what it shows.'] as const
const reference = [
  'Links have their address beside them.',
  'Write [words](https://…), or \\[ for a bracket.',
] as const
const refusals: Readonly<Record<string, readonly [string, string]>> = {
  html: ['There is no HTML in an article.', 'Say it in words; a < that is meant as such is written \\<.'],
  image: picture,
  imageReference: picture,
  linkReference: reference,
  footnoteReference: reference,
  break: ['A line ends here by force.', 'Take the two spaces or the backslash at its end away; use a list.'],
}

type Link = Extract<MarkdownSpan, { type: 'link' }>

/** Characters of control and spaces hide where a link leads. */
const outside = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]{1,2000}$/iu

function readLink(node: Link, reading: Reading): Span | undefined {
  const spans = readSpans(node.children, reading)
  if (plainText(spans).trim() === '')
    reading.fault(node, 'A link without words stands here.', 'Write between the brackets where it leads.')
  if ((node.title ?? '') !== '')
    reading.fault(node, 'A link has words in quotation marks behind its address.', 'Take them out.')
  const [, kind, rest] = /^(article|term):(.*)$/s.exec(node.url) ?? []
  if (kind === 'article') return leadToArticle(node, rest ?? '', { reading, spans })
  if (kind === 'term') {
    reading.leads.push({ kind, to: rest ?? '', anchor: undefined, place: placeOf(node) })
    return { kind: 'term', term: rest ?? '', spans }
  }
  if (outside.test(node.url)) return { kind: 'link', to: node.url, spans }
  reading.fault(
    node,
    `A link leads to “${node.url.slice(0, 60)}”, which is no address.`,
    'Write https://…, mailto:…, tel:…, article:ITS-NAME or term:ITS-NAME.',
  )
  return undefined
}

function leadToArticle(
  node: Link,
  rest: string,
  { reading, spans }: { readonly reading: Reading; readonly spans: readonly Span[] },
): Span {
  const [article = '', ...more] = rest.split('#')
  const anchor = more.length > 0 ? more.join('#') : undefined
  reading.leads.push({ kind: 'article', to: article, anchor, place: placeOf(node) })
  return { kind: 'article-link', article, anchor, spans }
}

/** What is read when nothing stands out. */
export const plainText = (spans: readonly Span[]): string =>
  spans
    .map((span) => (span.kind === 'text' || span.kind === 'code' ? span.text : plainText(span.spans)))
    .join('')
