import type { PracticeAddress, PracticeOrder } from '../../../renderer/domain/practice.ts'
import { ok } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import { AgentLine } from './agent-line.ts'
import { CallFloor } from './call-floor.ts'
import type { FloorMeans } from './call-floor.ts'
import { practiceScripts } from './customers.ts'
import { DigestGate } from './digest.ts'
import { Registrar } from './registrar.ts'
import { openSipSocket } from './sip-socket.ts'
import { Switchboard } from './switchboard.ts'

export interface PracticeMeans extends Omit<FloorMeans, 'line' | 'domain'> {
  /** Unguessable text of letters and digits: secrets, passwords, nonces and ids. */
  readonly newId: () => string
}

export interface PracticeCentre {
  readonly address: PracticeAddress
  /** The customers who are calling or talking hang up; the next one calls in their turn. */
  hangUp(): void
  /** Ends every call with a BYE, then closes the door. Takes some 2 s at most. */
  close(): Promise<void>
}

/** RFC 6761 §6.4: a name that no network will ever know. */
const domain = 'practice.invalid'
const user = 'agent'

/** A whole contact centre on one loopback port: its registrar, its customers and their voices. */
export async function openPracticeCentre(
  order: PracticeOrder,
  means: PracticeMeans,
): Promise<Result<PracticeCentre, 'port-taken'>> {
  const secret = means.newId()
  const password = means.newId()
  const line = new AgentLine({ user, domain, clock: means.clock, newId: means.newId })
  const floor = new CallFloor(order, { ...means, line, domain })
  const switchboard = switchboardFor(line, { password, means, onLineChanged: () => floor.lineChanged() })
  const socket = await openSipSocket({
    port: order.port,
    origin: order.origin,
    secret,
    log: means.log,
    onMessage: (flow, message) => switchboard.receive(flow, message),
    onClosed: (flow) => switchboard.closed(flow),
  })
  if (!socket.ok) return socket
  const server = `ws://127.0.0.1:${socket.value.port}/${secret}`
  const customers = practiceScripts.map(({ customer }) => customer)
  return ok({
    address: { server, domain, user, password, customers },
    hangUp: () => floor.hangUp(),
    close: async () => {
      await floor.close()
      line.dispose()
      await socket.value.close()
    },
  })
}

function switchboardFor(
  line: AgentLine,
  { password, means, onLineChanged }: { password: string; means: PracticeMeans; onLineChanged: () => void },
): Switchboard {
  const { clock, newId, log } = means
  const passwordOf = (name: string) => (name === user ? password : undefined)
  const digest = new DigestGate({ realm: domain, clock, newNonce: newId, passwordOf })
  const registrar = new Registrar({ domain, digest, clock })
  return new Switchboard({ registrar, lines: new Map([[user, line]]), newId, log, onLineChanged })
}
