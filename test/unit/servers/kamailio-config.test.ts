// @vitest-environment node
import { describe, expect, it } from 'vitest'

import { kamailioConfig, type KamailioSetup } from '../../servers/kamailio-config.ts'

const SETUP: KamailioSetup = {
  domain: 'foyer.test',
  users: { agent1: 'secret', '+15145550123': 'other' },
  queues: { benefits: ['agent1', 'agent2'] },
  gruu: true,
  deskBehindNat: false,
  featureCodes: undefined,
  recordCalls: false,
  address: '127.0.0.1',
  runDirectory: '/tmp/foyer-sip-1',
  sipPort: 15_060,
  webSocketPort: 15_061,
  rtpenginePort: 15_062,
}

describe('the SIP server’s configuration', () => {
  it('holds the ports, users and queues, and no gap', () => {
    const config = kamailioConfig(SETUP)
    expect(config).toContain('listen=udp:127.0.0.1:15060')
    expect(config).toContain('\t$sht(users=>+15145550123) = "other";')
    expect(config).toContain('\t$sht(queues=>benefits) = "agent1,agent2";')
    expect(config).not.toMatch(/\{\{|\}\}/)
  })

  it.each(['se"cret', 'a;b', 'a b', ''])(
    'refuses the password "%s", which would need quoting',
    (password) => {
      expect(() => kamailioConfig({ ...SETUP, users: { agent1: password } })).toThrow('configuration')
    },
  )
})
