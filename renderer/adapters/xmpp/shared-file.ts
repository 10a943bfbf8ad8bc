import type { SharedFile } from '../../domain/message.ts'
import { ns } from './namespaces.ts'
import { shownName } from './plain-text.ts'
import { attributeOf, childOf, ownChildOf, textOf } from './read-xml.ts'
import { xml } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** Characters of an address. */
const longestUrl = 2_000

/** What a message says about a file: in full (XEP-0447), or its address as the whole text (XEP-0066 §3). */
export function sharedFileOf(message: Element, body: string): SharedFile | undefined {
  const sharing = childOf(message, ns.sharing, 'file-sharing')
  const said = childOf(sharing, ns.file, 'file')
  const source = attributeOf(childOf(childOf(sharing, ns.sharing, 'sources'), ns.url, 'url-data'), 'target')
  const given = textOf(childOf(childOf(message, ns.outOfBand, 'x'), ns.outOfBand, 'url'))
  const url = webAddress(source ?? (given === body ? given : undefined))
  if (!url) return undefined
  const size = Number(textOf(said && ownChildOf(said, 'size')))
  return {
    url: url.href,
    name: shownName(textOf(said && ownChildOf(said, 'name')), 120) ?? lastPart(url),
    type: mediaType(textOf(said && ownChildOf(said, 'media-type'))),
    size: Number.isSafeInteger(size) && size > 0 ? size : undefined,
  }
}

export function webAddress(text: string | undefined): URL | undefined {
  if (!text || text.length > longestUrl || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}

/** RFC 6838 §4.2 */
const mediaType = (text: string): string | undefined =>
  /^[a-z\d][\w!#$&^.+-]{0,63}\/[\w!#$&^.+-]{1,64}$/iu.test(text) ? text.toLowerCase() : undefined

function lastPart({ pathname, hostname }: URL): string {
  const part = pathname.slice(pathname.lastIndexOf('/') + 1)
  try {
    return shownName(decodeURIComponent(part), 120) ?? hostname
  } catch {
    return shownName(part, 120) ?? hostname
  }
}

/** Both ways, for the customer's program may know one of them. */
export const sharedFileElements = ({ url, name, type, size }: SharedFile): readonly XmlElement[] => [
  xml('body', {}, url),
  xml('x', { xmlns: ns.outOfBand }, xml('url', {}, url)),
  xml(
    'file-sharing',
    { xmlns: ns.sharing },
    xml(
      'file',
      { xmlns: ns.file },
      type === undefined ? undefined : xml('media-type', {}, type),
      xml('name', {}, name),
      size === undefined ? undefined : xml('size', {}, String(size)),
    ),
    xml('sources', {}, xml('url-data', { xmlns: ns.url, target: url })),
  ),
]
