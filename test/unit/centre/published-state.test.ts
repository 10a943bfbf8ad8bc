// @vitest-environment node
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePublishedState } from '../../../electron/centre/practice/published-state.ts'
import { available, fieldOf, openRawDesk, publishLines, statusOf } from './raw-sip.ts'
import type { RawDesk } from './raw-sip.ts'
import { openTestCentre, origin } from './test-centre.ts'
import type { TestCentre } from './test-centre.ts'

let centre: TestCentre
let desk: RawDesk
beforeEach(async () => {
  // Nobody calls meanwhile.
  centre = await openTestCentre({ pauseSeconds: [3600, 3600] })
  desk = await openRawDesk(centre.address, origin)
})
afterEach(async () => {
  await desk.close()
  await centre.close()
})

/** A PUBLISH with other lines than usual. */
async function published(change: (line: string) => string, body = available): Promise<string> {
  desk.sendText([...publishLines(centre.address, 9, body).map(change), '', body].join('\r\n'))
  return statusOf(await desk.next())
}
const swap = (name: string, value: string) => (line: string) =>
  line.startsWith(`${name}: `) ? `${name}: ${value}` : line

describe('the state that a desk publishes', () => {
  it('is taken for as long as asked, and goes on or changes under its tag', async () => {
    await desk.register()
    const first = await desk.publish(available, 'Expires: 60')
    expect(statusOf(first)).toBe('200 OK')
    expect(fieldOf(first, 'expires')).toBe('60')
    const tag = fieldOf(first, 'sip-etag') ?? ''
    expect(tag).not.toBe('')
    const refreshed = await desk.publish('', `SIP-If-Match: ${tag}`, 'Expires: 9999999')
    expect(statusOf(refreshed)).toBe('200 OK')
    expect(fieldOf(refreshed, 'expires')).toBe('3600')
    expect(statusOf(await desk.publish('', `SIP-If-Match: ${tag}`))).toBe('412 Conditional Request Failed')
    const newer = fieldOf(refreshed, 'sip-etag') ?? ''
    const changed = await desk.publish('{"state":"not-ready","reason":"break"}', `SIP-If-Match: ${newer}`)
    expect(statusOf(changed)).toBe('200 OK')
    const removed = await desk.publish(
      '',
      `SIP-If-Match: ${fieldOf(changed, 'sip-etag') ?? ''}`,
      'Expires: 0',
    )
    expect([statusOf(removed), fieldOf(removed, 'expires')]).toEqual(['200 OK', '0'])
    expect(statusOf(await desk.publish('', `SIP-If-Match: ${fieldOf(changed, 'sip-etag') ?? ''}`))).toBe(
      '412 Conditional Request Failed',
    )
  })

  it('runs out with its time, and with the registration', async () => {
    await desk.register()
    const tagged = async () => fieldOf(await desk.publish(available, 'Expires: 30'), 'sip-etag') ?? ''
    const old = await tagged()
    centre.clock.pass(30_000)
    expect(statusOf(await desk.publish('', `SIP-If-Match: ${old}`))).toBe('412 Conditional Request Failed')
    const left = await tagged()
    await desk.register({ contact: '*' })
    await desk.register()
    expect(statusOf(await desk.publish('', `SIP-If-Match: ${left}`))).toBe('412 Conditional Request Failed')
  })

  it('is refused to strangers, to whoever has signed off, and for somebody else', async () => {
    expect(statusOf(await desk.publish(available))).toBe('403 Register first')
    await desk.register()
    expect(await published((line) => line.replace('PUBLISH sip:agent@', 'PUBLISH sip:other@'))).toBe(
      '403 Not your state to publish',
    )
    await desk.register({ contact: '*' })
    expect(statusOf(await desk.publish(available))).toBe('403 Not your state to publish')
  })

  it('is refused with a reason when it is another event, another type, or nonsense', async () => {
    await desk.register()
    expect(await published(swap('Event', 'presence'))).toBe('489 Bad Event')
    expect(await published(swap('Content-Type', 'application/pidf+xml'))).toBe('415 Unsupported Media Type')
    expect(await published((line) => line, '{"state":"asleep"}')).toBe('400 State not understood')
    expect(statusOf(await desk.publish(''))).toBe('400 State missing')
    expect(await published(swap('Content-Type', 'application/json;charset=utf-8'))).toBe('200 OK')
  })

  it.each([
    ['{"state":"wrap-up"}', { state: 'wrap-up' }],
    ['{"state":"not-ready","reason":"lunch","more":1}', { state: 'not-ready', reason: 'lunch' }],
    ['{"state":"Available"}', undefined],
    ['{"state":["available"]}', undefined],
    [`{"state":"available","reason":"${'x'.repeat(41)}"}`, undefined],
    ['{"__proto__":{"state":"available"}}', undefined],
    ['[]', undefined],
    ['null', undefined],
    ['{', undefined],
  ])('%s is read as %j', (body, expected) => {
    expect(parsePublishedState(body)).toEqual(expected)
  })

  it('can be any text without harm', () => {
    const known = ['available', 'on-interaction', 'wrap-up', 'not-ready', 'signed-out']
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant(available)), (body) => {
        const state = parsePublishedState(body)?.state
        if (state !== undefined) expect(known).toContain(state)
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
