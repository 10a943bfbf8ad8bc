import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { shownNumber, understandDialled } from '../../../renderer/domain/dial.ts'

const canada = { country: 'CA', domain: 'foyer.test' }
const called = (text: string, plan = canada): string => {
  const dialled = understandDialled(text, plan)
  switch (dialled.kind) {
    case 'number':
      return dialled.e164
    case 'extension':
      return `extension ${dialled.user}`
    case 'emergency':
      return `emergency ${dialled.digits}`
    case 'undialable':
      return dialled.why
  }
}

describe('what an agent dials', () => {
  it.each([
    ['613 555 0117', '+16135550117'],
    ['(613) 555-0117', '+16135550117'],
    ['1-613-555-0117', '+16135550117'],
    ['+33 1 99 00 12 34', '+33199001234'],
    ['0033199001234', '+33199001234'],
    ['011 44 20 7946 0999', '+442079460999'],
    ['＋１６１３５５５０１１７', '+16135550117'],
    ['\u202a613 555 0117\u202c', '+16135550117'],
    ['tel:+1-613-555-0117', '+16135550117'],
    ['tel:555-0117;phone-context=+1-613', '+16135550117'],
    ['callto:%2B16135550117', '+16135550117'],
    ['sip:+16135550117@foyer.test;user=phone', '+16135550117'],
    ['2001', 'extension 2001'],
    ['*43', 'extension *43'],
    ['sip:passport-desk@Foyer.Test', 'extension passport-desk'],
    ['sips:2001', 'extension 2001'],
    ['911', 'emergency 911'],
    ['9-1-1', 'emergency 911'],
    ['tel:112', 'emergency 112'],
    ['sip:911@foyer.test', 'emergency 911'],
    ['sip:911@centre1.example.org', 'emergency 911'],
    ['sip:112@10.0.0.1', 'emergency 112'],
    ['tel:911;phone-context=+1', 'emergency 911'],
    ['tel:%39%31%31', 'emergency 911'],
    ['sip:911%23@foyer.test', 'emergency 911'],
    ['sip:~911@foyer.test', 'emergency 911'],
  ])('%s is %s', (text, meant) => {
    expect(called(text)).toBe(meant)
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['Mme Tremblay', 'not-a-number'],
    ['555 0117', 'too-short'],
    ['+1 613 555 011', 'too-short'],
    ['+1 613 555 0117 123', 'too-long'],
    ['1'.repeat(81), 'too-long'],
    ['sip:2001@evil.test', 'other-centre'],
    ['sip:2001@foyer.test@evil.test', 'other-centre'],
    ['1-800-CALL-NOW', 'not-a-number'],
    ['javascript:alert(1)', 'not-a-number'],
    ['urn:service:sos.police', 'not-a-number'],
  ])('%j reaches nobody, because it is %s', (text, why) => {
    expect(called(text)).toBe(why)
  })

  it('counts as a number of the centre’s own country', () => {
    expect(called('01 99 00 12 34', { country: 'FR', domain: 'x' })).toBe('+33199001234')
    expect(called('01 99 00 12 34', { country: 'ZZ', domain: 'x' })).toBe('not-a-number')
  })

  it('is shown as people of the country write it', () => {
    expect([shownNumber('+16135550117', 'CA'), shownNumber('+33199001234', 'CA')]).toEqual([
      '(613) 555-0117',
      '+33 1 99 00 12 34',
    ])
    expect([shownNumber('2001', 'CA'), shownNumber('anonymous', 'CA')]).toEqual(['2001', 'anonymous'])
  })

  it('never throws, and never makes a call to another machine of a link (2,000 links)', () => {
    const scheme = fc.constantFrom('', 'tel:', 'sip:', 'sips:', 'callto:', 'SIP:')
    fc.assert(
      fc.property(scheme, fc.string({ unit: 'binary', maxLength: 90 }), (prefix, text) => {
        const dialled = understandDialled(prefix + text, canada)
        if (dialled.kind === 'extension') expect(dialled.user).toMatch(/^[\w.+*#-]{1,40}$/)
        if (dialled.kind === 'number') expect(dialled.e164).toMatch(/^\+\d{2,15}$/)
      }),
      { numRuns: 2_000, seed: 20261123 },
    )
  })
})
