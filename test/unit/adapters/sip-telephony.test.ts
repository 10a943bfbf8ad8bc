import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createSipTelephony } from '../../../renderer/adapters/sip/sip-telephony.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { TelephonyFact } from '../../../renderer/ports/telephony.ts'
import { imitatedTrack, imitatePeers, ImitatedPeer } from './imitated-peer.ts'
import { talkingSdp } from './imitated-wire.ts'

/** A socket whose other end accepts a REGISTER, and takes everything else without a word. */
class QuietSocket extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static newest: QuietSocket | undefined
  readyState = 1
  readonly url: string
  readonly sent: string[] = []

  constructor(url: string) {
    super()
    this.url = url
    QuietSocket.newest = this
    queueMicrotask(() => this.dispatchEvent(new Event('open')))
  }

  send(message: string): void {
    this.sent.push(message)
    if (message === '\r\n\r\n') this.say('\r\n')
    if (message.startsWith('REGISTER ') && !message.includes('expires=0')) this.answer(message, '200 OK')
  }

  answer(request: string, status: string, body = ''): void {
    const lines = request.split('\r\n')
    const kept = ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Contact'].flatMap((name) =>
      lines.filter((line) => line.startsWith(`${name}:`)),
    )
    const head = [`SIP/2.0 ${status}`, ...kept.map((line) => line.replace(/^To:.*/, '$&;tag=theirs'))]
    this.#sayWhole(head, body)
  }

  /** A customer calls. */
  invite(callId: string): void {
    this.#sayWhole(
      [
        'INVITE sip:agent1@foyer.test SIP/2.0',
        `Via: SIP/2.0/WS 192.0.2.1;branch=z9hG4bK${callId}`,
        'Max-Forwards: 70',
        `From: <sip:+15145550123@foyer.test>;tag=${callId}`,
        'To: <sip:agent1@foyer.test>',
        `Call-ID: ${callId}`,
        'CSeq: 1 INVITE',
        'Contact: <sip:customer@192.0.2.1>',
      ],
      talkingSdp,
    )
  }

  close(): void {
    this.readyState = 3
  }

  #sayWhole(head: readonly string[], body: string): void {
    const type = body === '' ? [] : ['Content-Type: application/sdp']
    this.say([...head, ...type, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'))
  }

  say(data: string): void {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })))
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  vi.stubGlobal('WebSocket', QuietSocket)
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const party = { number: '7001', name: undefined, queue: undefined }

/** An agent who has signed in. */
async function signedIn() {
  let ids = 0
  const facts: TelephonyFact[] = []
  const microphone = {
    track: imitatedTrack('microphone') as never,
    onReplaced: () => () => undefined,
    close: () => undefined,
  }
  const { telephony } = createSipTelephony({
    audio: { openMicrophone: () => Promise.resolve(ok(microphone)), playCustomer: () => () => undefined },
    now: Date.now,
    newId: () => `call-${++ids}`,
    random: () => 0,
  })
  telephony.listen((fact) => facts.push(fact))
  const signingIn = telephony.signIn({
    servers: ['ws://centre'],
    ...{ domain: 'foyer.test', user: 'agent1', password: 'x', iceServers: [] },
    instanceId: '00000000-0000-4000-8000-000000000001',
  })
  await pass(0)
  expect(await signingIn).toEqual(done)
  const socket = QuietSocket.newest
  if (!socket) throw new Error('no socket was opened')
  const requests = () => socket.sent.filter((message) => !message.startsWith('\r\n'))
  /** The first words of what has been sent since. */
  const said = (since: number) =>
    requests()
      .slice(since)
      .map((message) => message.split(' sip:')[0])
  return { telephony, facts, socket, requests, said }
}

/** A colleague talks with the agent. */
async function talkingWith({ telephony, socket, requests }: Awaited<ReturnType<typeof signedIn>>) {
  const dialling = telephony.dial({ user: '7001', isNumber: false }, { party })
  await pass(0)
  const dialled = await dialling
  await pass(0)
  const invite = requests().findLast((message) => message.startsWith('INVITE'))
  if (!dialled.ok || invite === undefined) throw new Error('nobody was called')
  socket.answer(invite, '200 OK', talkingSdp)
  await pass(0)
  ImitatedPeer.all.at(-1)?.become('connected')
  return dialled.value
}

describe('a window that is closed', () => {
  it('says goodbye to everybody, and to the server, before anything else can happen', async () => {
    const all = await signedIn()
    const { telephony, socket, requests, said } = all
    await talkingWith(all)
    socket.invite('rings')
    const dialling = telephony.dial({ user: '7002', isNumber: false }, { party })
    await pass(0)
    await dialling
    socket.answer(requests().findLast((message) => message.startsWith('INVITE')) ?? '', '180 Ringing')
    await pass(0)
    const before = requests().length
    void telephony.signOut()
    expect(said(before).toSorted()).toEqual([
      'BYE',
      'CANCEL',
      'REGISTER',
      expect.stringContaining('SIP/2.0 480 Temporarily Unavailable'),
    ])
  })

  it('is done soon, whether or not anybody answers', async () => {
    const all = await signedIn()
    await talkingWith(all)
    const leaving = all.telephony.signOut()
    await pass(2_000)
    await leaving
    expect(all.socket.readyState).toBe(3)
  })
})

describe('a call that has ended', () => {
  it('is gone, also where a listener stumbles over its end', async () => {
    const thrown = vi.spyOn(globalThis, 'queueMicrotask')
    const all = await signedIn()
    const call = await talkingWith(all)
    thrown.mockImplementation(() => undefined)
    const undo = all.telephony.listen((fact) => {
      throw new Error(`impossible: ${fact.kind}`)
    })
    await all.telephony.hangUp(call)
    undo()
    thrown.mockRestore()
    expect(all.facts.at(-1)).toMatchObject({ kind: 'call-ended', call })
    const before = all.requests().length
    void all.telephony.signOut()
    expect(all.said(before)).toEqual(['REGISTER'])
  })

  it('cannot be connected with a colleague, and the agent is told', async () => {
    const all = await signedIn()
    const colleague = await talkingWith(all)
    expect(await all.telephony.completeTransfer(asCallId('gone'), colleague)).toEqual(
      failed(problem('transfer-failed')),
    )
  })
})
