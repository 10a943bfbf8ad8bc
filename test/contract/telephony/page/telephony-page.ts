import { createAudio } from '../../../../renderer/adapters/media/audio.ts'
import { createSipTelephony } from '../../../../renderer/adapters/sip/sip-telephony.ts'
import type { Problem } from '../../../../renderer/domain/problem.ts'
import type { QueueSetup, QueueState } from '../../../../renderer/domain/queue-state.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import type { AudioDeviceControl } from '../../../../renderer/ports/audio-devices.ts'
import type { CallQueue } from '../../../../renderer/ports/call-queue.ts'
import type { Telephony, TelephonyFact } from '../../../../renderer/ports/telephony.ts'
import { openCallWords } from './call-words-page.ts'
import type { CallWordsPage } from './call-words-page.ts'

/** The telephone adapter as the desk composes it, in a page of its own, driven by the contract. */

declare global {
  interface Window {
    telephony: Telephony
    facts: TelephonyFact[]
    devices: AudioDeviceControl
    /** What was written down of the calls, and who spoke in those that are over. */
    callWords: CallWordsPage
    tellQueue: (setup: QueueSetup, state: QueueState) => Promise<Result<undefined, Problem>>
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
const { audio, devices, speech } = createAudio({ chosen: {}, save: () => undefined, tell: () => undefined })
const { telephony, queueFor, transcriber } = createSipTelephony({
  audio,
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  random: () => Math.random(),
  // A measurement compares the two; otherwise the desk's own choice counts.
  ...(localStorage.getItem('repair') === 'ice-restart' && { repair: 'ice-restart' as const }),
})
window.telephony = telephony
window.devices = devices
window.callWords = openCallWords({ telephony, transcriber, speechWatch: speech })
// One for the whole life of the page, as the desk has it.
const queues = new Map<string, CallQueue>()
window.tellQueue = (setup, state) => {
  const queue = queues.get(setup.kind) ?? queueFor(setup)
  queues.set(setup.kind, queue)
  return queue.tell(state)
}
window.telephony.listen((fact) => window.facts.push(fact))
