import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'

import type { Language } from '../../../renderer/domain/language.ts'
import { withKnowledge } from '../../../renderer/state/knowledge-store.ts'
import { pageInHand } from '../../../renderer/state/work-store.ts'
import { begun } from '../domain/knowledge/follow.ts'
import { endIt, makeGuide } from '../domain/knowledge/make-guide.ts'
import { openDesk, talking } from './desk-on-screen.tsx'

const words = {
  en: 'Private stretch: nothing can be noted now. End it in the guide to write again.',
  fr: 'Passage privé\u00a0: rien ne peut être noté pour l’instant. Terminez-le dans le guide pour écrire à nouveau.',
} as const

it.each(['en', 'fr'] as const)(
  'the note takes nothing in a private stretch, and says why (%s)',
  async (language: Language) => {
    const { desk, tell, user } = await openDesk(language)
    tell(...talking())
    const { stores } = desk
    const stretch = (isPrivate: boolean): void =>
      act(() => {
        const id = pageInHand(stores.work.getState())?.interaction.id
        if (!id) throw new Error('there is no page')
        const { run } = begun(makeGuide('pay', [endIt('bye')]))
        stores.knowledge.setState((all) =>
          withKnowledge(all, id, (one) => ({ ...one, runs: [{ ...run, isPrivate }] })),
        )
      })
    const note = screen.getByRole('textbox', { name: 'Note' })
    await user.type(note, 'Pays')
    stretch(true)
    await user.type(note, ' by 4520')
    expect(note).toHaveProperty('value', 'Pays')
    expect(note).toHaveProperty('readOnly', true)
    expect(screen.getByRole('textbox', { name: 'Note', description: words[language] })).toBe(note)
    stretch(false)
    await user.type(note, ' by card')
    expect(note).toHaveProperty('value', 'Pays by card')
  },
)
