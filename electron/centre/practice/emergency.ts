import { isEmergencyNumber } from '../../../renderer/domain/emergency-number.ts'
import { replyTo } from './sip-text.ts'
import type { RequestHead } from './sip-text.ts'

/** What the agent reads, word for word. */
const reason = 'Emergency calls are never possible from practice'

/** Calls, and messages, since some emergency services can be written to. */
const methods: readonly string[] = ['INVITE', 'MESSAGE']

/**
 * Whether somebody tries to reach an emergency service: the dialled address, or the one in To, says so; or to hand a
 * customer over to one.
 */
export function callsEmergency(request: RequestHead): boolean {
  if (request.method === 'REFER')
    return request.fields.get('refer-to')?.some((field) => isEmergencyNumber(addressIn(field))) === true
  if (!methods.includes(request.method)) return false
  const [to = ''] = request.fields.get('to') ?? []
  return isEmergencyNumber(request.target) || isEmergencyNumber(addressIn(to))
}

/** The refusal, with `X-Refused: emergency` so that a desk can show it louder than another 403. */
export const emergencyRefusal = (request: RequestHead, tag: string): string | undefined =>
  replyTo(request, { status: 403, reason, headers: ['X-Refused: emergency'], tag })

/** `"Name" <sip:911@host>;tag=1` → `sip:911@host`. */
function addressIn(to: string): string {
  const start = to.indexOf('<')
  if (start < 0) return to.split(';', 1)[0] ?? ''
  return to.slice(start + 1).split('>', 1)[0] ?? ''
}
