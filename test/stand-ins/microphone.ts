import type { Microphone } from '../../renderer/ports/call-audio.ts'

/** A microphone without sound. */
export function createMicrophoneStandIn(onClose: () => void = () => undefined): Microphone {
  return {
    track: new EventTarget() as MediaStreamTrack,
    onReplaced: () => () => undefined,
    close: onClose,
  }
}
