import { describe, expect, it } from 'vitest'

import { DtlsRole } from '../../../renderer/adapters/sip/dtls-role.ts'

const says = (setup: string, fingerprint = 'AA:BB'): string =>
  `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=fingerprint:sha-256 ${fingerprint}\r\na=setup:${setup}\r\n`

describe('the DTLS roles of a connection', () => {
  it('stay as our answer has settled them, whatever a later answer says', () => {
    const role = new DtlsRole()
    expect(role.taken('offer', says('actpass'))).toBe(says('actpass'))
    role.answered(says('active', 'OURS'))
    expect(role.taken('answer', says('active'))).toBe(says('passive'))
    expect(role.taken('offer', says('active'))).toBe(says('actpass'))
    role.answered(says('passive', 'OURS'))
    expect(role.taken('answer', says('active'))).toBe(says('passive'))
  })

  it('stay as the first answer to us has settled them', () => {
    const role = new DtlsRole()
    expect(role.taken('answer', says('active'))).toBe(says('active'))
    expect(role.taken('answer', says('passive'))).toBe(says('active'))
  })

  it('are open again for another session, which another fingerprint shows', () => {
    const role = new DtlsRole()
    role.taken('answer', says('passive'))
    expect(role.taken('answer', says('active', 'CC:DD'))).toBe(says('active', 'CC:DD'))
  })
})
