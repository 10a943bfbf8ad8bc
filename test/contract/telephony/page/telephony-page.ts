import { createAudio } from '../../../../renderer/adapters/media/audio.ts'
import { createSipTelephony } from '../../../../renderer/adapters/sip/sip-telephony.ts'
import type { Telephony, TelephonyFact } from '../../../../renderer/ports/telephony.ts'

/** The telephone adapter as the desk composes it, in a page of its own, driven by the contract. */

declare global {
  interface Window {
    telephony: Telephony
    facts: TelephonyFact[]
    /** What a home link does: every socket is gone from one moment to the next. */
    dropLink: () => void
  }
}

const sockets = new Set<WebSocket>()
const OwnSocket = window.WebSocket
window.WebSocket = class extends OwnSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols)
    sockets.add(this)
    this.addEventListener('close', () => sockets.delete(this))
  }
}

window.dropLink = () => sockets.forEach((socket) => socket.close(4000))
window.facts = []
const { audio } = createAudio({ chosen: {}, save: () => undefined, tell: () => undefined })
const { telephony } = createSipTelephony({
  audio,
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  random: () => Math.random(),
  // A measurement compares the two; otherwise the desk's own choice counts.
  ...(localStorage.getItem('repair') === 'ice-restart' && { repair: 'ice-restart' as const }),
})
window.telephony = telephony
window.telephony.listen((fact) => window.facts.push(fact))
