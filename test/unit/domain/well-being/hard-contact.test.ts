import { expect, it } from 'vitest'

import { asInteractionId } from '../../../../renderer/domain/ids.ts'
import type { InteractionMood } from '../../../../renderer/domain/moods/interaction-mood.ts'
import { hardBecause } from '../../../../renderer/domain/well-being/hard-contact.ts'

const quote = { said: 'u-1', text: 'useless', mood: 'negative' } as const
const mood = (change: Partial<InteractionMood>): InteractionMood => ({
  ...{ interaction: asInteractionId('i-1'), version: '1', utterances: 4, to: 0 },
  ...{ mood: 'negative', score: -0.7, start: 0, end: -0.8, quotes: [quote, quote] },
  ...change,
})
const ended = { conversationEnd: undefined }

it('takes a contact for a hard one by what was done, or by several harsh words at its end', () => {
  expect(hardBecause({ conversationEnd: 'blocked' }, undefined)).toBe('blocked')
  expect(hardBecause(ended, mood({}))).toBe('words')
})

it('takes no slip, no bad beginning and no silence for one', () => {
  expect(hardBecause(ended, undefined)).toBeUndefined()
  expect(hardBecause(ended, mood({ quotes: [quote] }))).toBeUndefined()
  expect(hardBecause(ended, mood({ end: -0.3 }))).toBeUndefined()
  expect(hardBecause(ended, mood({ mood: 'neutral' }))).toBeUndefined()
  expect(hardBecause({ conversationEnd: 'customer-left' }, undefined)).toBeUndefined()
})
