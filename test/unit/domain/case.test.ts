import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { customField, customName, isFieldKey, sameValue } from '../../../renderer/domain/case-field.ts'
import { byEventId, comparableText, isLater } from '../../../renderer/domain/case-event.ts'
import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import { dueAt, fieldOf, laterOf, oneOf, sameLink, withField } from '../../../renderer/domain/case.ts'
import type { CaseFields } from '../../../renderer/domain/case.ts'
import { attachmentsOf, isMessage, mustBeLookedFor } from '../../../renderer/domain/case-edit.ts'
import type { CaseEdit } from '../../../renderer/domain/case-edit.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'

const values = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })

describe('the fields of a case', () => {
  it('are empty where there is no value, and gone when they are emptied', () => {
    const fields: CaseFields = new Map([['subject', ['March payment']]])
    expect([fieldOf({ fields }, 'cc'), oneOf({ fields }, 'cc'), oneOf({ fields }, 'subject')]).toEqual([
      ...[[], undefined, 'March payment'],
    ])
    expect([...withField(fields, 'subject', [])]).toEqual([])
    expect([...withField(fields, 'cc', ['a@b'])]).toEqual([
      ['subject', ['March payment']],
      ['cc', ['a@b']],
    ])
    expect([...fields]).toEqual([['subject', ['March payment']]])
  })

  it.each(['__proto__', 'constructor', 'toString', ''])('can be called “%s”', (name) => {
    const key = customField(name)
    expect([customName(key), isFieldKey(key), isFieldKey(name)]).toEqual([name, true, false])
    expect(fieldOf({ fields: new Map() }, key)).toEqual([])
    expect(fieldOf({ fields: withField(new Map(), key, ['x']) }, key)).toEqual(['x'])
  })

  it('are the same when they have the same values, in any order', () => {
    expect([
      sameValue([], []),
      sameValue(['a', 'b'], ['b', 'a']),
      sameValue(['a'], ['b']),
      sameValue(['a'], []),
    ]).toEqual([true, true, false, false])
  })

  it('are the same whichever is asked about the other', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(sameValue(a, b)).toBe(sameValue(b, a))
        if (sameValue(a, b)) expect(new Set(a)).toEqual(new Set(b))
      }),
    )
  })
})

describe('the day on which a case is due', () => {
  it.each([
    [['2026-11-25'], Date.UTC(2026, 10, 25)],
    [['2026-11-25T13:30:00Z'], Date.UTC(2026, 10, 25, 13, 30)],
    [['soon'], undefined],
    [[], undefined],
  ])('%j is %s', (due, time) => {
    expect(dueAt({ fields: new Map([['due', due]]) })).toBe(time)
  })
})

describe('two answers about one case', () => {
  const { server } = makeCase()
  const at = (revision: string | undefined) => ({ ...server, revision })

  it.each([
    ['9', '10', '10'],
    ['10', '9', '10'],
    ['10', '10', '10'],
    ['10', undefined, undefined],
    [undefined, '9', '9'],
  ])('%s and then %s: what counts is %s', (known, told, kept) => {
    expect(laterOf(at(known), at(told)).revision).toBe(kept)
  })

  it('of the same revision: the one that was given later counts', () => {
    const told = { ...at('10'), updatedAt: 1 }
    expect(laterOf(at('10'), told)).toBe(told)
  })
})

describe('the numbers of events', () => {
  it('grow beyond what a double can hold', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 30n }),
        fc.bigInt({ min: 0n, max: 10n ** 30n }),
        (a, b) => {
          expect(isLater(String(a), String(b))).toBe(a > b)
        },
      ),
    )
  })

  it('put events in order', () => {
    const ids = ['10', '9', '9007199254740993', '9007199254740992', '100', '9']
    const events = ids.map((id): CaseEvent => ({
      ...{ id, kind: 'note', at: 0, by: 'ada', text: '', attachments: [], change: undefined },
    }))
    expect(events.sort(byEventId).map(({ id }) => id)).toEqual([
      ...['9', '9', '10', '100', '9007199254740992', '9007199254740993'],
    ])
  })
})

describe('a text that comes back from a system that speaks mail', () => {
  it.each([
    ['Two lines\nof text', 'Two lines\r\nof text'],
    ['Space at the end  \nof a line', 'Space at the end\nof a line\n\n'],
    ['été', 'été'.normalize('NFD')],
    ['a\rb', 'a\nb'],
  ])('%j is %j', (written, back) => {
    expect(comparableText(back)).toBe(comparableText(written))
  })

  it('is another when a word is, or a line, or the space before it', () => {
    const texts = ['Yes', 'yes', 'Yes.', 'Yes\n\nYes', 'Yes\nYes', 'Yes\n  Yes']
    expect(new Set(texts.map(comparableText)).size).toBe(texts.length)
  })

  it('is the same in this form once more, whatever it is', () => {
    const unit = fc.constantFrom(' ', '\t', '\r', '\n', '\u00a0', '\ud800', 'e', '\u0301', 'x')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(comparableText(comparableText(text))).toBe(comparableText(text))
      }),
    )
    expect(comparableText('\ud800 alone')).toBe('\ud800 alone')
  })

  it('takes no time, however much space is in it', () => {
    const began = performance.now()
    expect(comparableText(`${' '.repeat(30_000)}x`)).toBe('x')
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('what can be done to a case', () => {
  const attachments = [{ id: 'file-1', name: 'a.txt', type: 'text/plain', size: 1 }]
  const edits: Readonly<Record<CaseEdit['kind'], CaseEdit>> = {
    create: { kind: 'create', fields: new Map(), text: '', attachments },
    change: { kind: 'change', step: { field: 'subject', before: [], after: ['x'] } },
    note: { kind: 'note', text: 'x', attachments, purpose: 'note' },
    reply: { kind: 'reply', text: 'x', attachments },
    link: { kind: 'link', link: { kind: 'child', target: '7' }, remove: false },
  }

  it.each([
    ['create', false, true, 1],
    ['change', false, false, 0],
    ['note', true, true, 1],
    ['reply', true, true, 1],
    ['link', false, false, 0],
  ] as const)('%s: message %s, cannot be repeated %s, files %i', (kind, message, lookedFor, files) => {
    const edit = edits[kind]
    expect([isMessage(edit), mustBeLookedFor(edit), attachmentsOf(edit).length]).toEqual([
      ...[message, lookedFor, files],
    ])
  })

  it('tells one link from another by what it says and to whom', () => {
    const link = { kind: 'child', target: '7' } as const
    expect([
      sameLink(link, { kind: 'child', target: '7' }),
      sameLink(link, { kind: 'parent', target: '7' }),
      sameLink(link, { kind: 'child', target: '8' }),
    ]).toEqual([true, false, false])
  })
})
