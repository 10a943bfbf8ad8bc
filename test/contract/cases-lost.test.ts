// @vitest-environment node
import { setTimeout as delay } from 'node:timers/promises'

import { expect, it } from 'vitest'

import type { FieldKey, FieldValue } from '../../renderer/domain/case-field.ts'
import type { Begun, Message } from '../../renderer/ports/case-system.ts'
import {
  inTurn,
  serverError,
  signInPage,
  type HttpFault,
  type HttpQuestion,
} from '../faults/http/http-fault.ts'
import { freePort } from '../servers/ports.ts'
import { newCaseId, onEveryCaseSystem } from './cases/at-the-cases.ts'
import { seatDesk } from './cases/case-desk.ts'
import { answered, found, messagesIn, written } from './cases/outcome.ts'

const message = (text: string): Message => ({ text, attachments: [], after: undefined })

/** Searches are asked for with POST as well; what is written goes to one case, or makes one. */
const isWrite = ({ method, path }: HttpQuestion): boolean =>
  method !== 'GET' && /\/ticket(\/\d+(\/(comment|correspond))?)?(\?|$)/.test(path)

onEveryCaseSystem('what gets lost', (at) => {
  /** The next request that writes something meets this. */
  const onWrite = (...faults: readonly HttpFault[]): void => at.wire.follow(inTurn(faults, isWrite))
  const onAny = (...faults: readonly HttpFault[]): void => at.wire.follow(inTurn(faults, () => true))

  const begun = (subject: string): Begun => ({
    fields: new Map<FieldKey, FieldValue>([
      ['queue', [at.world.queue]],
      ['subject', [subject]],
      ['requestors', [at.world.customer.address]],
    ]),
    text: 'Once',
    attachments: [],
  })
  const withSubject = async (subject: string): Promise<readonly string[]> =>
    answered(await at.colleague.list({ kind: 'text', text: subject }, 20))

  it('makes a case once, however often it is asked to', async () => {
    const id = newCaseId()
    const first = written(await at.system.create(id, begun('Asked twice')))
    const sent = (await at.centre.sentMail()).length
    expect(written(await at.system.create(id, begun('Asked twice'))).number).toBe(first.number)
    // The customer is not told of a second one.
    expect(await at.centre.sentMail()).toHaveLength(sent)
    expect(await withSubject('Asked twice')).toEqual([first.number])
  })

  it('makes a case once when the answer was lost', async () => {
    const id = newCaseId()
    onWrite({ kind: 'lose-answer' })
    const lost = await at.system.create(id, begun('Answer lost'))
    expect(lost).toMatchObject({ kind: 'unreached', arrived: 'perhaps' })
    const made = written(await at.system.create(id, begun('Answer lost')))
    expect(made.id).toBe(id)
    expect(await withSubject('Answer lost')).toEqual([made.number])
  })

  it('joins twins that two desks have made at the same moment', async () => {
    const id = newCaseId()
    const twins = await Promise.all([
      at.system.create(id, begun('Twins')),
      at.colleague.create(id, begun('Twins')),
    ])
    const numbers = twins.map((twin) => written(twin).number)
    const settled = written(await at.system.create(id, begun('Twins'))).number
    expect(await withSubject('Twins')).toEqual([settled])
    expect(answered(await at.system.list({ kind: 'client-id', id }, 5))).toEqual([settled])
    for (const number of numbers.filter((one) => one !== settled))
      expect(answered(await at.system.case(number))).toEqual({ kind: 'merged', into: settled })
  })

  it('does not say that a case is made as it was written when a part was left out', async () => {
    for (const [field, value] of [
      ['requestors', ['not an address']],
      ['custom:No such field', ['1']],
      ['status', ['no-such-status']],
    ] as const) {
      const { fields, ...rest } = begun('Partly')
      const bad = new Map<FieldKey, FieldValue>([...fields, [field, value]])
      const outcome = await at.system.create(newCaseId(), { ...rest, fields: bad })
      expect(outcome, field).toMatchObject({ kind: 'refused', why: 'invalid' })
    }
    expect(await withSubject('Partly')).toEqual([])
  })

  it.each(['lose-request', 'lose-answer', 'cut-answer'] as const)(
    'does not know of a note after %s',
    async (kind) => {
      const { number } = await at.begin()
      onWrite({ kind })
      expect(await at.system.addNote(number, message('Perhaps'))).toEqual({
        kind: 'unreached',
        arrived: 'perhaps',
      })
      const there = messagesIn(answered(await at.system.history(number, undefined)))
      expect(there.map(({ text }) => text)).toEqual(kind === 'lose-request' ? [] : ['Perhaps'])
    },
  )

  it('sends nothing a second time by itself', async () => {
    const { number, revision } = await at.begin()
    const sent = (await at.centre.sentMail()).length
    onWrite({ kind: 'lose-answer' })
    const reply = await at.system.reply(number, message('Once'))
    expect(reply).toEqual({ kind: 'unreached', arrived: 'perhaps' })
    expect(await at.centre.sentMail()).toHaveLength(sent + 1)
    const from = at.wire.passages().length
    onWrite({ kind: 'lose-request' })
    await at.system.change({ number, revision }, 'subject', ['Once'])
    expect(at.wire.passages().slice(from).filter(isWrite)).toHaveLength(1)
  })

  it.each([
    ['a sign-in page', signInPage],
    ['an error of the server', serverError(false)],
    ['half an answer', { kind: 'half-answer' }],
    ['a list of something else', other(200, 'application/json', '["yes"]')],
    ['nothing', other(200, 'application/json', '')],
    ['a case of wrong types', other(200, 'application/json', '{"id":{},"Status":7,"__proto__":[]}')],
    ['another status', other(418, 'text/plain', 'teapot')],
  ] satisfies readonly (readonly [string, HttpFault])[])('does not understand %s', async (_what, fault) => {
    const { number } = await at.begin()
    onAny(fault)
    expect((await at.system.case(number)).kind).toBe('not-understood')
    onAny(fault)
    expect((await at.system.history(number, undefined)).kind).toBe('not-understood')
    expect(found(await at.system.case(number)).number).toBe(number)
  })

  it('does not take a sign-in page or an error for a note that was written', async () => {
    const { number } = await at.begin()
    for (const fault of [signInPage, serverError(false), serverError(true)]) {
      onWrite(fault)
      const outcome = await at.system.addNote(number, message('Understood?'))
      expect(outcome).toEqual({ kind: 'not-understood', arrived: 'perhaps' })
    }
    const there = messagesIn(answered(await at.system.history(number, undefined)))
    expect(there.map(({ text }) => text)).toEqual(['Understood?'])
  })

  it('waits for a slow answer, and not for ever', async () => {
    const { number } = await at.begin()
    onWrite({ kind: 'late-answer', ms: 300 })
    expect((await at.system.addNote(number, message('Slow'))).kind).toBe('written')
    const [, account] = at.centre.accounts
    const { clientIdField } = at.world
    const hasty = await seatDesk({ server: at.wire.url, account, clientIdField, patience: 1500 })
    onAny({ kind: 'late-answer', ms: 60_000 })
    expect(await hasty.system.case(number)).toEqual({ kind: 'unreached', arrived: 'perhaps' })
  })

  it('knows that nothing has arrived where no server is', async () => {
    const { clientIdField } = at.world
    const server = `http://127.0.0.1:${String(await freePort('tcp'))}`
    const [account] = at.centre.accounts
    const { system, signedIn } = await seatDesk({ server, account, clientIdField })
    expect(signedIn).toBe('cases-unreachable')
    expect(await system.addNote('1', message('Nobody'))).toEqual({ kind: 'unreached', arrived: 'no' })
  })

  it('goes on in a new session when the old one has ended', async () => {
    const { number } = await at.begin()
    await at.centre.endSessions()
    const outcome = await at.system.addNote(number, message('After the night'))
    expect(outcome.kind).toBe('written')
    const there = messagesIn(answered(await at.system.history(number, undefined)))
    expect(there.map(({ text }) => text)).toEqual(['After the night'])
  })

  it.each(['password', 'token'] as const)('says that a %s is not accepted', async (kind) => {
    const [{ user }] = at.centre.accounts
    const account = { kind, user, secret: kind === 'token' ? '1-14-0123456789abcdef' : 'wrong' }
    const { server, world } = at.centre
    const { system, signedIn } = await seatDesk({ server, account, clientIdField: world.clientIdField })
    expect(signedIn).toBe('cases-wrong-password')
    expect(await system.case('1')).toEqual({ kind: 'signed-out' })
    expect(await system.reply('1', message('Never'))).toEqual({ kind: 'signed-out' })
  })

  it('notices that an older state was put back, at once and after others have gone on from there', async () => {
    const { number } = await at.begin()
    await at.centre.snapshot()
    const kept = answered(await at.system.changes(undefined)).cursor
    await at.system.addNote(number, message('Lost with the backup'))
    const after = answered(await at.system.changes(kept)).cursor
    // Such systems tell the time by the second, and nobody puts a backup back within one.
    await delay(1000 - (Date.now() % 1000))
    await at.centre.restore()
    const restored = answered(await at.system.changes(after))
    expect(restored).toMatchObject({ kind: 'restored' })
    expect(answered(await at.system.changes(kept))).toMatchObject({
      kind: 'changed',
      numbers: [],
      more: false,
    })
    // The same numbers are given to other events.
    for (const text of ['One', 'Two', 'Three']) await at.colleague.addNote(number, message(text))
    expect(answered(await at.system.changes(after))).toMatchObject({ kind: 'restored' })
    expect(answered(await at.system.changes(restored.cursor))).toMatchObject({
      kind: 'changed',
      numbers: [number],
    })
  })
})

function other(status: number, type: string, body: string): HttpFault {
  return { kind: 'other-answer', reachesServer: false, status, type, body }
}
