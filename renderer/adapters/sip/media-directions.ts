/** Who has put whom on hold. */
export interface Holds {
  /** The agent holds the customer. */
  readonly ours: boolean
  /** The other side holds the agent. */
  readonly theirs: boolean
}

/**
 * What we offer (RFC 3264 §8.4). Taking a call off hold, both ways are offered whatever the other side said before: if it
 * still holds us, its answer says so, and if its own offer was lost on the way, nobody is left in silence.
 */
export const offeredDirection = ({ ours, theirs }: Holds): RTCRtpTransceiverDirection =>
  !ours ? 'sendrecv' : theirs ? 'inactive' : 'sendonly'

/** What we are ready for in an answer; the browser takes away what the offer does not allow. */
export const answeredDirection = ({ ours }: Holds): RTCRtpTransceiverDirection =>
  ours ? 'sendonly' : 'sendrecv'

/** The direction of the first audio stream in a description (RFC 4566 §6: a session's own counts where a stream has none). */
export function directionIn(sdp: string): RTCRtpTransceiverDirection {
  const [session = '', ...streams] = sdp.split(/^(?=m=)/m)
  const audio = streams.find((stream) => stream.startsWith('m=audio')) ?? ''
  return stated(audio) ?? stated(session) ?? 'sendrecv'
}

const stated = (part: string): RTCRtpTransceiverDirection | undefined =>
  /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(part)?.[1] as RTCRtpTransceiverDirection | undefined

/** Old telephones say hold with an address of zeros (RFC 3264 §8.4). */
const nowhere = /^c=IN IP4 0\.0\.0\.0\s*$/m

/**
 * A description of theirs that puts us on hold: they send, or nothing flows. Browsers write the address of zeros when
 * they know no candidate yet, together with ICE's own attributes, and mean nothing by it.
 */
export function saysHold(sdp: string): boolean {
  const direction = directionIn(sdp)
  return (
    direction === 'sendonly' || direction === 'inactive' || (nowhere.test(sdp) && !/^a=ice-ufrag:/m.test(sdp))
  )
}
