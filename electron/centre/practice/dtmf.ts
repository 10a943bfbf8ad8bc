/** RFC 4733 §3.2: the keys by their event codes. */
const keys = '0123456789*#ABCD'

/** The end bit of an event (RFC 4733 §2.3). */
const endBit = 0x80

/**
 * Reads telephone events: answers the key when one has been let go. The last packet of an event comes three times
 * (RFC 4733 §2.5.1.4) with the timestamp of the event, so each timestamp counts once.
 */
export function createDtmfReader(): (payload: Uint8Array, timestamp: number) => string | undefined {
  let lastTimestamp: number | undefined
  return (payload, timestamp) => {
    const [event = keys.length, flags = 0] = payload
    if ((flags & endBit) === 0 || timestamp === lastTimestamp) return undefined
    lastTimestamp = timestamp
    return keys[event]
  }
}

/** The key in the body of an INFO of type application/dtmf-relay, as many desks send it: `Signal=5`. */
export const keyOfInfo = (body: string): string | undefined =>
  /^Signal\s*=\s*([0-9*#A-D])\s*$/im.exec(body)?.[1]?.toUpperCase()
