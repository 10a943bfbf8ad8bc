import { describe, expect, it } from 'vitest'

import { contentSecurityPolicy } from '../../../electron/content-security-policy.ts'
import { grantedPermissions, networkOf } from '../../../electron/permissions.ts'

describe('the content security policy', () => {
  it('allows the desk’s own files and the configured servers, and nothing else', () => {
    expect(
      contentSecurityPolicy('bm9uY2U=', ['ws://127.0.0.1:5066', 'wss://sip.example/ws?x=1']).split('; '),
    ).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      "style-src 'self' 'nonce-bm9uY2U='",
      "img-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self' ws://127.0.0.1:5066 wss://sip.example",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types xml-of-chats library-worker',
    ])
  })
})

describe('Chromium’s local-network permissions', () => {
  const local = ['loopback-network', 'local-network', 'local-network-access']
  const granted = (...sockets: string[]) => local.filter((name) => grantedPermissions(sockets).has(name))

  it('are granted only where a configured address lies', () => {
    expect(granted('ws://127.0.0.1:5066')).toEqual(['loopback-network', 'local-network-access'])
    expect(granted('wss://10.1.2.3')).toEqual(['local-network', 'local-network-access'])
    expect(granted('wss://sip.corp.example')).toEqual(['local-network', 'local-network-access'])
    expect(granted('wss://203.0.113.7')).toEqual([])
    expect(granted()).toEqual([])
  })

  it.each([
    ['127.0.0.1', 'loopback'],
    ['[::1]', 'loopback'],
    ['bundle.app.localhost', 'loopback'],
    ['172.16.0.1', 'private'],
    ['172.32.0.1', 'public'],
    ['100.64.0.1', 'private'],
    ['100.128.0.1', 'public'],
    ['[fd00::1]', 'private'],
    ['[fe80::1]', 'private'],
    ['[2001:db8::1]', 'public'],
    ['8.8.8.8', 'public'],
    ['intranet', 'private'],
  ])('%s is %s', (host, network) => {
    expect(networkOf(host)).toBe(network)
  })

  it('come with a microphone and a loudspeaker, and with nothing else that a browser can give', () => {
    expect([...grantedPermissions([])].sort()).toEqual(['media', 'speaker-selection'])
  })
})
