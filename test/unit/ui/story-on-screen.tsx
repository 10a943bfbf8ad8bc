import { screen, within } from '@testing-library/react'

import type { Contact } from '../../../renderer/domain/contact.ts'
import { asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import type { Utterance } from '../../../renderer/domain/story/utterance.ts'
import { makeContact, makeInteraction, shiftStart } from '../../make.ts'
import { must } from '../adapters/stored-cases.ts'
import { openDesk, talking } from './desk-on-screen.tsx'
import './feed-room.ts'

/** Milliseconds. */
export const hour = 3600_000

/** Of nobody whom the practice centre knows by itself. */
const number = '+15145550199'

export const amelie = makeContact({ needs: ['large-print'], numbers: [number] })

/** One of hers, so many hours before the shift. */
export const callBefore = (hours: number, more: Partial<Interaction> = {}): Interaction => {
  const offeredAt = shiftStart - hours * hour
  return makeInteraction({
    ...{ id: asInteractionId(`call-${hours}`), offeredAt, rangAt: offeredAt, answeredAt: offeredAt + 4000 },
    ...{ endedAt: offeredAt + 64_000, finishedAt: offeredAt + 70_000, note: `Call ${hours} hours before` },
    ...more,
  })
}

export const spoke = (
  hours: number,
  nth: number,
  text: string,
  side: Utterance['side'] = 'customer',
): Utterance => ({
  ...{ id: String(nth), interaction: asInteractionId(`call-${hours}`), side, text, language: 'en' },
  at: shiftStart - hours * hour + nth * 5000,
})

export interface KeptStory {
  readonly language?: Language
  readonly contact?: Contact
  readonly interactions: readonly Interaction[]
  readonly utterances?: readonly Utterance[]
}

/** A desk that keeps a story, and a call from whom it is. */
export async function openStory({
  language = 'en',
  contact = amelie,
  interactions,
  utterances = [],
}: KeptStory) {
  const desk = await openDesk(language)
  const { records, storyStore } = desk.desk
  await must(records.saveContact(contact))
  for (const one of interactions) await must(records.saveInteraction(one))
  if (utterances.length > 0) await must(storyStore.saveUtterances(utterances))
  desk.tell(...talking('call-1', contact.name, number))
  const feed = await screen.findByRole('feed')
  await within(feed).findAllByRole('article')
  return { ...desk, feed, lines: () => within(feed).getAllByRole('article') }
}
