import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PracticeOrder } from '../../../renderer/domain/practice.ts'
import { systemClock } from '../../../electron/centre/practice/clock.ts'
import type { CallEvent, PracticeCall } from '../../../electron/centre/practice/call-events.ts'
import { openPracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import type { PracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import type { Recording, Voices } from '../../../electron/centre/practice/voices.ts'
import { origin } from './test-centre.ts'

/** Who says which byte of µ-law, by customer or extension; all are loud enough to be a voice. */
export const voiceOf = {
  ellis: 0x01,
  tremblay: 0x02,
  okafor: 0x03,
  '2001': 0x08,
  '2183': 0x0a,
} as const

const bytes: Readonly<Record<string, number>> = {
  'en-passport': voiceOf.ellis,
  'fr-benefit': voiceOf.tremblay,
  'en-child': voiceOf.okafor,
  'en-specialist': voiceOf['2001'],
  'both-announcement': voiceOf['2183'],
}

const names = readFileSync(
  join(import.meta.dirname, '../../../electron/centre/practice/voices/lines.tsv'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => line.split('\t', 1).join())

/** Everybody has one byte, and goes on for a minute. */
const minutes: Voices = new Map(
  names.map((name): [string, Recording] => {
    const byte = bytes[name.replace(/-[^-]+$/, '')] ?? 0x0f
    return [name, { sound: new Uint8Array(480_000).fill(byte), milliseconds: 60_000, text: '' }]
  }),
)

export interface TalkingCentre extends PracticeCentre {
  readonly events: (CallEvent & PracticeCall)[]
  /** Frames of each byte that somebody with a script has heard since the last look. */
  heardBy(name: string): Map<number, number>
}

/** A centre in real time, in which everybody's sound can be told apart; unless told, nobody calls for an hour. */
export async function openTalkingCentre(
  order: Partial<PracticeOrder> = {},
  voices: Voices = minutes,
): Promise<TalkingCentre> {
  const events: (CallEvent & PracticeCall)[] = []
  const heard = new Map<string, Map<number, number>>()
  const opened = await openPracticeCentre(
    { port: 0, origin, seed: 7, pauseSeconds: [3600, 3600], ...order },
    {
      clock: systemClock,
      newId: () => randomBytes(16).toString('hex'),
      voices,
      log: () => undefined,
      onCallEvent: (call, event) => events.push({ ...call, ...event }),
      onSound: (hearer, sound) => {
        const bytes = heard.get(hearer) ?? new Map<number, number>()
        bytes.set(sound[0] ?? 0xff, (bytes.get(sound[0] ?? 0xff) ?? 0) + 1)
        heard.set(hearer, bytes)
      },
    },
  )
  if (!opened.ok) throw new Error(opened.problem)
  return {
    ...opened.value,
    events,
    heardBy(name) {
      const bytes = heard.get(name) ?? new Map<number, number>()
      heard.delete(name)
      return bytes
    },
  }
}
