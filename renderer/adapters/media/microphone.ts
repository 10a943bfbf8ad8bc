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

export async function openMicrophone(): Promise<Result<MediaStream, Problem>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia(constraints))
  } catch (error) {
    return failed(microphoneProblem(error))
  }
}
