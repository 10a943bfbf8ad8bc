import { createSocket } from 'node:dgram'

import { muLawTone } from '../contract/telephony/mu-law-tone.ts'
import { RtpRecording } from './rtp-recording.ts'

const PACKET_MS = 20
const PACKET_SAMPLES = 160
const PCMU = 0
/** A process that was kept waiting makes up for this much, not more. */
const MOST_AT_ONCE = 10

export type RtpEndpoint = {
  /** Sends to this port from now on. */
  sendTo(port: number): void
  /** Sends nothing, as a telephone with silence suppression does in a pause, until `speak()`. */
  fallSilent(): void
  speak(): void
  /** The WAV of all that came since the start, with pauses. */
  heard(): Buffer
  digitsHeard(): string
  close(): Promise<void>
}

export type RtpEndpointSetup = {
  /** Where it receives. */
  readonly at: { readonly address: string; readonly port: number }
  readonly serverAddress: string
  /** Hertz. */
  readonly speaks: number
}

/** Sends a tone as RTP (G.711 µ-law) and records what comes. */
export async function openRtpEndpoint({ at, serverAddress, speaks }: RtpEndpointSetup): Promise<RtpEndpoint> {
  // A second of a whole number of hertz joins to the next without a click.
  const second = Buffer.from(muLawTone(Math.round(speaks), 1))
  const begun = performance.now()
  const recording = new RtpRecording(begun)
  const socket = createSocket('udp4')
  await new Promise<void>((settle, fail) => {
    socket.once('error', fail)
    socket.bind({ ...at, exclusive: true }, settle)
  })
  socket.on('error', () => undefined)
  socket.on('message', (packet) => recording.take(performance.now(), packet))
  let target: number | undefined
  let silent = false
  let sent = 0

  const sendOne = (): void => {
    if (target !== undefined && !silent) socket.send(rtp(sent, second), target, serverAddress)
    // The clock of the sound goes on in a pause (RFC 3550 section 5.1).
    sent += 1
  }
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - begun) / PACKET_MS)
    if (due - sent > MOST_AT_ONCE) sent = due - MOST_AT_ONCE
    while (sent < due) sendOne()
  }, PACKET_MS / 2)
  return {
    sendTo: (port) => (target = port),
    fallSilent: () => (silent = true),
    speak: () => (silent = false),
    heard: () => recording.wav(),
    digitsHeard: () => recording.digits(),
    close: () => {
      clearInterval(timer)
      return new Promise((settle) => socket.close(() => settle()))
    },
  }
}

function rtp(count: number, second: Buffer): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt8(0x80, 0)
  header.writeUInt8(PCMU, 1)
  header.writeUInt16BE(count & 0xffff, 2)
  header.writeUInt32BE((count * PACKET_SAMPLES) >>> 0, 4)
  // Any source number will do: there is one source.
  header.writeUInt32BE(1, 8)
  const start = (count * PACKET_SAMPLES) % second.length
  return Buffer.concat([header, second.subarray(start, start + PACKET_SAMPLES)])
}
