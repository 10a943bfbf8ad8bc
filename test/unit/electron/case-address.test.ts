import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addressOf, isCasePath, isCaseServer, placeOf } from '../../../electron/case-address.ts'

const server = 'https://cases.example/rt'

describe('the address of the case system', () => {
  it.each([
    ['https://cases.example', true],
    ['https://cases.example:8443/rt/', true],
    ['http://127.0.0.1:8080/secret', true],
    ['http://[::1]:8080', true],
    ['http://localhost', true],
    ['http://cases.example', false],
    ['http://10.0.0.7', false],
    ['http://127.0.0.1.evil.test', false],
    ['https://ada:secret@cases.example', false],
    ['https://cases.example/?next=x', false],
    ['https://cases.example/#x', false],
    ['https://cases.example/ x', false],
    ['ftp://cases.example', false],
    ['cases.example', false],
    ['', false],
  ])('%j is one: %s', (text, is) => {
    expect(isCaseServer(text)).toBe(is)
  })

  it('may have a slash at its end', () => {
    expect([placeOf(`${server}/`, 'api'), placeOf('https://cases.example', 'signIn')]).toEqual([
      'https://cases.example/rt/REST/2.0',
      'https://cases.example/NoAuth/Login.html',
    ])
  })
})

describe('the path of a request', () => {
  it.each([
    '/rt',
    '/ticket/7/history?fields=Type,Creator&page=2&per_page=100',
    '/queue/General%20Support',
    '/queue/Paie%20%2F%20RH',
    '/user/ada%40example.org',
    '/tickets?query=Subject%20LIKE%20%27..%2F%27',
    '/users/100%25',
  ])('%s leads to the case system', (path) => {
    expect(addressOf(server, path)).toBe(`https://cases.example/rt/REST/2.0${path}`)
  })

  it.each([
    '',
    'ticket/7',
    '/..',
    '/../NoAuth/Logout.html',
    '/ticket/../../../admin',
    '/ticket/%2e%2e/%2e%2e/admin',
    '/ticket/%2E./x',
    '/ticket/%252e%252e/x',
    '/ticket/..%2fx',
    '/ticket/..%5cx',
    '/ticket/\\..\\x',
    '//evil.test/x',
    '/ticket//x',
    '/%2f/evil.test',
    '/./x',
    '/ticket/7#x',
    '/ticket/7\r\nHost: evil.test',
    '/ticket/7%0d%0aX',
    '/ticket/7 x',
    '/ticket/é',
    'https://evil.test/',
    '.evil.test/',
    '@evil.test/',
    ':1/',
  ])('%j is refused', (path) => {
    expect([isCasePath(path), addressOf(server, path)]).toEqual([false, undefined])
  })

  it('never leads anywhere else (20,000 made of dots, slashes and escapes)', () => {
    const piece = fc.constantFrom(
      ...[
        '/',
        '.',
        '..',
        '%2e',
        '%2E',
        '%2f',
        '%5c',
        '%252e',
        '%25',
        '\\',
        '//',
        '?',
        '#',
        '@',
        ':',
        'a',
        '7',
      ],
      ...['\t', '\n', '\r', '\0', '%00', '%09', ';', '&', 'http:', 'evil.test', '%', '﹒', '。', '．'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = `/${pieces.join('')}`
        const address = addressOf(server, path)
        if (address === undefined) return
        const url = new URL(address)
        expect(url.origin).toBe('https://cases.example')
        for (let plain = url.pathname, times = 0; times < 4; times++) {
          expect(new URL(plain, 'https://cases.example').pathname).toMatch(/^\/rt\/REST\/2\.0\//)
          plain = plain.replace(/%(2e|2f|5c|25)/gi, (escape) => decodeURIComponent(escape))
        }
      }),
      { numRuns: 20_000, seed: 20261123 },
    )
  })

  it('of any text is understood or refused, never anything else (5,000)', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webPath()), (text) => {
        const address = addressOf(server, text)
        expect(address === undefined || address.startsWith('https://cases.example/rt/REST/2.0/')).toBe(true)
        expect(typeof isCaseServer(text)).toBe('boolean')
      }),
      { numRuns: 5_000, seed: 20261123 },
    )
  })
})
