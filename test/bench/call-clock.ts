/** What one call took, in epoch milliseconds of this machine's one clock. */
export interface CallTimes {
  sentAt: number | undefined
  ringPaintedAt: number | undefined
  clickedAt: number | undefined
  firstSoundAt: number | undefined
}

declare global {
  interface Window {
    callTimes: CallTimes
  }
}

/**
 * Runs in the page before its own scripts, and is sent there as text: everything it uses is inside. It looks on from
 * outside: at the bytes of the socket, at what is in the document, and at what the peer connection gives to play.
 */
export function watchCalls(): void {
  const now = (): number => performance.timeOrigin + performance.now()
  const fresh = (): CallTimes => ({
    sentAt: undefined,
    ringPaintedAt: undefined,
    clickedAt: undefined,
    firstSoundAt: undefined,
  })
  window.callTimes = fresh()

  const OwnSocket = window.WebSocket
  window.WebSocket = class extends OwnSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }) => {
        const sent = typeof data === 'string' && data.startsWith('INVITE') && /^X-Sent-At: (.+)$/m.exec(data)
        if (sent) window.callTimes = { ...fresh(), sentAt: Number(sent[1]) }
      })
    }
  }

  // The frame in which the offer stands has been handed to the screen when the task after it runs.
  new MutationObserver(() => {
    if (window.callTimes.ringPaintedAt !== undefined || !document.querySelector('.offer')) return
    window.callTimes.ringPaintedAt = Infinity
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => (window.callTimes.ringPaintedAt = now())
      port2.postMessage(undefined)
    })
  }).observe(document, { childList: true, subtree: true })

  window.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('.answer')) window.callTimes.clickedAt ??= now()
    },
    { capture: true },
  )

  // One ear for all calls: opening a sound device is slow, and the desk has its own open already.
  const ear = new AudioContext({ latencyHint: 'interactive' })
  const OwnConnection = window.RTCPeerConnection
  window.RTCPeerConnection = class extends OwnConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      this.addEventListener('track', ({ track }) => {
        const analyser = new AnalyserNode(ear, { fftSize: 256 })
        const source = ear.createMediaStreamSource(new MediaStream([track]))
        source.connect(analyser)
        const samples = new Float32Array(analyser.fftSize)
        const listen = (): void => {
          analyser.getFloatTimeDomainData(samples)
          if (samples.some((sample) => Math.abs(sample) > 0.003)) {
            window.callTimes.firstSoundAt ??= now()
            source.disconnect()
          } else if (track.readyState === 'live') setTimeout(listen, 2)
        }
        listen()
      })
    }
  }
}
