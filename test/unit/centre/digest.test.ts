// @vitest-environment node
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DigestGate } from '../../../electron/centre/practice/digest.ts'
import { fakeClock } from './fake-clock.ts'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

function gate() {
  const clock = fakeClock()
  let made = 0
  const digest = new DigestGate({
    realm: 'practice.invalid',
    clock,
    newNonce: () => {
      made += 1
      return `nonce${made}`
    },
    passwordOf: (user) => (user === 'agent' ? 'open sesame' : undefined),
  })
  return { clock, digest }
}

interface Proof {
  readonly nonce?: string
  readonly nc?: string
  readonly password?: string
  readonly user?: string
  readonly uri?: string
  readonly qop?: string
}

const proof = (of: Proof = {}): string => {
  const { nonce = 'nonce1', nc = '00000001', password = 'open sesame', user = 'agent' } = of
  const { uri = 'sip:practice.invalid', qop = 'auth' } = of
  const ha1 = md5(`${user}:practice.invalid:${password}`)
  const response = md5(`${ha1}:${nonce}:${nc}:0a4f:auth:${md5(`REGISTER:${uri}`)}`)
  return `Digest username="${user}", realm="practice.invalid", nonce="${nonce}", uri="${uri}", response="${response}", algorithm=MD5, qop=${qop}, nc=${nc}, cnonce="0a4f"`
}

const asking = (authorization: string | undefined, user = 'agent') => ({
  user,
  authorization,
  method: 'REGISTER',
  target: 'sip:practice.invalid',
})

describe('the proof of who an agent is', () => {
  it('is asked for, given once, and counted on', () => {
    const { digest } = gate()
    expect(digest.check(asking(undefined))).toBe('missing')
    expect(digest.challenge('missing')).toBe(
      'Digest realm="practice.invalid", nonce="nonce1", algorithm=MD5, qop="auth"',
    )
    expect(digest.check(asking(proof()))).toBe('good')
    expect(digest.check(asking(proof()))).toBe('replayed')
    expect(digest.check(asking(proof({ nc: '00000002' })))).toBe('good')
    expect(digest.check(asking(proof({ nc: '00000001' })))).toBe('replayed')
    expect(digest.challenge('replayed')).toContain('stale=true')
  })

  it('runs out after a minute, and says so without blaming the password', () => {
    const { clock, digest } = gate()
    digest.challenge('missing')
    clock.pass(60_001)
    expect(digest.check(asking(proof()))).toBe('stale')
    expect(digest.challenge('stale')).toContain('stale=true')
    expect(digest.check(asking(proof({ nonce: 'nonce2' })))).toBe('good')
  })

  it('is wrong for another password, user, address, method or protection', () => {
    const { digest } = gate()
    digest.challenge('missing')
    const wrong = [
      proof({ password: 'guess' }),
      proof({ user: 'other' }),
      proof({ uri: 'sip:elsewhere.invalid' }),
      proof({ qop: 'auth-int' }),
      'Basic YWdlbnQ6b3BlbiBzZXNhbWU=',
      'Digest',
      '',
    ]
    expect(wrong.map((authorization) => digest.check(asking(authorization)))).toEqual(
      wrong.map(() => 'wrong'),
    )
    expect(digest.check(asking(proof({ user: 'other' }), 'other'))).toBe('wrong')
    expect(digest.check({ ...asking(proof()), method: 'INVITE' })).toBe('wrong')
    expect(digest.check(asking(proof()))).toBe('good')
  })

  it('forgets the oldest questions, however many are asked', () => {
    const { digest } = gate()
    for (let times = 0; times < 101; times += 1) digest.challenge('missing')
    expect(digest.check(asking(proof({ nonce: 'nonce1' })))).toBe('stale')
    expect(digest.check(asking(proof({ nonce: 'nonce101' })))).toBe('good')
  })

  it('takes no time over hostile text', () => {
    const { digest } = gate()
    for (const text of ['a', 'a=', 'a="', ',', '\\', ' ']) {
      expect(digest.check(asking(`Digest ${text.repeat(30_000)}`))).toBe('wrong')
    }
  })
})
