import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createRequestTracker } from '../../../renderer/adapters/rt/request-tracker.ts'
import { textOfHtml } from '../../../renderer/adapters/rt/plain-text.ts'
import { quoted } from '../../../renderer/adapters/rt/ticket-sql.ts'
import { base64Of, bytesOf } from '../../../renderer/adapters/rt/uploads.ts'
import type { CaseAnswer } from '../../../renderer/domain/case-request.ts'
import type { CaseSystem } from '../../../renderer/ports/case-system.ts'
import {
  begun,
  body,
  caseId,
  json,
  people,
  place,
  ticketJson,
  trackerUnderTest,
} from './tracker-under-test.ts'

const note = { text: 'x', attachments: [], after: undefined }
const everything: Readonly<Record<string, (tracker: CaseSystem) => Promise<{ kind: string }>>> = {
  queues: (tracker) => tracker.queues(),
  case: (tracker) => tracker.case('12'),
  history: (tracker) => tracker.history('12', undefined),
  attachment: (tracker) => tracker.attachment('7'),
  list: (tracker) => tracker.list({ kind: 'mine' }, 10),
  changes: (tracker) => tracker.changes({ event: '1', mark: 'x' }),
  contacts: (tracker) => tracker.contacts({ kind: 'text', text: 'anna' }),
  create: (tracker) => tracker.create(caseId, begun()),
  change: (tracker) => tracker.change(place, 'subject', ['x']),
  addNote: (tracker) => tracker.addNote('12', note),
  reply: (tracker) => tracker.reply('12', note),
  link: (tracker) => tracker.link(place, { kind: 'parent', target: '1' }, false),
}

