import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { RequestName } from '../../../electron/ipc/contract.ts'
import { parseAsk, requestNames, UnacceptableRequest } from '../../../electron/ipc/parse.ts'
import { isDesk } from '../../../electron/ipc/sender.ts'

describe('a request of a window', () => {
  it('is taken when it is what the contract says', () => {
    expect(() => {
      parseAsk('readSetup', [])
    }).not.toThrow()
    expect(parseAsk('saveLanguage', ['fr'])).toBe('fr')
    expect(parseAsk('openDataKey', ['practice'])).toBe('practice')
    expect(parseAsk('alertAgent', ['call-offered'])).toBe('call-offered')
    const audio = { microphone: { id: 'a1', label: 'Headset' } }
    expect(parseAsk('saveAudio', [audio])).toEqual(audio)
    const choices = { alert: true, prompts: false }
    expect(parseAsk('saveMoodChoices', [choices])).toEqual(choices)
    expect(parseAsk('reportProblem', ['not-saved'])).toBe('not-saved')
    const account = { kind: 'password', user: 'ada', secret: 'pâté 🔑' }
    for (const [name, ask] of [
      ['signInCases', { realm: 'benefits', account }],
      ['signInCases', { realm: 'benefits', account: undefined }],
      ['signOutCases', { realm: 'benefits', forget: true }],
      ['readCaseUser', 'benefits'],
      ['askCases', { method: 'GET', path: '/tickets?query=id%3D1' }],
      ['askCases', { method: 'PUT', path: '/ticket/7', body: '{}', revision: '"16"' }],
      ['openJournal', 'benefits'],
      ['appendJournal', { realm: 'benefits', lines: ['x'.repeat(10_000_000), '\ud800'], sync: true }],
      ['rewriteJournal', { realm: 'benefits', lines: [] }],
      ['wipeRealm', 'benefits'],
    ] as const)
      expect(parseAsk(name, [ask])).toEqual(ask)
  })

  it.each([
    ['saveLanguage', ['de']],
    ['saveLanguage', ['fr', 'en']],
    ['openDataKey', ['../../etc/passwd']],
    ['openDataKey', ['practice/../x']],
    ['openDataKey', ['a'.repeat(41)]],
    ['openDataKey', []],
    ['setAsideDataKey', [{ realm: 'practice' }]],
    ['alertAgent', [{ title: 'Mme Tremblay', body: 'a customer’s words' }]],
    ['reportProblem', ['Mme Tremblay said …']],
    ['saveAudio', [{ microphone: { id: 'a1', label: 'x'.repeat(301) } }]],
    ['saveAudio', [{ camera: { id: 'a1', label: 'Camera' } }]],
    ['saveMoodChoices', [{ alert: true }]],
    ['saveMoodChoices', [{ alert: 'yes', prompts: true }]],
    ['saveMoodChoices', [{ alert: true, prompts: true, said: 'a customer’s words' }]],
    ['startPractice', [{ port: 80 }]],
    ['signInCases', [{ realm: 'benefits' }]],
    ['signInCases', [{ realm: 'benefits', account: { kind: 'cookie', user: 'a', secret: 'b' } }]],
    ['signInCases', [{ realm: 'benefits', account: { kind: 'token', user: 'a', secret: '1\r\nX: y' } }]],
    ['signInCases', [{ realm: 'benefits', account: { kind: 'token', user: 'a', secret: 'b', server: 'x' } }]],
    ['signOutCases', [{ realm: 'benefits', forget: 1 }]],
    ['askCases', [{ method: 'DELETE', path: '/ticket/7' }]],
    ['askCases', [{ method: 'GET', path: '/../NoAuth/Logout.html' }]],
    ['askCases', [{ method: 'GET', path: 'https://evil.test/' }]],
    ['askCases', [{ method: 'GET', path: '/rt', headers: { cookie: 'x' } }]],
    ['askCases', [{ method: 'GET', path: '/rt', revision: '1\r\nCookie: x' }]],
    ['askCases', [{ method: 'GET', path: '/rt', realm: 'other' }]],
    ['appendJournal', [{ realm: '../x', lines: [], sync: true }]],
    ['appendJournal', [{ realm: 'benefits', lines: [1], sync: true }]],
    ['rewriteJournal', [{ realm: 'benefits', lines: 'all' }]],
    ['wipeRealm', ['practice/../benefits']],
    ['wipeRealm', [['practice']]],
  ] as const)('is refused by %s with %j, and what was sent is not repeated', (name, args) => {
    expect(() => parseAsk(name, args)).toThrow(new UnacceptableRequest(`${name}: not what the contract says`))
  })

  it('is refused or understood, never anything else (2,000 of any shape)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...requestNames),
        fc.array(fc.anything({ withDate: true, withMap: true }), { maxLength: 3 }),
        (name, args) => {
          try {
            expect(typeof parseAsk(name, args)).toMatch(/^(undefined|string|object)$/)
          } catch (error) {
            expect(error).toBeInstanceOf(UnacceptableRequest)
          }
        },
      ),
      { numRuns: 2_000, seed: 20261123 },
    )
  })

  it('about cases that is nearly one is refused or taken as it is (5,000 with one thing changed)', () => {
    const whole: readonly (readonly [RequestName, Record<string, unknown>])[] = [
      ['signInCases', { realm: 'benefits', account: { kind: 'token', user: 'ada', secret: '1-14-a' } }],
      ['signOutCases', { realm: 'benefits', forget: false }],
      ['askCases', { method: 'POST', path: '/ticket', body: '{}', revision: '"1"' }],
      ['appendJournal', { realm: 'benefits', lines: ['a'], sync: true }],
      ['rewriteJournal', { realm: 'benefits', lines: ['a'] }],
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.constantFrom(
          'realm',
          'account',
          'forget',
          'method',
          'path',
          'body',
          'lines',
          '__proto__',
          'extra',
        ),
        fc.oneof(fc.anything(), fc.string({ unit: 'binary' })),
        ([name, ask], key, value) => {
          const changed = Object.fromEntries([...Object.entries(ask), [key, value]])
          try {
            expect(parseAsk(name, [changed])).toEqual(changed)
          } catch (error) {
            expect(error).toBeInstanceOf(UnacceptableRequest)
          }
        },
      ),
      { numRuns: 5_000, seed: 20261123 },
    )
  })
})

describe('the sender of a request', () => {
  it.each([
    [{ url: 'app://bundle/index.html', parent: null }, true],
    [{ url: 'app://bundle/index.html', parent: {} }, false],
    [{ url: 'app://bundle.evil.test/index.html', parent: null }, false],
    [{ url: 'https://evil.test/app://bundle/', parent: null }, false],
    [{ url: 'about:blank', parent: null }, false],
    [null, false],
  ])('%j is the desk: %s', (frame, trusted) => {
    expect(isDesk(frame)).toBe(trusted)
  })
})
