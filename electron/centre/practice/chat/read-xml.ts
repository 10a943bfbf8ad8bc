import SaxLtx from 'ltx/src/parsers/ltx.js'
import { failed, ok } from '../../../../renderer/domain/result.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import { xml } from './xml.ts'
import type { Xml } from './xml.ts'

/** Stream errors of RFC 6120 §4.9.3. */
export type XmlFault = 'not-well-formed' | 'bad-namespace-prefix' | 'policy-violation'

/** What comes out of a stream whose elements are children of one root that stays open (RFC 6120 §4.2). */
export interface XmlStreamMeans {
  readonly onOpened: (root: Xml) => void
  readonly onElement: (element: Xml) => void
  readonly onClosed: () => void
}

/** Deeper ones exist only to exhaust somebody's stack. */
const deepest = 64
/** XML 1.0 §2.3, the names that are in use. */
const name = /^[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?$/u
/** What no XML document may hold (XML 1.0 §2.2): it would break every reader whom it is passed on to. */
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u
const notAttributes = new Set(['xml', 'xmlns'])

class Fault extends Error {
  readonly fault: XmlFault

  constructor(fault: XmlFault) {
    super(fault)
    this.fault = fault
  }
}

/** Reads strictly, so that nothing is passed on that another reader would choke on. */
export class XmlStream {
  readonly #means: XmlStreamMeans
  readonly #sax = new SaxLtx()
  #root: Xml | undefined
  #cursor: Xml | undefined
  #depth = 0
  #isClosed = false

  constructor(means: XmlStreamMeans) {
    this.#means = means
    this.#sax.on('startElement', (tag: string, attributes: Record<string, string>) =>
      this.#start(tag, attributes),
    )
    this.#sax.on('endElement', (tag: string) => this.#end(tag))
    this.#sax.on('text', (text: string) => this.#text(text))
  }

  /** The root has ended. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  /** After a fault nothing more can be read. */
  write(text: string): XmlFault | undefined {
    try {
      if (unspeakable.test(text)) return 'not-well-formed'
      this.#sax.write(text)
      return undefined
    } catch (error) {
      // Besides our own: what the parser says of entities and characters that do not exist.
      return error instanceof Fault ? error.fault : 'not-well-formed'
    }
  }

  #start(tag: string, attributes: Readonly<Record<string, string>>): void {
    const element = xml(tag, attributes)
    if (this.#isClosed || !name.test(tag)) throw new Fault('not-well-formed')
    if (++this.#depth > deepest) throw new Fault('policy-violation')
    element.parent = this.#cursor ?? null
    checkNames(element)
    // The root keeps no children, or a long stream would fill the memory.
    if (this.#cursor && this.#cursor !== this.#root) this.#cursor.cnode(element)
    this.#cursor = element
    if (!this.#root) {
      this.#root = element
      this.#means.onOpened(element)
    }
  }

  #end(tag: string): void {
    const ended = this.#cursor
    if (ended?.name !== tag) throw new Fault('not-well-formed')
    this.#depth -= 1
    this.#cursor = ended.parent ?? undefined
    if (ended === this.#root) {
      this.#isClosed = true
      this.#means.onClosed()
    } else if (ended.parent === this.#root) {
      this.#means.onElement(ended)
    }
  }

  #text(text: string): void {
    if (this.#cursor && this.#cursor !== this.#root) this.#cursor.t(text)
    else if (text.trim() !== '') throw new Fault('not-well-formed')
  }
}

/** Comments, declarations and processing instructions (RFC 6120 §11.1); marked sections may hold anything. */
const restricted = /<[?]|<!(?!\[CDATA\[)/

/** One WebSocket message is one element (RFC 7395 §3.3.3). */
export function readFrame(text: string): Result<Xml, XmlFault> {
  if (restricted.test(text)) return failed('not-well-formed')
  const found: Xml[] = []
  const stream = new XmlStream({
    onOpened: () => undefined,
    onElement: (element) => found.push(element),
    onClosed: () => undefined,
  })
  // Inside a root of ours, whose end is understood only where the message is complete.
  const fault = stream.write('<frame>') ?? stream.write(text) ?? stream.write('</frame>')
  if (fault) return failed(fault)
  const [first, ...more] = found
  if (!first || more.length > 0 || !stream.isClosed) return failed('not-well-formed')
  first.parent = null
  return ok(first)
}

/** Every prefix must be declared, where it is used or around it (Namespaces in XML 1.0 §5). */
function checkNames(element: Xml): void {
  const used = [element.name, ...Object.keys(element.attrs)]
  for (const one of used) {
    if (!name.test(one)) throw new Fault('not-well-formed')
    const [prefix = '', local] = one.split(':')
    if (local === undefined || notAttributes.has(prefix)) continue
    if (element.findNS(prefix) === undefined) throw new Fault('bad-namespace-prefix')
  }
}
