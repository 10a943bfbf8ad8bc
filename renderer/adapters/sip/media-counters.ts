/** What a peer connection has counted since its start, of all that tells how a call is doing. */
export interface MediaCounters {
  /** Which way the packets take; another way counts from zero. */
  readonly pair: string
  readonly packets: number
  readonly lost: number
  /** RTP and RTCP that came over the path, in bytes. */
  readonly bytes: number
  /** Checks of the path (RFC 7675) that we sent, their answers, and those that the other side sent. */
  readonly checks: number
  readonly answers: number
  readonly asked: number
  readonly samples: number
  readonly concealed: number
  /** Seconds of waiting in the jitter buffer, summed over all samples, and how many those were. */
  readonly buffered: number
  readonly bufferedSamples: number
  /** Seconds. */
  readonly jitter: number
  readonly roundTrip: number | undefined
  /** Share, 0 to 1. */
  readonly lostThere: number | undefined
}

type Stat = Readonly<Record<string, unknown>>

const number = (stat: Stat | undefined, name: string): number => optional(stat, name) ?? 0

const optional = (stat: Stat | undefined, name: string): number | undefined => {
  const value = stat?.[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Reads WebRTC's statistics (W3C webrtc-stats); what a browser does not count is zero. */
export function readCounters(report: RTCStatsReport): MediaCounters {
  const stats: Stat[] = []
  report.forEach((stat: Stat) => stats.push(stat))
  const one = (type: string): Stat | undefined => stats.find((stat) => stat['type'] === type)
  const inbound = stats.find((stat) => stat['type'] === 'inbound-rtp' && stat['kind'] === 'audio')
  const there = one('remote-inbound-rtp')
  const transport = one('transport')
  const chosen = transport?.['selectedCandidatePairId']
  const pair = stats.find((stat) => stat['type'] === 'candidate-pair' && stat['id'] === chosen)
  return {
    pair: typeof chosen === 'string' ? chosen : '',
    packets: number(inbound, 'packetsReceived'),
    lost: number(inbound, 'packetsLost'),
    bytes: number(transport, 'bytesReceived'),
    // Chromium counts the checks before the first answer and those after it apart.
    checks: number(pair, 'requestsSent') + number(pair, 'consentRequestsSent'),
    answers: number(pair, 'responsesReceived'),
    asked: number(pair, 'requestsReceived'),
    samples: number(inbound, 'totalSamplesReceived'),
    concealed: number(inbound, 'concealedSamples') - number(inbound, 'silentConcealedSamples'),
    buffered: number(inbound, 'jitterBufferDelay'),
    bufferedSamples: number(inbound, 'jitterBufferEmittedCount'),
    jitter: number(inbound, 'jitter'),
    roundTrip: optional(there, 'roundTripTime') ?? optional(pair, 'currentRoundTripTime'),
    lostThere: optional(there, 'fractionLost'),
  }
}
