import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { CallMedia, OfferOvertaken } from '../../../renderer/adapters/sip/call-media.ts'
import { preferRobustCodecs } from '../../../renderer/adapters/sip/media-codecs.ts'
import { directionIn, saysHold } from '../../../renderer/adapters/sip/media-directions.ts'
import { imitatedTrack, imitatePeers, ImitatedPeer } from './imitated-peer.ts'

beforeEach(() => imitatePeers())
afterEach(() => void vi.unstubAllGlobals())

const theirs = (direction: string): string => `v=0\r\nm=audio 4000 RTP/AVP 0\r\na=${direction}\r\n`
const peer = (number: number): ImitatedPeer => {
  const found = ImitatedPeer.all[number]
  if (!found) throw new Error(`there is no connection ${number}`)
  return found
}
const line = (sdp: string, start: string): string | undefined =>
  sdp.split('\r\n').find((one) => one.startsWith(start))

/** A call in which both can talk. */
async function talking() {
  const microphone = imitatedTrack('microphone')
  const media = new CallMedia({ iceServers: [], track: microphone as never })
  await media.getDescription()
  await media.setDescription(theirs('sendrecv'))
  peer(0).become('connected')
  const said = async (): Promise<string> => (await media.getDescription()).body
  const heard = () => media.remoteStream.getTracks().map((track) => (track as never as { name: string }).name)
  return { media, microphone, said, heard }
}

describe('a call that finds a new path', () => {
  it('is heard through the old connection until the new one stands', async () => {
    const { media, said, heard } = await talking()
    media.repairNext('fresh-connection')
    await said()
    await media.setDescription(theirs('sendrecv'))
    expect([heard(), peer(0).connectionState, media.path]).toEqual([['heard-0'], 'connected', 'new'])
    peer(1).become('connected')
    expect([heard(), peer(0).connectionState, media.path]).toEqual([['heard-1'], 'closed', 'connected'])
  })

  it('goes on as before when the other side refuses', async () => {
    const { media, said, heard } = await talking()
    media.repairNext('fresh-connection')
    await said()
    await media.rollbackDescription()
    expect([peer(1).connectionState, heard(), media.path]).toEqual(['closed', ['heard-0'], 'connected'])
    expect(line(await said(), 'a=kind')).toBe('a=kind:offer-0')
  })

  it('keeps its session id, counts its version, and begins the handshake itself (RFC 3264 §8)', async () => {
    const { media, said } = await talking()
    media.repairNext('fresh-connection')
    const fresh = await said()
    expect([line(fresh, 'o='), line(fresh, 'a=setup')]).toEqual([
      'o=- 1000 3 IN IP4 127.0.0.1',
      'a=setup:active',
    ])
  })

  it('restarts on the same connection where that is wanted, or where a fresh one would lose a stream', async () => {
    const { media, said } = await talking()
    media.repairNext('ice-restart')
    expect(line(await said(), 'a=kind')).toBe('a=kind:restart-0')
    await media.setDescription(`${theirs('sendrecv')}m=video 0 RTP/AVP 96\r\n`)
    media.repairNext('fresh-connection')
    expect(line(await said(), 'a=kind')).toBe('a=kind:restart-0')
  })

  it('begins anew with a description that the old connection cannot take', async () => {
    const { media, said } = await talking()
    peer(0).refusesOffers = true
    await media.setDescription(theirs('sendrecv'))
    expect(line(await said(), 'a=kind')).toBe('a=kind:answer-1')
  })

  it('speaks through the new microphone everywhere, muted as before', async () => {
    const { media, said } = await talking()
    media.letThrough({ out: false, inward: true })
    media.repairNext('fresh-connection')
    await said()
    const second = imitatedTrack('second')
    await media.speakThrough(second as never)
    expect([0, 1].map((number) => peer(number).transceiver.sender.track)).toEqual([second, second])
    expect(second.enabled).toBe(false)
  })
})

describe('hold', () => {
  it('is offered as RFC 3264 §8.4 says it, also while the other side holds us', async () => {
    const { media, said } = await talking()
    media.setHeld(true)
    expect(directionIn(await said())).toBe('sendonly')
    await media.setDescription(theirs('recvonly'))
    expect([media.heldByThem, media.receives]).toEqual([false, false])
    media.setHeld(false)
    expect(directionIn(await said())).toBe('sendrecv')
    await media.setDescription(theirs('sendonly'))
    expect(media.heldByThem).toBe(true)
    media.setHeld(true)
    expect(directionIn(await said())).toBe('inactive')
  })

  it('gives way to an offer that comes while its own is being made, and is offered again later', async () => {
    const { media, said } = await talking()
    media.setHeld(true)
    const ours = media.getDescription()
    await media.setDescription(theirs('sendonly'))
    await expect(ours).rejects.toThrow(OfferOvertaken)
    expect([media.heldByThem, line(await said(), 'a=kind')]).toEqual([true, 'a=kind:answer-0'])
    expect(directionIn(await said())).toBe('inactive')
  })

  it('gives way also where it was to be offered on a fresh connection', async () => {
    const { media, said } = await talking()
    media.repairNext('fresh-connection')
    const ours = media.getDescription()
    await media.setDescription(theirs('sendrecv'))
    await expect(ours).rejects.toThrow(OfferOvertaken)
    expect([peer(1).connectionState, line(await said(), 'a=kind')]).toEqual(['closed', 'a=kind:answer-0'])
  })

  it('is heard in their offer, and answered', async () => {
    const { media, said } = await talking()
    await media.setDescription(theirs('inactive'))
    expect([media.heldByThem, line(await said(), 'a=kind')]).toEqual([true, 'a=kind:answer-0'])
    await media.setDescription(theirs('sendrecv'))
    expect(media.heldByThem).toBe(false)
  })

  it.each([
    ['v=0\r\na=sendonly\r\nm=audio 1 RTP/AVP 0\r\n', true],
    ['v=0\r\na=sendonly\r\nm=audio 1 RTP/AVP 0\r\na=sendrecv\r\n', false],
    ['v=0\r\nc=IN IP4 0.0.0.0\r\nm=audio 1 RTP/AVP 0\r\n', true],
    ['v=0\r\nc=IN IP4 0.0.0.0\r\nm=audio 9 RTP/SAVPF 0\r\na=ice-ufrag:x\r\n', false],
    ['v=0\r\nm=audio 1 RTP/AVP 0\r\nm=video 1 RTP/AVP 96\r\na=inactive\r\n', false],
    ['', false],
  ])('is understood in %j', (sdp, held) => {
    expect(saysHold(sdp)).toBe(held)
  })
})

describe('the codecs', () => {
  it('repeat what was sent before (RED), then Opus, and no comfort noise', () => {
    const codecs = ['audio/PCMU', 'audio/CN', 'audio/opus', 'audio/red'].map((mimeType) => ({ mimeType }))
    vi.stubGlobal('RTCRtpReceiver', { getCapabilities: () => ({ codecs }) })
    const setCodecPreferences = vi.fn()
    preferRobustCodecs({ setCodecPreferences } as never)
    expect(setCodecPreferences.mock.calls).toEqual([
      [['audio/red', 'audio/opus', 'audio/PCMU'].map((mimeType) => ({ mimeType }))],
    ])
  })
})
