import { expect, vi } from 'vitest'

import { asCallId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { pageInHand } from '../../../renderer/state/work-store.ts'
import { shiftStart } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'

/** What the stories of a shift have in common: one call, its times, and a look at the desk. */

export const call = asCallId('call-1')

/** Where and when: so many seconds into the shift. */
export const at = (seconds: number, id = call) => ({ call: id, at: shiftStart + seconds * 1000 })

/** Until it is so: what the desk does with its store takes as long as it takes. */
export const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 5_000, interval: 5 })

export const agent = (desk: DeskStandIn) => desk.stores.shift.getState().agent
export const inHand = (desk: DeskStandIn) => pageInHand(desk.stores.work.getState())
/** The page that is shown. */
export const page = (desk: DeskStandIn) => inHand(desk)?.interaction.id ?? asInteractionId('no page')

/** A desk on this disk, signed in to practice and available. */
export async function available(disk: number): Promise<DeskStandIn> {
  const desk = createDesk({ disk })
  await desk.signIn.signIn({ kind: 'practice' })
  await desk.availability.becomeAvailable()
  expect(agent(desk).kind).toBe('available')
  return desk
}
