import { randomUUID } from 'node:crypto'

import { startSipServers } from '../../servers/sip-servers.ts'
import { startTelephone } from '../../servers/telephone.ts'
import { customerTone } from './far-end.ts'
import type { FarEnd } from './far-end.ts'

/** Kamailio and rtpengine, and a telephone on the public side of them. */
export async function startRealFarEnd(): Promise<FarEnd> {
  const users = { agent1: 'S3cret-words' }
  const servers = await startSipServers({ users, queues: { benefits: 'agent1' } })
  const caller = { number: '+15145550123', name: 'Amélie Tremblay', queue: 'benefits' }
  const telephone = await startTelephone({
    name: 'customer',
    user: caller.number,
    displayName: caller.name,
    servers,
    speaks: { hz: customerTone },
    answer: 'manual',
  })
  let digitsBefore = 0
  return {
    account: {
      servers: [servers.webSocket],
      domain: servers.domain,
      user: 'agent1',
      password: users.agent1,
      iceServers: [],
      instanceId: randomUUID(),
    },
    async ring() {
      digitsBefore = telephone.digitsHeard().length
      await telephone.dial('benefits')
      await telephone.waitFor('CALL_RINGING')
      return caller
    },
    hangUp: () => telephone.hangUp(),
    async over() {
      await telephone.waitFor('CALL_CLOSED')
    },
    digits: () => telephone.digitsHeard().slice(digitsBefore),
    heard: () => telephone.recording(),
    async stop() {
      await telephone.stop()
      await servers.stop()
    },
  }
}
