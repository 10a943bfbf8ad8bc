import type { Desktop } from './adapters/desktop/desktop.ts'
import { createDexieRecords } from './adapters/dexie/dexie-records.ts'
import { createLineCheck } from './adapters/line-check/line-check.ts'
import { createAudio } from './adapters/media/audio.ts'
import { createSipTelephony } from './adapters/sip/sip-telephony.ts'
import { composeServices } from './compose-services.ts'
import type { Language } from './domain/language.ts'
import type { Setup } from './domain/setup.ts'
import type { Timing } from './ports/timing.ts'
import { createDeviceProblems, createDevices } from './services/devices.ts'
import type { Problems } from './services/problems.ts'
import type { SignIn } from './services/sign-in.ts'
import { createAudioStore } from './state/audio-store.ts'
import { createCallStore } from './state/call-store.ts'
import { createCheckStore } from './state/check-store.ts'
import { createDialStore } from './state/dial-store.ts'
import type { ProblemStore } from './state/problem-store.ts'
import type { ShiftStore } from './state/shift-store.ts'
import { createWorkStore } from './state/work-store.ts'
import type { Desk } from './ui/desk/desk-context.tsx'

export interface ComposeNeeds {
  readonly desktop: Desktop
  readonly setup: Pick<Setup, 'audio' | 'instanceId'>
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
export function composeDesk({
  desktop,
  setup,
  problems,
  stores: first,
  setLanguage,
}: ComposeNeeds): Composed {
  const stores = {
    ...first,
    ...{ calls: createCallStore(), work: createWorkStore(), audio: createAudioStore() },
    ...{ check: createCheckStore(), dial: createDialStore() },
  }
  const newId = (): string => crypto.randomUUID()
  const {
    audio,
    devices: control,
    stop: stopAudio,
  } = createAudio({
    chosen: setup.audio,
    save: (choice) => void desktop.saveAudio(choice),
    tell: createDeviceProblems(problems),
  })
  const devices = createDevices(control, stores.audio)
  const now = (): number => timing.now()
  const { telephony, queueFor } = createSipTelephony({ audio, now, newId, random: () => Math.random() })
  const { attention, keys, practice, computer } = desktop
  const services = composeServices({
    ...{ telephony, queueFor, audio, attention, keys, practice, computer, problems, timing, newId, stores },
    records: createDexieRecords(),
    lineCheck: createLineCheck({ audio, devices: control }),
    instanceId: setup.instanceId,
  })
  // A window that closes says goodbye, so that no customer is left listening to nothing.
  window.addEventListener('pagehide', () => {
    services.stop()
    devices.stop()
    stopAudio()
    void telephony.signOut()
  })
  const { availability, callDesk, check, dialling, queueNews, signIn, transfers, writeUp } = services
  const desk: Desk = {
    ...{ stores, availability, callDesk, check, devices, dialling, problems, queueNews, transfers, writeUp },
    retryLink: () => services.linkWatch.retry(),
    signOut: () => signIn.signOut(),
    setLanguage,
    now,
  }
  return { desk, signIn }
}
