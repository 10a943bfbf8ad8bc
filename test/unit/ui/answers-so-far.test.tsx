// @vitest-environment jsdom
import './setup.ts'

import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { askFor, endIt, makeField, makeGuide, said, sayIt } from '../domain/knowledge/make-guide.ts'
import { beginFirst, focused, makePack, openWithPack, settle, words } from './knowledge-on-screen.tsx'

const choices = [
  { value: 'moved', label: said('They moved') },
  { value: 'lost', label: said('It was lost') },
]

/** Three questions, and a word that has one of the answers in it. */
const guide = makeGuide('address', [
  askFor(
    'ask',
    [
      makeField('reason', { kind: 'choice', choices }),
      makeField(
        'moved_on',
        { kind: 'date', earliest: undefined, latest: '2026-11-23' },
        { fills: 'custom:Moved' },
      ),
      makeField('letter', { kind: 'text', longest: 20, lines: 'one' }, { required: false }),
    ],
    'tell',
  ),
  sayIt('tell', 'end', 'You wrote on {moved_on}.'),
  endIt('end', { say: said('Goodbye.') }),
])

/** The questions are answered, and their answers are open. */
async function answered() {
  const shown = await openWithPack(makePack([guide]))
  await beginFirst(shown)
  await shown.user.click(screen.getByRole('radio', { name: 'They moved' }))
  await shown.user.type(screen.getByLabelText('Label of moved_on'), '2026-11-02')
  await shown.press('Next')
  await shown.press('Answers (3)')
  return shown
}

const lines = (): (string | null)[] =>
  [...document.querySelectorAll('.guide-answer p')].map(({ textContent }) => textContent)

describe('the answers so far', () => {
  it('stand there as people write them, those that were passed over too', async () => {
    await answered()
    expect(lines()).toEqual([
      'Label of reason They moved ',
      'Label of moved_on November 2, 2026 ',
      'Label of letter not answered ',
    ])
  })

  it('are corrected by keyboard alone, with the guide where it was, and what waits for the case changed', async () => {
    const shown = await answered()
    screen.getByRole('button', { name: 'Correct – Label of moved_on' }).focus()
    await shown.user.keyboard('{Enter}')
    await settle()
    const day = screen.getByLabelText('Label of moved_on')
    expect(document.activeElement).toBe(day)
    await shown.user.clear(day)
    await shown.user.type(day, '2027-01-01')
    await shown.user.keyboard('{Enter}')
    await settle()
    expect(screen.getByText('Not after November 23, 2026.')).toBeTruthy()
    expect(document.activeElement).toBe(day)
    await shown.user.clear(day)
    await shown.user.type(day, '2026-11-01')
    await shown.user.keyboard('{Enter}')
    await settle()
    expect(lines()[1]).toBe('Label of moved_on November 1, 2026 corrected')
    expect(screen.getByText('Corrected. Label of moved_on: November 1, 2026').getAttribute('role')).toBe(
      'status',
    )
    expect(focused()).toBe('Correct – Label of moved_on')
    expect(words()).toBe('You wrote on 1er novembre 2026. (fr)')
    const waits = screen.getByText(/1 thing waits for a case/).closest('div') as HTMLElement
    expect(within(waits).getByRole('listitem').textContent).toBe('Moved: November 1, 2026')
  })

  it('stay as they were after Escape', async () => {
    const shown = await answered()
    await shown.press('Correct – Label of reason')
    await shown.user.click(screen.getByRole('radio', { name: 'It was lost' }))
    await shown.user.keyboard('{Escape}')
    await settle()
    expect(lines()[0]).toBe('Label of reason They moved ')
    expect(focused()).toBe('Correct – Label of reason')
  })

  it('let the guide go on with its own step, not with the field that is being corrected', async () => {
    const shown = await answered()
    await shown.press('Correct – Label of letter')
    await shown.press('Next')
    expect(focused()).toBe('Goodbye. (fr)')
  })

  it('can be corrected after the guide is over', async () => {
    const shown = await answered()
    await shown.press('Next')
    await shown.press('Finish')
    await shown.press('Answers: address (3)')
    await shown.press('Correct – Label of reason')
    await shown.user.click(screen.getByRole('radio', { name: 'It was lost' }))
    await shown.user.keyboard('{Enter}')
    await settle()
    expect(lines()[0]).toBe('Label of reason It was lost corrected')
  })

  it('take nothing in a private stretch, and say why', async () => {
    const shown = await answered()
    await shown.press('Correct – Label of letter')
    act(() =>
      shown.desk.stores.knowledge.setState(({ inHand }) => ({
        inHand: new Map(
          [...inHand].map(([id, one]) => [
            id,
            { ...one, runs: one.runs.map((run) => ({ ...run, isPrivate: true })) },
          ]),
        ),
      })),
    )
    expect(document.querySelector('.guide-correct')).toBeNull()
    const correct = screen.getByRole('button', { name: 'Correct – Label of letter' })
    expect(correct.getAttribute('aria-disabled')).toBe('true')
    expect(correct.title).toBe('Private stretch: nothing can be corrected now.')
  })
})
