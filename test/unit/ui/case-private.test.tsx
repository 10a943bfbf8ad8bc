import './setup.ts'

import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'

import { asInteractionId } from '../../../renderer/domain/ids.ts'
import type { InteractionId } from '../../../renderer/domain/ids.ts'
import { withKnowledge } from '../../../renderer/state/knowledge-store.ts'
import { CaseComposer } from '../../../renderer/ui/desk/case/CaseComposer.tsx'
import { useDesk } from '../../../renderer/ui/desk/desk-context.tsx'
import type { Desk } from '../../../renderer/ui/desk/desk-context.tsx'
import { makeInteraction } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { begun } from '../domain/knowledge/follow.ts'
import { endIt, makeGuide } from '../domain/knowledge/make-guide.ts'
import { show } from './case-on-screen.tsx'

const words = {
  en: 'Private stretch: nothing can be written into a case now. What was begun is here again when the stretch ends.',
  fr: 'Passage privé\u00a0: rien ne peut être écrit dans un dossier pour l’instant. Ce qui était commencé réapparaît à la fin du passage.',
} as const

const told = (): Element | null => document.querySelector('.case-private')

/** A case to write about, beside a page of a call that is about no case. */
function besideCall(language: 'en' | 'fr') {
  let desk: Desk | undefined
  function Composer() {
    desk = useDesk()
    return <CaseComposer record={makeCase()} />
  }
  const interaction = makeInteraction()
  const page = { interaction, call: undefined, contact: undefined, past: [], saved: 'saved' } as const
  const shown = show(<Composer />, { language, work: { pages: [page], shown: interaction.id } })
  const stretch = (isPrivate: boolean, id: InteractionId = interaction.id): void =>
    act(() =>
      desk?.stores.knowledge.setState((all) =>
        withKnowledge(all, id, (one) => ({
          ...one,
          runs: [{ ...begun(makeGuide('pay', [endIt('bye')])).run, isPrivate }],
        })),
      ),
    )
  return { ...shown, stretch }
}

it.each(['en', 'fr'] as const)(
  'a case takes nothing in a private stretch, says why, and gives back what was begun (%s)',
  async (language) => {
    const { user, stretch } = besideCall(language)
    await user.type(screen.getByRole('textbox'), 'Pays')
    stretch(true)
    expect(told()?.textContent).toBe(words[language])
    expect(screen.queryByRole('textbox')).toBeNull()
    stretch(false)
    expect(told()).toBeNull()
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Pays')
  },
)

it('the stretch of a page that is neither in hand nor about this case stops nobody', () => {
  const { stretch } = besideCall('en')
  stretch(true, asInteractionId('another'))
  expect(screen.getByRole('textbox')).toBeTruthy()
})
