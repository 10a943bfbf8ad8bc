import type { TelephonyFact } from '../../../renderer/ports/telephony.ts'
import { openDeskLine } from './desk-line.ts'
import type { Line, LineOrder } from './line.ts'
import { openPlainLine } from './plain-line.ts'
import { openSessionManagerLine } from './session-manager-line.ts'
import { listenFor } from './beep-ear.ts'
import type { BeepEar } from './beep-ear.ts'
import { speakInstead } from './voice.ts'

/** A page with one client and one call, so that what happens to a client's page happens to no other. */

declare global {
  interface Window {
    /** Registers and calls; resolves when the other side has answered. */
    openLine: (order: LineOrder) => Promise<void>
    line: Line
    ear: BeepEar
    /** What the desk's telephone has told. */
    told: TelephonyFact[]
  }
}

/** Hertz: what the other side says all the time. */
const tone = 880

const player = new Audio()
// Chromium decodes a remote stream only for somebody who plays it.
player.muted = true
let playing: MediaStream | undefined

function play(stream: MediaStream): () => void {
  playing = stream
  player.srcObject = stream
  void player.play()
  return () => {
    if (playing !== stream) return
    playing = undefined
    player.srcObject = null
  }
}

speakInstead()
window.told = []
window.ear = listenFor(tone, () => playing)
const tell = (fact: TelephonyFact): void => {
  if (fact.kind !== 'quality-measured') window.told.push(fact)
}
window.openLine = async (order) => {
  window.line =
    order.client === 'desk'
      ? await openDeskLine(order, play, tell)
      : order.client === 'plain'
        ? await openPlainLine(order, play)
        : await openSessionManagerLine(order, play)
  await window.line.call()
}
