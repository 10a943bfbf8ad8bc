import { RtpHeader, RtpPacket } from 'werift'
import type { Clock } from './clock.ts'
import { createDtmfReader } from './dtmf.ts'
import { frameBytes, samplesPerMillisecond } from './g711.ts'
import { MediaConnection, payloadTypes } from './media-connection.ts'
import {
  answerTo,
  directionFor,
  directionOf,
  fingerprintOf,
  holds,
  isAboutSound,
  withDirection,
  withVersion,
} from './sdp.ts'

/** What a call's sound reports. */
export interface MediaEvents {
  /** Sound can flow both ways, for the first time. */
  onConnected(): void
  /** µ-law from the agent. */
  onSound(sound: Uint8Array): void
  onKey(key: string): void
  /** The agent's side still lives: a packet or a check of the path came in. */
  onSignOfLife(): void
}

/** A pause longer than this is a silence between two talkspurts (RFC 3551 §4.1). */
const talkspurtGapMilliseconds = 200

/**
 * One call's WebRTC leg: G.711 µ-law, so that nothing has to be encoded. The connection beneath may be exchanged in
 * mid-call, when the agent's desk comes back with a fresh one of its own.
 */
export class CallMedia {
  readonly #events: MediaEvents
  readonly #clock: Clock
  readonly #readKey = createDtmfReader()
  #connection: MediaConnection
  /** Answers the desk's newest offer and takes over as soon as it is connected. */
  #fresh: MediaConnection | undefined
  #theirFingerprint: string | undefined
  #isConnected = false
  #theyHold = false
  #version = 0
  #sequence: number
  #timestamp: number
  #sentAt = -Infinity

  /** @param random for the first sequence number and timestamp, which must not be guessable in public (RFC 3550 §5.1) */
  constructor(events: MediaEvents, clock: Clock, random: () => number) {
    this.#events = events
    this.#clock = clock
    this.#sequence = Math.floor(random() * 0x8000)
    this.#timestamp = Math.floor(random() * 0x8000_0000)
    this.#connection = this.#connect()
  }

  /** The agent's side holds: it wants no sound at all. */
  get isHeld(): boolean {
    return this.#theyHold
  }

  /** Our SDP for an INVITE. */
  async offer(): Promise<string> {
    return this.#stamped(await this.#connection.offer())
  }

  /** The agent's SDP from the 200 to our INVITE. Rejects when it makes no sense. */
  async takeAnswer(sdp: string): Promise<void> {
    if (!isAboutSound(sdp)) throw new TypeError('an answer without sound')
    this.#theirFingerprint = fingerprintOf(sdp)
    this.#theyHold = holds(sdp)
    await this.#connection.takeAnswer(sdp)
  }

  /** Our SDP in answer to the agent's INVITE or re-INVITE. Rejects when the offer makes no sense. */
  async answer(sdp: string, weHold = false): Promise<string> {
    if (!isAboutSound(sdp)) throw new TypeError('an offer without sound')
    const theirs = fingerprintOf(sdp)
    const comesAfresh = this.#theirFingerprint !== undefined && this.#theirFingerprint !== theirs
    const connection = comesAfresh ? this.#connect() : (this.#fresh ?? this.#connection)
    const answer = await connection.answer(sdp).catch(async (error: unknown) => {
      if (comesAfresh) await connection.close()
      throw error
    })
    if (comesAfresh) {
      await this.#fresh?.close()
      this.#fresh = connection
    }
    this.#theirFingerprint = theirs
    this.#theyHold = holds(sdp)
    return this.#stamped(withDirection(answer, answerTo(directionOf(sdp), weHold)))
  }

  /** Our SDP for a re-INVITE that holds the agent, or comes back to them: the same connection, another direction. */
  reoffer(weHold: boolean): string {
    const { localSdp } = this.#fresh ?? this.#connection
    // RFC 8842 §5.5: an offer leaves open who opens the connection, even where it is open already.
    const offer = localSdp.replace(/^a=setup:\S+/m, 'a=setup:actpass')
    return this.#stamped(withDirection(offer, directionFor(weHold, this.#theyHold)))
  }

  /** The agent's SDP in answer to our re-INVITE. */
  takeReanswer(sdp: string): void {
    this.#theyHold = holds(sdp)
  }

  /** Sends 20 ms of µ-law, or what another desk has sent. */
  send(frame: Uint8Array): void {
    const now = this.#clock.now()
    const silence = now - this.#sentAt
    const isFirst = silence > talkspurtGapMilliseconds
    const skipped =
      isFirst && Number.isFinite(silence) ? Math.floor(silence * samplesPerMillisecond) : frameBytes
    this.#sentAt = now
    this.#sequence = (this.#sequence + 1) % 0x1_0000
    this.#timestamp = (this.#timestamp + skipped) % 0x1_0000_0000
    const header = new RtpHeader({
      payloadType: payloadTypes.pcmu,
      sequenceNumber: this.#sequence,
      timestamp: this.#timestamp,
      marker: isFirst,
    })
    this.#connection.send(new RtpPacket(header, Buffer.from(frame)))
  }

  async close(): Promise<void> {
    await Promise.all([this.#connection.close(), this.#fresh?.close()])
  }

  #connect(): MediaConnection {
    const connection: MediaConnection = new MediaConnection({
      onConnected: () => this.#connected(connection),
      onRtp: ({ header, payload }) => {
        this.#events.onSignOfLife()
        if (header.payloadType === payloadTypes.pcmu) this.#events.onSound(payload)
        if (header.payloadType !== payloadTypes.telephoneEvent) return
        const key = this.#readKey(payload, header.timestamp)
        if (key !== undefined) this.#events.onKey(key)
      },
      onCheck: () => this.#events.onSignOfLife(),
    })
    return connection
  }

  #connected(connection: MediaConnection): void {
    if (connection === this.#fresh) {
      // A path that is gone does not matter any more, whether it closes in order or not.
      this.#connection.close().catch(() => undefined)
      this.#connection = connection
      this.#fresh = undefined
    }
    if (this.#isConnected) return
    this.#isConnected = true
    this.#events.onConnected()
  }

  #stamped(sdp: string): string {
    this.#version += 1
    return withVersion(sdp, this.#version)
  }
}
