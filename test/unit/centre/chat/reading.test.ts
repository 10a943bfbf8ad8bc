import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../../electron/centre/practice/chat/address.ts'
import { XmlStream, readFrame } from '../../../../electron/centre/practice/chat/read-xml.ts'
import { readFirst } from '../../../../electron/centre/practice/chat/server/scram.ts'
import { xml } from '../../../../electron/centre/practice/chat/xml.ts'

/** Any text that XML can hold (XML 1.0 §2.2). */
const speakable = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text))

describe('readFrame', () => {
  it('reads back whatever is written, in attributes and in text', () => {
    fc.assert(
      fc.property(speakable, speakable, (attribute, text) => {
        const written = xml(
          'message',
          { xmlns: 'jabber:client', id: attribute },
          xml('body', {}, text),
        ).toString()
        const read = readFrame(written)
        expect(read.ok && [read.value.attrs['id'], read.value.getChildText('body')]).toEqual([
          attribute,
          text,
        ])
      }),
    )
  })

  it('never throws, and passes nothing on that it would not read again', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '/',
        '</a>',
        '<a>',
        '<a b="c">',
        '&',
        '&amp;',
        '&#0;',
        '&#xD800;',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
      ],
      ...[
        '<?x?>',
        '"',
        "'",
        '=',
        'xmlns:p="q"',
        '<p:a/>',
        '__proto__',
        'constructor',
        ' ',
        '\u0000',
        '\ud800',
        'é',
        '<a __proto__="x"/>',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const read = readFrame(parts.join(''))
        if (read.ok) expect(readFrame(read.value.toString()).ok).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('XmlStream', () => {
  it('finds the same stanzas wherever the pieces of a stream are cut', () => {
    const stream = `<s xmlns='a'><message id='1'><body>Ça va &amp; "bien" 🙂</body></message> <iq id='2'/></s>`
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 6 }), (cuts) => {
        const found: string[] = []
        const reader = new XmlStream({
          onOpened: () => undefined,
          onElement: (element) => found.push(element.toString()),
          onClosed: () => found.push('closed'),
        })
        const edges = [0, ...[...cuts].sort((a, b) => a - b), stream.length]
        // A surrogate pair is never cut: the socket's decoder sees to that.
        const pieces = edges.slice(1).map((end, index) => stream.slice(edges[index], end))
        if (pieces.some((piece) => /\p{Cs}/u.test(piece))) return
        const faults = pieces.map((piece) => reader.write(piece))
        expect([faults.find(Boolean), found]).toEqual([
          undefined,
          ['<message id="1"><body>Ça va &amp; "bien" 🙂</body></message>', '<iq id="2"/>', 'closed'],
        ])
      }),
    )
  })
})

describe('canonical', () => {
  it.each([
    ['Ada@Desk.Test/My Desk', 'ada@desk.test/My Desk'],
    ['desk.test', 'desk.test'],
    ['e\u0301ric@desk.test', 'éric@desk.test'],
    ['a b@desk.test', undefined],
    ['@desk.test', undefined],
    ['a@b@c', undefined],
    ['desk.test/', undefined],
    ['', undefined],
    [`${'a'.repeat(300)}@desk.test`, undefined],
  ])('%s → %s', (text, address) => {
    expect(canonical(text)).toBe(address)
  })

  it('is the same when it is done twice, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary-ascii' }), speakable), (text) => {
        const address = canonical(text)
        if (address !== undefined) expect(canonical(address)).toBe(address)
      }),
    )
  })
})

describe('readFirst', () => {
  it('understands a user’s name with a comma and an equals sign', () => {
    expect(readFirst('n,,n=a=2Cb=3Dc,r=xyz')).toEqual({
      ...{ user: 'a,b=c', bare: 'n=a=2Cb=3Dc,r=xyz', nonce: 'xyz', header: 'n,,' },
    })
  })

  it.each(['', 'p=tls-unique,,n=a,r=b', 'n,,n=a', 'n,,r=b', 'n,,n==41,r=b'])(
    'does not understand %j',
    (text) => {
      expect(readFirst(text)).toBeUndefined()
    },
  )
})
