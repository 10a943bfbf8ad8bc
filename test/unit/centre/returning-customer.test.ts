// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskDialog } from './desk-dialog.ts'
import { fieldOf } from './raw-sip.ts'
import { startStunResponder } from './stun-responder.ts'
import { openTalkingDesk } from './talking-desk.ts'
import type { TalkingDesk } from './talking-desk.ts'
import { openTestCentre, origin } from './test-centre.ts'
import type { TestCentre } from './test-centre.ts'

let stun: Awaited<ReturnType<typeof startStunResponder>>
let centre: TestCentre
let desk: TalkingDesk

async function open(secondCalls?: number): Promise<void> {
  // Nobody comes by themselves.
  const order = { pauseSeconds: [3600, 3600], ...(secondCalls !== undefined && { secondCalls }) } as const
  centre = await openTestCentre(order)
  const [account] = centre.address.accounts
  if (!account) throw new Error('no agent')
  desk = await openTalkingDesk({ address: centre.address, account, origin, stun: stun.url, voice: 1 })
  await desk.signIn()
  await desk.publish('available')
}
const invites = (): string[] => desk.arrived.filter((message) => message.startsWith('INVITE '))

/** The customer comes to the queue, and the agent answers. */
async function serve(customer: string): Promise<DeskDialog> {
  centre.arrive(customer)
  const dialog = await desk.answer()
  const isConnected = () => centre.events.some(({ kind, from }) => kind === 'connected' && from === customer)
  await expect.poll(isConnected).toBe(true)
  return dialog
}
async function serveAndPart(customer: string): Promise<void> {
  await serve(customer)
  centre.hangUp(customer)
  await desk.find(/^BYE /)
  await expect.poll(() => centre.events.at(-1)?.kind).toBe('ended')
  centre.clock.pass(0)
}

beforeEach(async () => {
  stun = await startStunResponder()
})
afterEach(async () => {
  const closed = centre.close()
  centre.clock.pass(10_000)
  await closed
  await desk.close()
  stun.stop()
})

describe('a returning customer', () => {
  it('calls the agent past the queue, while they talk, and gives up when they do not answer', async () => {
    await open(1)
    await serveAndPart('ellis')
    await serve('tremblay')
    centre.clock.pass(15_000)
    await expect.poll(invites).toHaveLength(1)
    const [invite = ''] = invites()
    expect(fieldOf(invite, 'from')).toContain('"Margaret Ellis" <sip:+16135550117@')
    expect([fieldOf(invite, 'x-queue'), fieldOf(invite, 'x-language')]).toEqual([undefined, 'en'])
    desk.reply(invite, '180 Ringing')
    await expect.poll(() => centre.events.at(-1)).toMatchObject({ kind: 'ringing', from: 'ellis' })
    centre.clock.pass(25_000)
    await desk.find(/^CANCEL /)
    expect(invites()).toHaveLength(1)
  })

  it('never calls where the order does not say so', async () => {
    await open()
    await serveAndPart('ellis')
    await serve('tremblay')
    centre.clock.pass(15_000)
    await expect.poll(() => centre.clock.pass(0)).toBeUndefined()
    expect(invites()).toEqual([])
  })
})
