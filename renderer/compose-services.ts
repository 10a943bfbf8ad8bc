import type { CallAudio } from './ports/call-audio.ts'
import type { Attention, DataKeys, PracticeCentre } from './ports/desktop.ts'
import type { Records } from './ports/records.ts'
import type { Telephony } from './ports/telephony.ts'
import type { Timing } from './ports/timing.ts'
import { createAvailability } from './services/availability.ts'
import { createCallDesk } from './services/call-desk.ts'
import type { Problems } from './services/problems.ts'
import { createRecall } from './services/recall.ts'
import { createSignIn } from './services/sign-in.ts'
import { createWriteUp } from './services/write-up.ts'
import type { CallStore } from './state/call-store.ts'
import type { ShiftStore } from './state/shift-store.ts'
import type { WorkStore } from './state/work-store.ts'

export interface ServiceNeeds {
  readonly telephony: Telephony
  readonly audio: Pick<CallAudio, 'openMicrophone' | 'ring'>
  readonly records: Records
  readonly attention: Attention
  readonly keys: DataKeys
  readonly practice: PracticeCentre
  readonly problems: Problems
  readonly timing: Timing
  readonly newId: () => string
  readonly stores: { readonly shift: ShiftStore; readonly calls: CallStore; readonly work: WorkStore }
}

/** The use cases of a shift, wired to each other; the ports may be real or a test's. */
export function composeServices(needs: ServiceNeeds) {
  const { telephony, audio, records, problems, timing, stores } = needs
  const { shift, calls, work } = stores
  const recall = createRecall({ records, work, problems })
  const writeUp = createWriteUp({ records, recall, work, problems, timing, newId: needs.newId })
  const availability = createAvailability({ audio, shift, problems, timing })
  const signIn = createSignIn({
    ...{ telephony, records, recall, writeUp, availability, problems, timing, shift, calls },
    practice: needs.practice,
    keys: needs.keys,
  })
  const callDesk = createCallDesk({
    ...{ telephony, audio, availability, writeUp, problems, timing, stores },
    attention: needs.attention,
  })
  return { writeUp, availability, signIn, callDesk }
}
