import type { AudioDevice } from '../../domain/audio-devices.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/** What getUserMedia's errors mean to an agent (Media Capture and Streams §10.3.2). */
export function microphoneProblem(error: unknown): Problem {
  // An OverconstrainedError is not a DOMException.
  switch (error instanceof Object && 'name' in error ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return problem('microphone-missing')
    case 'NotReadableError':
    case 'AbortError':
      return problem('microphone-busy')
    default:
      return problem('microphone-refused')
  }
}

/** Milliseconds that the system may take, its own question to the agent included. */
const patience = 20_000

type Opened = Result<MediaStreamTrack, Problem>

/** A system that never answers must not hold a customer's call: after a while the microphone counts as busy. */
export function openDevice(device: AudioDevice | undefined): Promise<Opened> {
  const audio: MediaTrackConstraints = {
    ...{ echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
    ...(device && { deviceId: { exact: device.id } }),
  }
  return new Promise((resolve) => {
    let late = false
    const limit = setTimeout(() => {
      late = true
      resolve(failed(problem('microphone-busy')))
    }, patience)
    const take = (stream: MediaStream): void => {
      clearTimeout(limit)
      const [track] = stream.getAudioTracks()
      if (late) track?.stop()
      resolve(track ? ok(track) : failed(problem('microphone-missing')))
    }
    navigator.mediaDevices.getUserMedia({ audio }).then(take, (error: unknown) => {
      clearTimeout(limit)
      resolve(failed(microphoneProblem(error)))
    })
  })
}
