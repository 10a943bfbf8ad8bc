import {
  BellOff,
  Phone,
  PhoneForwarded,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  PhoneOutgoing,
  Unplug,
} from 'lucide-react'

import type { CallOutcome } from '../../../domain/call-history.ts'
import type { Direction } from '../../../domain/call.ts'

/** Each stands beside its words. */
export const outcomeIcons = {
  talked: Phone,
  missed: PhoneMissed,
  refused: PhoneOff,
  'never-rang': BellOff,
  'answered-elsewhere': PhoneForwarded,
  'no-answer': BellOff,
  busy: PhoneOff,
  declined: PhoneOff,
  'not-reached': Unplug,
  'given-up': PhoneOff,
  failed: Unplug,
} as const satisfies Record<CallOutcome, unknown>

export const directionIcons = {
  incoming: PhoneIncoming,
  outgoing: PhoneOutgoing,
} as const satisfies Record<Direction, unknown>
