import { randomUUID } from 'node:crypto'

import { component, xml } from '@xmpp/component'
import type { XmlElement } from '@xmpp/component'

import { ping, stanzaErrors } from './namespaces.ts'

export interface ComponentAccount {
  /** `xmpp://127.0.0.1:5347` */
  readonly service: string
  readonly domain: string
  readonly secret: string
}

/** What an IQ is answered: a child, nothing but that it was done, or an error. */
export type IqAnswer =
  XmlElement | 'empty' | { readonly condition: string; readonly text?: string | undefined }

export interface LinkListener {
  readonly up: () => void
  readonly down: () => void
  /** Presences and messages. */
  readonly stanza: (stanza: XmlElement) => void
  readonly iq: (request: XmlElement, child: XmlElement) => Promise<IqAnswer>
}

/** The component's stream (XEP-0114). It has no acknowledgements: what is sent while it breaks may be lost. */
export interface Link {
  /** Never throws: what cannot be sent is repaired when the link is up again. */
  send(stanza: XmlElement): void
  /** The answer to an IQ of ours; `undefined` for an error, or none within ten seconds. */
  request(
    to: { readonly to: string; readonly from: string },
    child: XmlElement,
  ): Promise<XmlElement | undefined>
  /** Whether nobody answers at an address: its program is gone, or cannot be reached, and the server does not know yet. */
  isSilent(address: { readonly to: string; readonly from: string }): Promise<boolean>
  close(): Promise<void>
}

const answerMilliseconds = 10_000
/** Shorter than anybody waits for the answer to a request of their own. */
const silenceMilliseconds = 4000

/** Comes back by itself, every second, for as long as it is not closed. */
export function openLink(
  account: ComponentAccount,
  listener: LinkListener,
  log: (line: string) => void,
): Link {
  const { service, domain, secret } = account
  const stream = component({ service, domain, password: secret })
  let isUp = false
  let isClosing = false
  stream.on('online', () => {
    isUp = true
    log('the link to the server is up')
    listener.up()
  })
  stream.on('disconnect', () => {
    if (isUp && !isClosing) log('the link to the server is broken; trying again each second')
    isUp = false
    listener.down()
  })
  stream.on('error', (error) => log(`link: ${codeOf(error)}`))
  stream.on('stanza', (stanza) => {
    if (stanza.name !== 'iq') listener.stanza(stanza)
  })
  stream.middleware.use(async ({ stanza, element }) => {
    if (stanza.name !== 'iq' || !element) return undefined
    const answer = await listener.iq(stanza, element)
    if (answer === 'empty') return true
    return 'condition' in answer ? errorElement(answer) : answer
  })
  // A first attempt that fails is tried again like any later one.
  stream.start().catch(() => undefined)
  return {
    send: (stanza) => {
      if (isUp) stream.send(stanza).catch(() => undefined)
    },
    request: async (address, child) => {
      if (!isUp) return undefined
      // Answers are known by this id alone, so nobody may guess it.
      const iq = xml('iq', { type: 'set', id: randomUUID(), ...address }, child)
      return await stream.iqCaller.request(iq, answerMilliseconds).catch(() => undefined)
    },
    isSilent: async (address) => {
      if (!isUp) return false
      const iq = xml('iq', { type: 'get', id: randomUUID(), ...address }, xml('ping', { xmlns: ping }))
      // An error is an answer too: not every program knows a ping.
      return await stream.iqCaller.request(iq, silenceMilliseconds).then(
        () => false,
        (error: unknown) => error instanceof Error && error.name === 'TimeoutError',
      )
    },
    close: async () => {
      isClosing = true
      stream.reconnect.stop()
      await stream.stop().catch(() => undefined)
    },
  }
}

const errorTypes: Readonly<Record<string, string>> = {
  'bad-request': 'modify',
  forbidden: 'auth',
  'not-acceptable': 'modify',
  'resource-constraint': 'wait',
}

export function errorElement({
  condition,
  text,
}: {
  readonly condition: string
  readonly text?: string | undefined
}): XmlElement {
  return xml(
    'error',
    { type: errorTypes[condition] ?? 'cancel' },
    xml(condition, { xmlns: stanzaErrors }),
    ...(text === undefined ? [] : [xml('text', { xmlns: stanzaErrors }, text)]),
  )
}

/** A code of the system or a condition of the stream; never what a stanza says. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  if ('condition' in error && typeof error.condition === 'string') return error.condition
  return error.name
}
