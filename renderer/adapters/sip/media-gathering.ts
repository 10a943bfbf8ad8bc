/**
 * Milliseconds to wait for ICE candidates (RFC 8445). All host candidates are there within a few; a STUN or TURN server
 * that does not answer must not hold the customer up.
 */
const gatheringLimit = 1_000

/**
 * Milliseconds in which the host candidates of all interfaces follow the first. Without STUN and TURN servers there are no
 * others, and Chromium says that it has gathered all of them some 100 ms later, which the customer would hear as silence.
 */
const hostCandidates = 15

/** Resolves when the local description holds the candidates that are worth waiting for. */
export function gathered(peer: RTCPeerConnection): Promise<void> {
  const onlyHosts = (peer.getConfiguration().iceServers ?? []).length === 0
  return new Promise((resolve) => {
    const timers: ReturnType<typeof setTimeout>[] = []
    const finish = (): void => {
      timers.forEach((timer) => clearTimeout(timer))
      peer.removeEventListener('icegatheringstatechange', look)
      peer.removeEventListener('icecandidate', host)
      resolve()
    }
    const look = (): void => {
      if (peer.iceGatheringState === 'complete') finish()
    }
    const host = ({ candidate }: RTCPeerConnectionIceEvent): void => {
      if (candidate && onlyHosts) timers.push(setTimeout(finish, hostCandidates))
    }
    timers.push(setTimeout(finish, gatheringLimit))
    peer.addEventListener('icegatheringstatechange', look)
    peer.addEventListener('icecandidate', host)
    look()
  })
}
