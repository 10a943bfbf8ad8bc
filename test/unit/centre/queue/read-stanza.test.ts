import { xml } from '@xmpp/client'
import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  cut,
  readMetadata,
  readStanding,
  readTarget,
} from '../../../../electron/centre/queue/wire/read-stanza.ts'
import { site } from './routing-driver.ts'

const metadata = (values: readonly (readonly [string, string])[]) =>
  readMetadata(xml('metadata', {}, ...values.map(([name, value]) => xml('value', { name }, value))))

it('keeps what it knows of a customer, cut to its length', () => {
  expect(
    metadata([
      ['language', 'FR '],
      ['name', ' Hélène '],
      ['question', 'x'.repeat(3000)],
      ['number', ''],
      ['shoe-size', '38'],
      ['__proto__', 'x'],
    ]),
  ).toEqual({ language: 'fr', name: 'Hélène', question: 'x'.repeat(2000) })
  expect(readMetadata(undefined)).toEqual({})
})

it('never cuts through a character, and leaves out what XML forbids', () => {
  expect(cut('ab😀', 3)).toBe('ab')
  expect(cut('a\u0000b\u001f\uffff', 10)).toBe('ab')
  fc.assert(fc.property(fc.string(), fc.nat(300), (text, most) => cut(text, most).length <= most))
})

const presence = (show: string | undefined, most: string | undefined) =>
  readStanding(
    xml(
      'presence',
      {},
      show === undefined ? undefined : xml('show', {}, show),
      xml(
        'agent-status',
        { xmlns: 'http://jabber.org/protocol/workgroup' },
        most === undefined ? undefined : xml('max-chats', {}, most),
      ),
    ),
  )

it('reads how many chats an agent takes, and one where that cannot be understood', () => {
  expect(presence(undefined, '3')).toEqual({ takes: true, most: 3 })
  expect(presence('dnd', '3')).toEqual({ takes: false, most: 3 })
  for (const most of [undefined, '-1', '1e3', '99999', 'many'])
    expect(presence('chat', most)).toEqual({ takes: true, most: 1 })
  expect(readStanding(xml('presence'))).toBeUndefined()
})

it('finds a queue by the name that agents see', () => {
  expect(readTarget(xml('hand-on', { to: 'queue', name: 'Prestations' }), site)).toEqual({
    kind: 'queue',
    queue: 'benefits',
  })
  expect(readTarget(xml('hand-on', { to: 'agent' }), site)).toBeUndefined()
  expect(readTarget(xml('hand-on', { to: 'everybody' }), site)).toBeUndefined()
})
