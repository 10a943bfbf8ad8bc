import { createAudio } from '../../../../renderer/adapters/media/audio.ts'
import type { DeskAudio } from '../../../../renderer/adapters/media/audio.ts'
import { createLineCheck } from '../../../../renderer/adapters/line-check/line-check.ts'
import type { AudioChoice } from '../../../../renderer/domain/audio-devices.ts'
import type { AudioFact } from '../../../../renderer/ports/audio-devices.ts'
import type { LineCheck } from '../../../../renderer/ports/line-check.ts'
import { sendTone, talkTo } from './far-end.ts'
import type { FarEnd } from './far-end.ts'

/** The sound of the desk as it is composed, in a page of its own, with a far end that listens and speaks. */

declare global {
  interface Window {
    desk: DeskAudio
    lineCheck: LineCheck
    audioFacts: AudioFact[]
    saved: AudioChoice[]
    farEnd: { sendTone: typeof sendTone; talkTo: typeof talkTo }
    heardByCustomer: FarEnd
    /** Tracks, sockets and peer connections that have been opened and not been closed. */
    leftOpen: () => readonly string[]
  }
}

const opened: { readonly what: string; readonly isOpen: () => boolean }[] = []

const OwnSocket = window.WebSocket
window.WebSocket = class extends OwnSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols)
    opened.push({ what: 'socket', isOpen: () => this.readyState < OwnSocket.CLOSING })
  }
}
const OwnPeer = window.RTCPeerConnection
window.RTCPeerConnection = class extends OwnPeer {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    opened.push({ what: 'peer connection', isOpen: () => this.connectionState !== 'closed' })
  }
}
const media = navigator.mediaDevices
const getUserMedia = media.getUserMedia.bind(media)
media.getUserMedia = async (constraints) => {
  const stream = await getUserMedia(constraints)
  for (const track of stream.getTracks())
    opened.push({ what: 'track', isOpen: () => track.readyState === 'live' })
  return stream
}

window.leftOpen = () => opened.filter(({ isOpen }) => isOpen()).map(({ what }) => what)
window.audioFacts = []
window.saved = []
window.desk = createAudio({
  chosen: {},
  save: (choice) => window.saved.push(choice),
  tell: (fact) => window.audioFacts.push(fact),
})
window.lineCheck = createLineCheck(window.desk)
window.farEnd = { sendTone, talkTo }
