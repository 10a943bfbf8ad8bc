import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readLink } from '../../../renderer/ui/desk/case/link-draft.ts'

const one = { number: '1042', links: [{ kind: 'refers-to', target: '7' }] } as const

describe('a link as it is typed', () => {
  it.each([
    ['15', '15'],
    [' #15 ', '15'],
    ['0015', '15'],
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ])('%s refers to %s', (text, target) => {
    expect(readLink(text, one)).toEqual({ ok: true, link: { kind: 'refers-to', target } })
  })

  it.each([
    ...['', '0', '1042', '15 16', '-3', 'http://example.org', 'javascript:alert(1)', 'file:///etc/passwd'],
    ...[
      'https://ada:secret@example.org/',
      'https://example.org/a b',
      `https://example.org/${'a'.repeat(300)}`,
    ],
    ...['__proto__', '\ud800'],
  ])('%j is neither another case nor an address of the web', (text) => {
    expect(readLink(text, one)).toEqual({ ok: false, fault: 'invalid' })
  })

  it('is not made twice', () => {
    expect(readLink('7', one)).toEqual({ ok: false, fault: 'there' })
  })

  it('is read to the end, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readLink(text, one)
        expect(read.ok ? /^(\d+|https:\S+)$/.test(read.link.target) : read.fault).toBeTruthy()
      }),
    )
  })
})
