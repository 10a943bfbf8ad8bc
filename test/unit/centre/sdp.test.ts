// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  answerTo,
  directionFor,
  directionOf,
  fingerprintOf,
  holds,
  isAboutSound,
  withDirection,
  withoutCandidates,
  withVersion,
} from '../../../electron/centre/practice/sdp.ts'
import type { Direction } from '../../../electron/centre/practice/sdp.ts'

const sdp = [
  'v=0',
  'o=- 66200767 0 IN IP4 0.0.0.0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 0',
  'a=candidate:1 1 udp 1 127.0.0.1 9 typ host',
  'a=fingerprint:sha-256 17:e1:37',
  'a=sendonly',
  '',
].join('\r\n')

describe('a description of a session', () => {
  it('says in which way sound may flow', () => {
    expect(directionOf(sdp)).toBe('sendonly')
    expect(directionOf('v=0')).toBe('sendrecv')
    expect(directionOf(withDirection(sdp, 'inactive'))).toBe('inactive')
    expect(withDirection(sdp, 'inactive').length).toBe(sdp.length)
    expect([sdp, withDirection(sdp, 'recvonly'), withDirection(sdp, 'inactive')].map(holds)).toEqual([
      true,
      false,
      true,
    ])
  })

  it.each<[Direction, boolean, Direction]>([
    ['sendrecv', false, 'sendrecv'],
    ['sendrecv', true, 'sendonly'],
    ['sendonly', false, 'recvonly'],
    ['sendonly', true, 'inactive'],
    ['recvonly', false, 'sendonly'],
    ['recvonly', true, 'sendonly'],
    ['inactive', false, 'inactive'],
    ['inactive', true, 'inactive'],
  ])('that offers %s is answered, while we hold: %s, with %s', (offered, weHold, answer) => {
    expect(answerTo(offered, weHold)).toBe(answer)
  })

  it('of ours says who holds', () => {
    const all = [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const
    expect(all.map(([we, they]) => directionFor(we, they))).toEqual([
      'sendrecv',
      'sendonly',
      'recvonly',
      'inactive',
    ])
  })

  it('names a certificate, a version and the places where its writer listens', () => {
    expect(fingerprintOf(sdp)).toBe('SHA-256 17:E1:37')
    expect(fingerprintOf('v=0')).toBeUndefined()
    expect(
      [sdp, sdp.replace('audio 9', 'audio 0'), sdp.replace('fingerprint', 'x'), ''].map(isAboutSound),
    ).toEqual([true, false, false, false])
    expect(withVersion(sdp, 12)).toContain('o=- 66200767 12 IN IP4 0.0.0.0')
    expect(withoutCandidates(sdp)).not.toContain('candidate')
    expect(withoutCandidates(sdp).split('\r\n')).toHaveLength(sdp.split('\r\n').length - 1)
  })
})
