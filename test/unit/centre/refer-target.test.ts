// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referTargetOf } from '../../../electron/centre/practice/refer-target.ts'

const dialog = { callId: 'abc@desk', localTag: 'ours', remoteTag: 'theirs' }

describe('where a REFER sends somebody', () => {
  it.each([
    ['<sip:2001@practice.invalid>', { dialled: '2001' }],
    ['"Specialist" <sip:2001@practice.invalid;transport=ws>;x=y', { dialled: '2001' }],
    ['sip:+16135550117@practice.invalid;user=phone', { dialled: '+16135550117' }],
    [
      '<sip:2001@practice.invalid?Replaces=abc%40desk%3Bto-tag%3Dours%3Bfrom-tag%3Dtheirs>',
      { dialled: '2001', replaces: dialog },
    ],
    [
      '<sip:2001@practice.invalid?X=y&replaces=abc%40desk%3Bfrom-tag%3Dtheirs%3Bearly-only%3Bto-tag%3Dours>',
      { dialled: '2001', replaces: dialog },
    ],
  ])('is read from %s', (field, expected) => {
    expect(referTargetOf(field)).toEqual(expected)
  })

  it.each([
    undefined,
    '',
    '<<<',
    '<sip:practice.invalid>',
    '<tel:+16135550117>',
    '<https://example.com/>',
    '<sip:2001@practice.invalid?Replaces=abc>',
    '<sip:2001@practice.invalid?Replaces=abc%3Bto-tag%3Dours>',
    '<sip:2001@practice.invalid?Replaces=%3Bto-tag%3Da%3Bfrom-tag%3Db>',
  ])('is nowhere for %s', (field) => {
    expect(referTargetOf(field)).toBeUndefined()
  })

  it('takes any text, and any damage to a sound field', () => {
    const sound = '<sip:2001@practice.invalid?Replaces=abc%40desk%3Bto-tag%3Dours%3Bfrom-tag%3Dtheirs>'
    const damaged = fc
      .tuple(fc.nat(sound.length), fc.nat(9), fc.string({ unit: 'binary', maxLength: 4 }))
      .map(([at, lost, put]) => sound.slice(0, at) + put + sound.slice(at + lost))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), damaged), (field) => {
        const target = referTargetOf(field)
        if (target) expect(target.dialled).not.toBe('')
      }),
      { seed: 7, numRuns: 3000 },
    )
  })
})
