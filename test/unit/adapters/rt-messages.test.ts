import { describe, expect, it } from 'vitest'

import {
  body,
  items,
  json,
  lost,
  offline,
  paged,
  people,
  person,
  place,
  refusal,
  ticket,
  trackerUnderTest,
  transaction,
  upload,
} from './tracker-under-test.ts'
import type { Rule } from './tracker-under-test.ts'
import type { CaseAnswer } from '../../../renderer/domain/case-request.ts'

const put = (...say: readonly CaseAnswer[]): Rule => ({ to: /PUT \/ticket\/12$/, say })
const get = (...say: readonly CaseAnswer[]): Rule => ({ to: /GET \/ticket\/12\?/, say })
const history = (...all: readonly unknown[]): Rule => ({ to: /history/, say: [items(...all)] })

describe('a message', () => {
  const said = { text: 'Bonjour', attachments: [], after: '154' }
  const texts = (...all: readonly (readonly [string, string])[]): Rule => ({
    to: /attachments\?fields=TransactionId,ContentType,Filename,Content&/,
    say: paged(
      ...all.map(([TransactionId, Content]) => ({
        id: TransactionId,
        TransactionId,
        ContentType: 'text/plain',
        Content,
      })),
    ),
  })
  const parts: Rule = { to: /attachments/, say: [items()] }
  const comment = (...say: readonly CaseAnswer[]): Rule => ({ to: /POST \/ticket\/12\/comment/, say })

  it('names the event that it has become, not an older one that reads the same', async () => {
    const { tracker } = trackerUnderTest([
      ...people,
      comment(json(['Comments added'], { status: 201 })),
      get(ticket({}, '"159"')),
      history(
        transaction(156, 'Comment'),
        transaction(157, 'Comment'),
        transaction(158, 'Comment', { Creator: person('agent2') }),
        transaction(159, 'Comment'),
      ),
      texts(['156', 'Bonjour'], ['157', 'Bonjour \r\n'], ['158', 'Bonjour'], ['159', 'else']),
      parts,
    ])
    expect(await tracker.addNote('12', said)).toMatchObject({ kind: 'written', event: '157' })
  })

  it.each([
    ['no link', offline],
    ['an ended session', { kind: 'signed-out' } as const],
    ['a refusal', refusal(403, 'Forbidden')],
    ['a page of a hotel', body('<html>')],
  ])('that RT has taken is never said to be undone: %s', async (_, answer) => {
    const { tracker } = trackerUnderTest([
      { to: /POST \/ticket\/12\/correspond/, say: [json(['Correspondence added'], { status: 201 })] },
      get(answer),
    ])
    expect(await tracker.reply('12', said)).toEqual({ kind: 'unreached', arrived: 'perhaps' })
  })

  it.each([
    ['lost on its way', lost, { kind: 'unreached', arrived: 'perhaps' }],
    ['never sent', offline, { kind: 'unreached', arrived: 'no' }],
    ['answered by an error', body('oops', 500), { kind: 'not-understood', arrived: 'perhaps' }],
    ['too large', body('<html>', 413), { kind: 'refused', why: 'too-large', detail: '' }],
  ])('that is %s is said to be so', async (_, answer, expected) => {
    const { tracker } = trackerUnderTest([comment(answer)])
    expect(await tracker.addNote('12', said)).toEqual(expected)
  })

  it.each([
    ['gone', refusal(404, 'Not Found')],
    ['forbidden', refusal(403, 'Forbidden')],
    ['forbidden', ticket({ _hyperlinks: [{ ref: 'self' }] })],
    ['invalid', ticket()],
  ])('for which RT just says "Permission Denied" is found to be %s', async (why, answer) => {
    const { tracker } = trackerUnderTest([...people, comment(refusal(400, 'Permission Denied')), get(answer)])
    expect(await tracker.addNote('12', said)).toMatchObject({ kind: 'refused', why })
  })

  it('carries names and bytes that RT would drop, garble or die of', async () => {
    const { tracker, writes } = trackerUnderTest([comment(offline)])
    const attachments = [upload('été 日本.txt', 'hé'), { ...upload('0', ''), type: 'text/html; x="\r\n"' }]
    await tracker.addNote('12', { text: '0', attachments, after: undefined })
    const name = Buffer.from('été 日本.txt').toString('latin1')
    expect(writes()).toEqual([
      {
        Content: '0\n',
        ContentType: 'text/plain',
        Attachments: [
          { FileName: name, FileType: 'text/plain', FileContent: 'aMOp' },
          { FileName: '0.file', FileType: 'application/octet-stream', FileContent: '====' },
        ],
      },
    ])
  })
})

describe('a link', () => {
  const target = 'https://example.org/a?b=1'
  it('is there when it can be read again', async () => {
    const { tracker, writes } = trackerUnderTest([
      ...people,
      put(json(['Ticket 12 refers to URI'])),
      get(ticket({ _hyperlinks: [{ ref: 'refers-to', type: 'external', _url: target }] }, '"155"')),
      history(transaction(155, 'AddLink', { Field: 'RefersTo' })),
    ])
    const written = await tracker.link(place, { kind: 'refers-to', target }, false)
    expect(written).toMatchObject({ kind: 'written', event: '155' })
    expect(writes()).toEqual([{ AddRefersTo: [target] }])
  })

  it('to a case that is not there is refused, although RT says yes', async () => {
    const detail = "Couldn't resolve '999' into a link."
    const { tracker } = trackerUnderTest([...people, put(json([detail])), get(ticket())])
    expect(await tracker.link(place, { kind: 'parent', target: '999' }, false)).toEqual({
      ...{ kind: 'refused', why: 'invalid', detail },
    })
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', '', 'https://a b'])(
    'to %j is not sent',
    async (to) => {
      const { tracker, requests } = trackerUnderTest([])
      expect(await tracker.link(place, { kind: 'parent', target: to }, false)).toMatchObject({
        why: 'invalid',
      })
      expect(requests).toEqual([])
    },
  )
})
