import { found, microphoneFinding } from './found.ts'
import type { Found } from './found.ts'
import type { LineCheckNeeds } from './line-check-needs.ts'

/** Whether the desk may hear the agent at all. Opening the microphone is what makes the system ask. */
export async function checkPermission({ audio }: LineCheckNeeds): Promise<Found> {
  if ((await permission()) === 'denied') return found('permission-refused')
  const opened = await audio.openMicrophone()
  if (opened.ok) opened.value.close()
  const finding = opened.ok ? 'good' : microphoneFinding(opened.problem)
  // One that is busy is allowed; whether it works is the next step's matter.
  if (finding === 'microphone-busy') return found('good')
  // Nobody is asked about a microphone that is not there.
  if (finding === 'microphone-missing' && (await permission()) === 'granted') return found('good')
  return found(finding)
}

/** Unknown where the browser does not tell. */
async function permission(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state
  } catch {
    return undefined
  }
}
