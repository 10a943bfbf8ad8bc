import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseAsk, requestNames, UnacceptableRequest } from '../../../electron/ipc/parse.ts'
import { audioRoles } from '../../../renderer/domain/audio-devices.ts'
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
    expect(parseAsk('reportProblem', ['not-saved'])).toBe('not-saved')
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
    ['startPractice', [{ port: 80 }]],
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
            const ask = parseAsk(name, args)
            const roles = Object.keys(typeof ask === 'object' ? ask : {})
            expect(ask === undefined || typeof ask === 'string' || roles.every(isRole)).toBe(true)
          } catch (error) {
            expect(error).toBeInstanceOf(UnacceptableRequest)
          }
        },
      ),
      { numRuns: 2_000, seed: 20261123 },
    )
  })
})

const isRole = (key: string): boolean => audioRoles.some((role) => role === key)

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
