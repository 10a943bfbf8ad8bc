import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { canonical, domainOf } from '../address.ts'
import { ns } from '../namespaces.ts'
import { failed, ok } from '../../../../../renderer/domain/result.ts'
import type { Result } from '../../../../../renderer/domain/result.ts'
import { sameText } from '../../digest.ts'
import { XmlStream } from '../read-xml.ts'
import { copyOf, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import { errorFor, stanzaOf } from '../stanza.ts'
import type { Send, Stanza } from '../stanza.ts'

export interface ComponentDoorMeans {
  /** 0 lets the system choose. */
  readonly port: number
  /** Secret by the component's domain. */
  readonly secrets: ReadonlyMap<string, string>
  readonly newId: () => string
  /** A stanza of a component, from an address of its own domain. */
  readonly onStanza: Send
}

export interface ComponentDoor {
  readonly port: number
  /** `undefined` where it was handed over; otherwise the error for the sender, if there is to be one. */
  deliver(stanza: Stanza): Stanza | undefined
  /** The connections of those that are there end without a word. */
  drop(domain?: string): void
  close(): Promise<void>
}

/** Components over TCP on the loopback interface alone (XEP-0114). */
export function openComponentDoor(means: ComponentDoorMeans): Promise<Result<ComponentDoor, 'port-taken'>> {
  const present = new Map<string, Socket>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serveComponent(socket, means, present)
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(failed('port-taken'))
      else reject(error)
    })
    server.listen(means.port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') {
        reject(new TypeError('a server without a port'))
        return
      }
      resolve(
        ok({
          port: address.port,
          deliver: (stanza) => deliver(stanza, present),
          drop: (domain) => {
            if (domain === undefined) for (const socket of sockets) socket.destroy()
            else present.get(domain)?.destroy()
          },
          close: () => closeAll(server, sockets),
        }),
      )
    })
  })
}

function deliver(stanza: Stanza, present: ReadonlyMap<string, Socket>): Stanza | undefined {
  const socket = present.get(domainOf(stanza.to))
  // As Prosody's mod_component says it.
  if (!socket) return errorFor(stanza, 'remote-server-timeout')
  socket.write(copyOf(stanza.element).toString())
  return undefined
}

/** One connection, from its greeting to its end. */
function serveComponent(socket: Socket, means: ComponentDoorMeans, present: Map<string, Socket>): void {
  const id = means.newId()
  let domain = ''
  let isIn = false
  const end = (condition: string): void => {
    const error = xml('stream:error', {}, xml(condition, { xmlns: ns.streamErrors }))
    socket.end(`${error.toString()}</stream:stream>`)
  }
  const stream = new XmlStream({
    onOpened: (root) => {
      domain = canonical(root.attrs['to'] ?? '') ?? ''
      socket.write(opening(domain, id))
      if (!root.is('stream', ns.stream)) end('invalid-namespace')
      else if (!means.secrets.has(domain)) end('host-unknown')
    },
    onElement: (element) => {
      element.parent = null
      if (socket.writableEnded) return
      if (isIn) receive(element, { domain, end, onStanza: means.onStanza })
      else if (!isHandshake(element, { id, secret: means.secrets.get(domain) })) end('not-authorized')
      else if (present.has(domain)) end('conflict')
      else {
        isIn = true
        present.set(domain, socket)
        socket.write('<handshake/>')
      }
    },
    onClosed: () => socket.end('</stream:stream>'),
  })
  socket.setEncoding('utf8')
  socket.setNoDelay(true)
  socket.on('data', (text) => {
    const fault = stream.write(String(text))
    if (fault) end(fault)
  })
  // Whatever goes wrong ends in the close event; without a listener it would end the process.
  socket.on('error', () => undefined)
  socket.on('close', () => {
    if (present.get(domain) === socket) present.delete(domain)
  })
}

const opening = (domain: string, id: string): string => {
  const { attrs } = xml('stream:stream', { xmlns: ns.component, 'xmlns:stream': ns.stream, from: domain, id })
  const written = Object.entries(attrs).map(([name, value]) => `${name}='${value ?? ''}'`)
  return `<?xml version='1.0'?><stream:stream ${written.join(' ')}>`
}

/** XEP-0114 §3 */
function isHandshake(
  element: Xml,
  { id, secret }: { readonly id: string; readonly secret: string | undefined },
): boolean {
  if (element.name !== 'handshake' || secret === undefined) return false
  const expected = createHash('sha1').update(`${id}${secret}`).digest('hex')
  return sameText(element.getText().trim().toLowerCase(), expected)
}

function receive(
  element: Xml,
  { domain, end, onStanza }: { domain: string; end: (condition: string) => void; onStanza: Send },
): void {
  const from = canonical(element.attrs['from'] ?? domain)
  const to = canonical(element.attrs['to'] ?? '')
  if (!['message', 'presence', 'iq'].includes(element.name)) end('unsupported-stanza-type')
  else if (from === undefined || domainOf(from) !== domain) end('invalid-from')
  else if (to === undefined) end('improper-addressing')
  else onStanza(stanzaOf(element, { from, to }))
}

function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const socket of sockets) socket.destroy()
  })
}
