import { describe, expect, it } from 'vitest'

import { Schemes, originOf } from '../../desktop/chromium/schemes.ts'
import { systemLocale } from '../../desktop/imitated/locale.ts'

const schemes = new Schemes()
schemes.register([{ scheme: 'app', privileges: { standard: true, secure: true } }])

describe('the app’s scheme in a browser that cannot host it', () => {
  it('maps a URL there and back', () => {
    const urls = [
      'app://bundle/index.html',
      'app://bundle/a/b.js?c=d#e',
      'https://example.test/',
      'ws://127.0.0.1:5066/',
    ]
    const inBrowser = urls.map((url) => schemes.toBrowser(url))
    expect(inBrowser).toEqual([
      'http://bundle.app.localhost/index.html',
      'http://bundle.app.localhost/a/b.js?c=d#e',
      'https://example.test/',
      'ws://127.0.0.1:5066/',
    ])
    expect(inBrowser.map((url) => schemes.toApp(url))).toEqual(urls)
    expect(schemes.toApp('http://bundle.other.localhost/')).toBe('http://bundle.other.localhost/')
  })

  it('translates the sources of a policy, and nothing else in it', () => {
    expect(
      schemes.policyInBrowser(
        "default-src 'none'; script-src 'self' app:; img-src app://bundle data:; connect-src 'self' ws://127.0.0.1:5066",
      ),
    ).toBe(
      "default-src 'none'; script-src 'self' http://*.app.localhost; img-src http://bundle.app.localhost data:; connect-src 'self' ws://127.0.0.1:5066",
    )
  })

  it('translates an origin only where the text is exactly one', () => {
    const texts = ['app://bundle', 'app://bundle/', 'see app://bundle', 'https://bundle']
    expect(texts.map((text) => schemes.originInBrowser(text))).toEqual([
      'http://bundle.app.localhost',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('knows the origin of a URL of its own', () => {
    expect(['app://bundle/x', 'https://example.test/x', 'nonsense'].map(originOf)).toEqual([
      'app://bundle',
      'https://example.test',
      'null',
    ])
  })
})

describe('the system’s locale', () => {
  it.each([
    [{ LANG: 'fr_CA.UTF-8' }, 'fr-CA'],
    [{ LANG: 'fr_CA.UTF-8', LC_ALL: 'en_GB' }, 'en-GB'],
    [{ LANG: 'de' }, 'de'],
    [{ LANG: 'C.UTF-8' }, 'en-US'],
    [{}, 'en-US'],
  ])('of %o is %s', (env, locale) => {
    expect(systemLocale(env)).toBe(locale)
  })
})
