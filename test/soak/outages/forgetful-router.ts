import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'

import { leasePorts } from '../../servers/ports.ts'
import { startOrUndo } from '../../servers/undo.ts'

/** Passes connections on, as a home router does that may lose its table of them. */
export interface ForgetfulRouter {
  /** The same URL with the router's own address. */
  readonly url: string
  /** What is open now stays open at both ends, and nothing passes there ever again. New connections pass. */
  forget(): void
  /** What is open now is reset at the client's end. New connections pass. */
  cut(): void
  stop(): Promise<void>
}

interface Connection {
  readonly client: Socket
  readonly server: Socket
}

/** Starts a router on a free loopback port. @param to URL with a port */
export function startForgetfulRouter(to: string): Promise<ForgetfulRouter> {
  return startOrUndo(async (undo) => {
    const port = await leasePorts(1, 'tcp')
    undo.add(() => port.release())
    const target = new URL(to)
    const remembered = new Set<Connection>()
    const sockets = new Set<Socket>()

    const accept = (client: Socket): void => {
      const server = connect({ host: target.hostname, port: Number(target.port), noDelay: true })
      const connection = { client, server }
      remembered.add(connection)
      const both = [client, server] as const
      for (const [one, other] of [both, [server, client] as const]) {
        sockets.add(one)
        one.on('data', (piece) => remembered.has(connection) && other.write(piece))
        // The close follows.
        one.on('error', () => undefined)
        one.on('close', () => {
          sockets.delete(one)
          // Who was forgotten hears of nothing, not even of the end.
          if (remembered.delete(connection)) other.resetAndDestroy()
        })
      }
    }
    const listening = createServer({ noDelay: true }, accept)
    await new Promise<void>((resolve, reject) => {
      listening.once('error', reject)
      listening.listen(port.first, '127.0.0.1', resolve)
    })
    undo.add(async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listening.close(resolve))
    })
    const url = new URL(to)
    url.host = `127.0.0.1:${port.first}`
    return {
      url: url.href.replace(/\/$/, ''),
      forget: () => remembered.clear(),
      cut() {
        for (const { client } of [...remembered]) client.resetAndDestroy()
      },
      stop: () => undo.run(),
    }
  })
}
