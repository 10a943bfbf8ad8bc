import { expect } from 'vitest'
import type { Voices } from '../../../electron/centre/practice/voices.ts'
import type { PracticeOrder } from '../../../renderer/domain/practice.ts'
import type { DeskDialog } from './desk-dialog.ts'
import { startStunResponder } from './stun-responder.ts'
import { openTalkingCentre, voiceOf } from './talking-centre.ts'
import type { TalkingCentre } from './talking-centre.ts'
import { openTalkingDesk } from './talking-desk.ts'
import type { TalkingDesk } from './talking-desk.ts'
import { origin } from './test-centre.ts'

/** A centre with two agents, whose desks are signed in, and in which everybody can be told by their sound. */
export interface TalkingFloor {
  readonly centre: TalkingCentre
  readonly ada: TalkingDesk
  readonly ben: TalkingDesk
  /** A third of a second of that voice reaches the desk. */
  hears(dialog: DeskDialog, voice: number): Promise<void>
  /** A third of a second of that voice reaches somebody with a script. */
  isHeard(name: string, voice: number): Promise<void>
  /** For 0.4 s nothing at all reaches the desk. */
  hearsNothing(dialog: DeskDialog): Promise<void>
  /** A call between these two is over. */
  ended(from: string, to: string): Promise<void>
  /** Margaret Ellis and Ada hear each other. */
  ellisTalking(): Promise<DeskDialog>
  close(): Promise<void>
}

const everything = { queues: ['Passports', 'Prestations'], languages: ['en', 'fr'] } as const

export const voices = { ...voiceOf, ada: 0x11, ben: 0x12 } as const
/** In packets of 20 ms. */
const enough = 15

export const sip = (user: string): string => `sip:${user}@practice.invalid`

export async function openTalkingFloor(
  order: Partial<PracticeOrder> = {},
  lines?: Voices,
): Promise<TalkingFloor> {
  const stun = await startStunResponder()
  const centre = await openTalkingCentre(
    {
      agents: [
        { user: 'ada', ...everything },
        { user: 'ben', ...everything },
      ],
      ...order,
    },
    lines,
  )
  const [ada, ben] = await Promise.all(
    [voices.ada, voices.ben].map(async (voice, index) => {
      const { address } = centre
      const account = address.accounts[index]
      if (!account) throw new Error('an agent too few')
      const desk = await openTalkingDesk({ address, account, origin, stun: stun.url, voice })
      await desk.signIn()
      return desk
    }),
  )
  if (!ada || !ben) throw new Error('a desk too few')

  async function arrives(look: () => Map<number, number>, voice: number): Promise<void> {
    look()
    let frames = 0
    const count = () => (frames += look().get(voice) ?? 0)
    await expect.poll(count, { timeout: 8000, interval: 50 }).toBeGreaterThan(enough)
  }
  const floor: TalkingFloor = {
    centre,
    ada,
    ben,
    hears: (dialog, voice) => arrives(() => dialog.heard(), voice),
    isHeard: (name, voice) => arrives(() => centre.heardBy(name), voice),
    async hearsNothing(dialog) {
      // What is still on its way.
      await new Promise((resolve) => setTimeout(resolve, 100))
      dialog.heard()
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect([...dialog.heard().keys()]).toEqual([])
    },
    async ended(from, to) {
      const isOver = () =>
        centre.events.some((event) => event.kind === 'ended' && event.from === from && event.to === to)
      await expect.poll(isOver, { timeout: 5000 }).toBe(true)
    },
    async ellisTalking() {
      centre.placeCall('ellis', 'ada')
      const dialog = await ada.answer()
      await floor.hears(dialog, voices.ellis)
      await floor.isHeard('ellis', voices.ada)
      return dialog
    },
    async close() {
      await centre.close()
      await Promise.all([ada.close(), ben.close()])
      stun.stop()
    },
  }
  return floor
}
