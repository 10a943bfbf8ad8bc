import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/** What getUserMedia's errors mean to an agent (Media Capture and Streams §10.3.2). */
export function microphoneProblem(error: unknown): Problem {
  switch (error instanceof DOMException ? error.name : '') {
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

const constraints: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
}

/** Milliseconds that the system may take, its own question to the agent included. */
const patience = 20_000

/** A system that never answers must not hold a customer's call: after a while the microphone counts as busy. */
export function openMicrophone(): Promise<Result<MediaStream, Problem>> {
  return new Promise((resolve) => {
    let late = false
    const limit = setTimeout(() => {
      late = true
      resolve(failed(problem('microphone-busy')))
    }, patience)
    const settle = (result: Result<MediaStream, Problem>): void => {
      clearTimeout(limit)
      if (late && result.ok) result.value.getTracks().forEach((track) => track.stop())
      resolve(result)
    }
    navigator.mediaDevices.getUserMedia(constraints).then(
      (stream) => settle(ok(stream)),
      (error: unknown) => settle(failed(microphoneProblem(error))),
    )
  })
}
