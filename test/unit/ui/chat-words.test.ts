import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { practiceReplies } from '../../../renderer/domain/practice-replies.ts'
import { piecesOf } from '../../../renderer/ui/desk/chat/links.ts'
import { piecesAround } from '../../../renderer/ui/desk/chat/pieces-around.ts'
import { askedFor, movedTo, quickChoices, unfilledIn } from '../../../renderer/ui/desk/chat/quick-choices.ts'
import { shownName } from '../../../renderer/ui/desk/chat/shown-name.ts'

/** Also halves of letters, controls and marks. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
})

const links = (text: string) =>
  piecesOf(text).flatMap((piece) => (piece.kind === 'link' ? [[piece.text, piece.host]] : []))

describe('an address in a message', () => {
  it.each([
    ['https://canada.ca/suivi', undefined],
    ['www.canada.ca', undefined],
    // A Cyrillic letter among Latin ones.
    ['https://b\u0430nk.ca', 'xn--bnk-6cd.ca'],
    ['www.b\u0430nk.ca', 'www.xn--bnk-6cd.ca'],
    // What reads like a host is only a path, or is written backwards.
    ['https://evil.example/\u202eac.knab', 'evil.example'],
    ['https://evil.example\\@bank.ca', undefined],
    ['http://0x7f.1/', '127.0.0.1'],
  ])('%s says where it leads', (text, host) => {
    expect(links(`Voir ${text} svp`).map(([, one]) => one)).toEqual([host])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://x.org',
    'tel:911',
    'notes.pro',
  ])('of another kind is text: %s', (text) => {
    expect(links(`a ${text} b`)).toEqual([])
  })

  it('never changes what was written, whatever it is', () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', '.', '/', ':', '@', ' ', 'http://', 'www.', '\u202e', '\ud800', 'é', '<b>'),
    })
    fc.assert(
      fc.property(fc.oneof(anyText, odd), (text) => {
        expect(
          piecesOf(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
        for (const piece of piecesOf(text)) if (piece.kind === 'link') expect(piece.url).toMatch(/^https?:/i)
      }),
    )
  })
})

const fields = { customer: 'Hélène', agent: 'Ada', case: undefined }
const all = (asked: string) => quickChoices(asked, { replies: practiceReplies, fields, first: 'fr' })

describe('what / offers', () => {
  it('finds a reply by its name, or by a word of either language without its accents', () => {
    expect(all('hel').map(({ key }) => key)).toEqual(['hello-fr', 'hello-en'])
    expect(all('citoyennete').map(({ key }) => key)).toEqual(['documents-fr', 'documents-en'])
    // A reply speaks of an ending.
    expect(all('end').map(({ key }) => key)).toEqual(['command-end', 'bye-fr', 'bye-en'])
  })

  it('fills in what is known and names what is not', () => {
    expect(all('hello')[1]).toMatchObject({
      text: expect.stringContaining('Hello Hélène, my name is Ada.') as string,
      missing: [],
    })
    expect(all('case')[0]).toMatchObject({ missing: ['case'] })
    expect(unfilledIn('Votre dossier est le {case}.')).toEqual(['case'])
  })

  it('is asked for by / and one word, and by nothing else', () => {
    expect(['/', '/hé', 'a /b', '/a b', '/etc/passwd', '/<b>'].map(askedFor)).toEqual([
      '',
      'hé',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('goes down by rows, across by languages, and round at both ends', () => {
    const choices = all('')
    expect([
      movedTo(choices, 0, 'ArrowDown'),
      movedTo(choices, 1, 'ArrowDown'),
      movedTo(choices, 0, 'ArrowRight'),
    ]).toEqual([2, 3, 1])
    expect([movedTo(choices, 1, 'ArrowUp'), movedTo(choices, choices.length - 1, 'ArrowDown')]).toEqual([
      choices.length - 1,
      0,
    ])
    expect(movedTo(choices, 0, 'x')).toBeUndefined()
  })

  it('takes any text and any key without harm', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(50),
        fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', '__proto__'),
        (text, from, key) => {
          const choices = all(askedFor(`/${text}`) ?? text)
          const to = movedTo(choices, from, key)
          if (to !== undefined) expect(choices[to]).toBeDefined()
        },
      ),
    )
  })
})

describe('a name from outside', () => {
  it('has no marks that turn the sentence around it, and an end', () => {
    expect(shownName('\u202eadA\u2066\n<b>')).toBe('adA <b>')
    expect(shownName('x'.repeat(10_000))).toHaveLength(61)
    expect([shownName(' \u200b\u0000 '), shownName(undefined)]).toEqual([undefined, undefined])
  })
})

describe('what was found', () => {
  it('stands with the words around it, marked in either case and without accents', () => {
    const text = `${'avant '.repeat(30)}mon Reçu est là ${'après '.repeat(30)}`
    const found = piecesAround(text, 'recu la')
    expect(found.filter(({ isFound }) => isFound).map((piece) => piece.text)).toEqual(['Reçu', 'là'])
    expect([found[0]?.text, found.at(-1)?.text]).toEqual(['…', '…'])
  })

  it('ends for every text and every wish', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, wanted) => {
        expect(piecesAround(text, wanted).every((piece) => piece.text !== '')).toBe(true)
      }),
    )
  })
})
