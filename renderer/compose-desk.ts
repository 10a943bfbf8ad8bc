import type { Desktop } from './adapters/desktop/desktop.ts'
import { createDexieRecords } from './adapters/dexie/dexie-records.ts'
import { createCallAudio } from './adapters/media/call-audio.ts'
import { createSipTelephony } from './adapters/sip/sip-telephony.ts'
import { composeServices } from './compose-services.ts'
import type { Language } from './domain/language.ts'
import type { Timing } from './ports/timing.ts'
import type { Problems } from './services/problems.ts'
import type { SignIn } from './services/sign-in.ts'
import { createCallStore } from './state/call-store.ts'
import type { ProblemStore } from './state/problem-store.ts'
import type { ShiftStore } from './state/shift-store.ts'
import { createWorkStore } from './state/work-store.ts'
import type { Desk } from './ui/desk/desk-context.tsx'

export interface ComposeNeeds {
  readonly desktop: Desktop
  readonly problems: Problems
  readonly stores: { readonly shift: ShiftStore; readonly problems: ProblemStore }
  readonly setLanguage: (language: Language) => void
}

export interface Composed {
  readonly desk: Desk
  readonly signIn: SignIn
}

const timing: Timing = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** The second half of the composition root: everything that a shift needs. */
export function composeDesk({ desktop, problems, stores: first, setLanguage }: ComposeNeeds): Composed {
  const stores = { ...first, calls: createCallStore(), work: createWorkStore() }
  const newId = (): string => crypto.randomUUID()
  const audio = createCallAudio()
  const telephony = createSipTelephony({ audio, now: () => timing.now(), newId, random: () => Math.random() })
  const records = createDexieRecords()
  const { attention, keys, practice } = desktop
  const { writeUp, availability, signIn, callDesk } = composeServices({
    ...{ telephony, audio, records, attention, keys, practice, problems, timing, newId, stores },
  })
  // A window that closes says goodbye, so that no customer is left listening to nothing.
  window.addEventListener('pagehide', () => {
    callDesk.stop()
    signIn.stop()
    void telephony.signOut()
  })
  return {
    desk: {
      stores,
      availability,
      callDesk,
      writeUp,
      problems,
      signOut: () => signIn.signOut(),
      setLanguage,
      now: () => timing.now(),
    },
    signIn,
  }
}