describe('an answer that is not RT’s', () => {
  it.each([
    ['a hotel’s page', body('<!doctype html><title>Welcome</title>')],
    ['a hotel’s refusal', body('<html>403</html>', 403)],
    ['a hotel’s "not found"', body('<html>404</html>', 404)],
    ['half an answer', body('{"items":[{"id":"1"')],
    ['an error of the server', body('', 500)],
    ['nothing', json(null)],
    ['a number', json(7)],
  ])('is not understood, whatever was asked: %s', async (_, answer) => {
    for (const [name, ask] of Object.entries(everything)) {
      const { tracker } = trackerUnderTest([{ to: /./, say: [answer] }])
      expect([name, await ask(tracker)]).toEqual([name, { kind: 'not-understood', arrived: 'perhaps' }])
    }
  })

  it('is no list without its items', async () => {
    const { tracker } = trackerUnderTest([{ to: /./, say: [json({ items: null })] }])
    expect(await tracker.list({ kind: 'mine' }, 5)).toMatchObject({ kind: 'not-understood' })
  })

  it('leaves the fields that can be used', async () => {
    const odd = {
      ...{
        Subject: { a: 1 },
        Requestor: 'x',
        Cc: [null, 7, { id: 'a@x.org' }],
        Owner: null,
        Due: 'soon',
        Created: [],
      },
      CustomFields: [null, { id: 1, name: '__proto__', values: ['p', 7, null] }, { name: 'no id' }],
      _hyperlinks: { ref: 'x' },
    }
    const { tracker } = trackerUnderTest([...people, { to: /GET \/ticket/, say: [json(ticketJson(odd))] }])
    expect(await tracker.case('12')).toMatchObject({
      value: {
        case: {
          ...{ id: 'case-12-0', createdAt: 0, links: [], nextStatuses: undefined },
          fields: new Map([
            ['status', ['open']],
            ['queue', ['Contact Centre']],
            ['priority', ['0']],
            ['cc', ['a@x.org']],
            ['custom:__proto__', ['p']],
          ]),
        },
      },
    })
  })

  it('may have a text of 10 MB', async () => {
    const text = 'é'.repeat(5_000_000)
    const { tracker } = trackerUnderTest([
      ...people,
      { to: /GET \/ticket/, say: [json(ticketJson({ Subject: text }))] },
    ])
    const found = await tracker.case('12')
    expect(
      found.kind === 'answer' && found.value.kind === 'here' && found.value.case.fields.get('subject'),
    ).toEqual([text])
  })

  it('never throws, and never goes on for ever (fuzzed)', async () => {
    const likely = fc.constantFrom(
      'items',
      'id',
      'Status',
      'Content',
      'message',
      '__proto__',
      'CustomFields',
      'Type',
    )
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 0, '', '12', 'open', '2026-11-23T11:05:00Z', -1, 1e300, '\ud800'),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(likely, fc.string()), tie('any'), { maxKeys: 5 }),
      ),
    })).any
    const status = fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 412, 429, 500, 0)
    const etag = fc.option(fc.oneof(fc.constantFrom('"154"', 'W/"154-gzip"'), fc.string()), {
      nil: undefined,
    })
    const answer: fc.Arbitrary<CaseAnswer> = fc.oneof(
      fc.record({
        kind: fc.constant('answer' as const),
        ...{ status, etag, type: fc.string() },
        body: fc.oneof(
          value.map((one) => JSON.stringify(one)),
          fc.string(),
        ),
      }),
      fc.constantFrom<CaseAnswer>({ kind: 'signed-out' }, { kind: 'unreached', arrived: 'no' }),
    )
    const kinds = ['answer', 'written', 'stale', 'unreached', 'signed-out', 'not-understood', 'refused']
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...Object.values(everything)),
        async (answers, act) => {
          let asked = 0
          const ask = () => {
            asked += 1
            return Promise.resolve(answers[asked - 1] ?? ({ kind: 'unreached', arrived: 'no' } as const))
          }
          const site = { clientIdField: 'ClientUUID', inactive: [] }
          const { kind } = await act(createRequestTracker({ gateway: { ask }, user: 'agent1', site }))
          expect(kinds).toContain(kind)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('the text of an HTML message', () => {
  it.each([
    ['<p>Bonjour&nbsp;!</p><p>&Eacute;t&eacute; &#8211; &#x20ac; &lt;b&gt;</p>', 'Bonjour !\n\nÉté – € <b>'],
    ['a<br>b<div>c</div><ul><li>d<li>e</ul>', 'a\nb\nc\n\n- d\n- e'],
    ['<style>p{}</style><script>alert("</p>")</script>x<!-- y -->z', 'xz'],
    ['5 < 6 && 7 > 3 &unknown; &#0; &#xd800;', '5 < 6 && 7 > 3 &unknown; \ufffd \ufffd'],
    ['<p>never ends <b', 'never ends <b'],
    ['a <!-- b <i>c</i>', 'a c'],
    ['<head><title>t</title></head><table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ])('%j', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })

  it('has none of its tags left, and takes no longer for what is nested or broken (fuzzed)', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<p>',
      '</p>',
      '<script>',
      '</script',
      '<!--',
      '-->',
      '&amp;',
      '&',
      '"',
      ' ',
      'é',
      '<a href="',
      '<style',
    )
    const words = fc.string({ unit: fc.constantFrom('x', ' ', '\n', ';', '=') })
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, words), { maxLength: 60 }), (parts) => {
        expect(textOfHtml(parts.join(''))).not.toMatch(/<\/?(?:p|script|style)>/i)
      }),
      { numRuns: 2000 },
    )
    const started = performance.now()
    for (const part of ['<', '<a ', '<script>', '<!--', '<style', '&', '<a "', '</p'])
      textOfHtml(part.repeat(1_000_000 / part.length))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('what goes to RT', () => {
  it('ends no quote of its own (fuzzed)', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '\\', 'a', ' ') }), (text) => {
        const inside = quoted(text).slice(1, -1)
        expect(inside.replace(/\\[\\']/g, '')).not.toMatch(/['\\]/)
        expect(inside.replace(/\\([\\'])/g, '$1')).toBe(text)
      }),
    )
  })

  it('is the bytes of a file, of any size (fuzzed)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100_000 }), (bytes) => {
        expect(bytesOf(base64Of(bytes))).toEqual(new Uint8Array(bytes))
      }),
      { numRuns: 50 },
    )
    expect(bytesOf('not base64!')).toBeUndefined()
  })
})
