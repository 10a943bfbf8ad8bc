import { createSocket, type Socket } from 'node:dgram'

import type { Random } from '../../../renderer/domain/seeded-random.ts'
import { drawDelay, type Delay } from './delay.ts'

export type UdpCounters = { readonly passed: number; readonly lost: number }

/** What happens to datagrams in one direction. */
export type UdpConditions = {
  /** Of datagrams that are lost: 0 to 1. */
  share: number
  delay: Delay
  readonly random: Random
  readonly counters: { passed: number; lost: number }
}

type BothWays = { readonly toServer: UdpConditions; readonly toClient: UdpConditions }
type Route = { readonly at: string; readonly to: string; readonly port: number }

export type UdpPort = {
  /** The next datagram of every client leaves from a new port. */
  rebind(): void
  close(): Promise<void>
}

/** Clients of one port. More than that is no test any more: their datagrams are lost. */
const MOST_CLIENTS = 100

/** Listens on one port and leads every client on from a port of its own, as a router with NAT does (RFC 4787). */
export async function openUdpPort(route: Route, conditions: BothWays): Promise<UdpPort> {
  const inner = await bound(route.at, route.port)
  const outer = new Map<string, Socket>()
  const pending = new Set<NodeJS.Timeout>()

  const carry = (way: UdpConditions, send: () => void): void => {
    if (way.share > 0 && way.random() < way.share) {
      way.counters.lost += 1
      return
    }
    way.counters.passed += 1
    const ms = drawDelay(way.random, way.delay)
    if (ms === 0) {
      send()
      return
    }
    const timer = setTimeout(() => {
      pending.delete(timer)
      send()
    }, ms)
    pending.add(timer)
  }
  const leadOut = (client: { readonly address: string; readonly port: number }): Socket | undefined => {
    const key = `${client.address}:${String(client.port)}`
    const known = outer.get(key)
    if (known !== undefined || outer.size >= MOST_CLIENTS) return known
    // Unconnected: it binds itself with the first datagram, and an answer that nobody awaits is no error.
    const socket = createSocket('udp4')
    socket.on('error', () => undefined)
    socket.on('message', (datagram) => {
      carry(conditions.toClient, () => inner.send(datagram, client.port, client.address))
    })
    outer.set(key, socket)
    return socket
  }
  inner.on('error', () => undefined)
  inner.on('message', (datagram, client) => {
    carry(conditions.toServer, () => leadOut(client)?.send(datagram, route.port, route.to))
  })
  const rebind = (): void => {
    for (const socket of outer.values()) socket.close()
    outer.clear()
  }
  return {
    rebind,
    close: () => {
      for (const timer of pending) clearTimeout(timer)
      rebind()
      return new Promise((settle) => inner.close(() => settle()))
    },
  }
}

function bound(address: string, port: number): Promise<Socket> {
  return new Promise((settle, fail) => {
    const socket = createSocket('udp4')
    socket.once('error', fail)
    socket.bind({ address, port, exclusive: true }, () => {
      socket.off('error', fail)
      settle(socket)
    })
  })
}
