import { describe, expect, it } from 'vitest'

import { sippScript, type Script } from '../../servers/sipp-script.ts'

const SETUP = {
  user: '+15145550123',
  displayName: 'Amélie "Mimi" Tremblay',
  domain: 'foyer.test',
  sound: { address: '127.0.0.1', port: 20_000 },
}

/** What is sent (first lines) and waited for, in order. */
function course(script: Script): string[] {
  const text = sippScript(script, SETUP)
  const told = text.matchAll(/CDATA\[\n([^\r\n]+)|<recv (?:request|response)="(\w+)"( optional)?/g)
  return [...told].map(([, sent, awaited, optional]) =>
    sent === undefined ? `← ${awaited ?? ''}${optional === undefined ? '' : '?'}` : `→ ${sent}`,
  )
}

describe('the scenario of a scripted telephone', () => {
  it('calls, counts on a refusal, and acknowledges it', () => {
    expect(course({ kind: 'calls', to: 'benefits', refusedWith: 486 })).toEqual([
      '→ INVITE sip:benefits@foyer.test SIP/2.0',
      '← 100?',
      '← 180?',
      '← 183?',
      '← 486',
      '→ ACK sip:benefits@foyer.test SIP/2.0',
    ])
  })

  it('answers, is answered back, and hangs up of itself when its steps do not', () => {
    const last = course({ kind: 'answers', steps: [{ kind: 'hold' }] }).slice(-9)
    expect(last).toEqual([
      '→ INVITE [next_url] SIP/2.0',
      '← 100?',
      '← 180?',
      '← 183?',
      '← 200',
      '→ ACK [next_url] SIP/2.0',
      '→ BYE [next_url] SIP/2.0',
      '← 200',
      '→ SIP/2.0 200 OK',
    ])
  })

  it('numbers its requests, has every place that it jumps to, and quotes names', () => {
    const steps = [{ kind: 'talk', ms: 100 }, { kind: 'cross' }, { kind: 'hold' }] as const
    const text = sippScript({ kind: 'calls', to: 'benefits', steps }, SETUP)
    expect([...text.matchAll(/CSeq: (\d+ \w+)/g)].map(([, number]) => number)).toEqual([
      '1 INVITE',
      '1 ACK',
      '2 INVITE',
      '2 ACK',
      '3 INVITE',
      '3 ACK',
      '4 BYE',
    ])
    const places = new Set([...text.matchAll(/<label id="(\d+)"/g)].map(([, id]) => id))
    const jumps = [...text.matchAll(/(?:next|ontimeout)="(\d+)"/g)].map(([, id]) => id)
    expect(jumps.filter((id) => !places.has(id))).toEqual([])
    expect(text).toContain('From: "Amélie \\"Mimi\\" Tremblay" <sip:+15145550123@foyer.test>')
  })
})
