import { WebSocket as NodeSocket } from 'ws'
import type { SessionDescriptionHandler } from 'sip.js'
import { afterEach, beforeEach, expect, vi } from 'vitest'

import { createSipLine } from '../../../renderer/adapters/sip/line.ts'
import type { SipLine } from '../../../renderer/adapters/sip/line.ts'
import type { LinkFact, TelephonyAccount } from '../../../renderer/ports/telephony.ts'
import { Registrar } from './registrar.ts'
import type { RegistrarOptions } from './registrar.ts'

/** Node 20 has none of its own that is switched on. */
const useNodeSockets = (): void => void vi.stubGlobal('WebSocket', NodeSocket)

export const makeAccount = (...servers: readonly Registrar[]): TelephonyAccount => ({
  servers: servers.map(({ url }) => url),
  domain: 'foyer.test',
  user: 'agent1',
  password: 'x',
  iceServers: [],
  instanceId: '00000000-0000-4000-8000-000000000001',
})

const quietMedia: SessionDescriptionHandler = {
  close: () => undefined,
  getDescription: () => Promise.resolve({ body: 'v=0\r\n', contentType: 'application/sdp' }),
  hasDescription: () => true,
  setDescription: () => Promise.resolve(),
  sendDtmf: () => false,
}

export interface LineUnderTest {
  readonly line: SipLine
  readonly facts: LinkFact[]
  /** The facts in order, without the time of day. */
  readonly kinds: () => readonly LinkFact['kind'][]
  readonly back: () => Promise<void>
}

function makeLine({
  now = Date.now,
  random = () => 0,
  mediaFor = () => quietMedia,
}: {
  now?: () => number
  random?: () => number
  mediaFor?: () => SessionDescriptionHandler
} = {}): LineUnderTest {
  const facts: LinkFact[] = []
  const line = createSipLine({
    now,
    random,
    emit: (fact) => facts.push(fact),
    onInvite: () => undefined,
    mediaFor,
  })
  const count = (): number => facts.filter(({ kind }) => kind === 'link-back').length
  return {
    line,
    facts,
    kinds: () => facts.map(({ kind }) => kind),
    back: async () => {
      const before = count()
      await vi.waitFor(() => expect(count()).toBe(before + 1), { timeout: 9_000, interval: 5 })
    },
  }
}

export interface LineTests {
  readonly startServer: (options?: RegistrarOptions) => Promise<Registrar>
  readonly makeLine: typeof makeLine
}

/** Servers and lines for the tests of a file; all are ended after each. */
export function useLines(): LineTests {
  const servers: Registrar[] = []
  const lines: LineUnderTest[] = []
  beforeEach(useNodeSockets)
  afterEach(async () => {
    for (const { line } of lines.splice(0)) await line.signOut()
    for (const server of servers.splice(0)) await server.stop()
    vi.unstubAllGlobals()
  })
  return {
    async startServer(options) {
      const server = await new Registrar(options).start()
      servers.push(server)
      return server
    },
    makeLine(options) {
      const made = makeLine(options)
      lines.push(made)
      return made
    },
  }
}
