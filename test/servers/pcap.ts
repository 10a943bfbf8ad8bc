/** One UDP datagram of a capture. */
export type Captured = {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly fromPort: number
  readonly payload: Buffer
}

/** Of the whole file, and of every packet (pcap-savefile(5)); rtpengine writes it in this machine's byte order. */
const FILE_HEADER = 24
const PACKET_HEADER = 16
const UDP_HEADER = 8
const UDP = 17

/**
 * The datagrams in a capture of raw IPv4 packets, as rtpengine writes it (`--recording-format=raw`). A file that is still
 * being written ends in the middle of a packet: that one is left out.
 */
export function readPcap(file: Buffer): Captured[] {
  const captured: Captured[] = []
  let at = FILE_HEADER
  while (at + PACKET_HEADER <= file.length) {
    const begin = at + PACKET_HEADER
    const end = begin + file.readUInt32LE(at + 8)
    if (end > file.length) break
    const time = file.readUInt32LE(at) * 1000 + file.readUInt32LE(at + 4) / 1000
    const datagram = readUdp(file.subarray(begin, end))
    if (datagram !== undefined) captured.push({ at: time, ...datagram })
    at = end
  }
  return captured
}

/** RFC 791, RFC 768. */
function readUdp(packet: Buffer): Omit<Captured, 'at'> | undefined {
  if (packet.length < 20 || packet.readUInt8(0) >> 4 !== 4 || packet.readUInt8(9) !== UDP) return undefined
  const start = (packet.readUInt8(0) & 0x0f) * 4
  if (packet.length < start + UDP_HEADER) return undefined
  return { fromPort: packet.readUInt16BE(start), payload: packet.subarray(start + UDP_HEADER) }
}
