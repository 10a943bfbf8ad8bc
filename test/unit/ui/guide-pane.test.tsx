// @vitest-environment jsdom
import './setup.ts'

import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import {
  askFor,
  callGuide,
  doIt,
  endIt,
  makeField,
  makeGuide,
  said,
  sayIt,
} from '../domain/knowledge/make-guide.ts'
import {
  beginFirst,
  focused,
  makePack,
  openWithPack,
  settle,
  toldOfGuide,
  words,
} from './knowledge-on-screen.tsx'

const text = { kind: 'text', longest: 20, lines: 'one' } as const

/** A greeting, a question of each kind, a goodbye. */
const everyKind = makeGuide('address', [
  sayIt('hello', 'who', 'Hello {customer}, did you get {letter}?'),
  askFor('who', [
    makeField('letter', text),
    makeField('reason', {
      kind: 'choice',
      choices: [
        { value: 'moved', label: said('They moved') },
        { value: 'lost', label: said('It was lost') },
      ],
    }),
    makeField('moved_on', { kind: 'date', earliest: undefined, latest: '2026-11-23' }, { required: false }),
    makeField('people', { kind: 'number', least: 1, most: 12 }),
    makeField('call_at', { kind: 'telephone' }, { required: false }),
    makeField('code', { kind: 'postal-code', country: 'CA' }),
    makeField('agreed', { kind: 'consent', words: said('May we write to you?') }),
  ]),
  endIt('end', { say: said('Goodbye.') }),
])

const begin = (guide = everyKind) => openWithPack(makePack([guide]))

/** Puts a text into a field in one go, in the place of what stands there. */
async function put({ user }: Awaited<ReturnType<typeof openWithPack>>, name: string, answer: string) {
  await user.tripleClick(screen.getByRole('textbox', { name }))
  await user.paste(answer)
}

describe('a guide that is followed', () => {
  it('says its words with what is known and what is missing, and goes on with Enter alone', async () => {
    const shown = await begin()
    await beginFirst(shown)
    expect(words()).toBe('Hello Amélie Tremblay, did you get Label of letter (fr) (not known yet)? (fr)')
    expect(screen.getByText('Step 1 of about 3 · hello')).toBeTruthy()
    expect(document.activeElement?.id).toBe('guide-words')
    await shown.user.keyboard('{Enter}')
    await settle()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Label of letter' }))
    expect(toldOfGuide()).toEqual(['Step 2 of about 3: who. '])
  })

  it('has a control for each type of field, says what is wrong there, and goes to the first fault', async () => {
    const shown = await begin()
    await beginFirst(shown)
    await shown.user.keyboard('{Enter}')
    await settle()
    await shown.user.paste('A letter that is far too long')
    await shown.user.keyboard('{Enter}')
    await settle()
    const letter = screen.getByRole('textbox', { name: 'Label of letter' })
    expect(document.activeElement).toBe(letter)
    expect(screen.getByText('This is too long: 20 characters at most.')).toBeTruthy()
    // The choice, the number, the postal code and the consent.
    expect(screen.getAllByText('An answer is needed here.')).toHaveLength(4)
  })

  it('says of each answer what is wrong with it, and keeps those that are right', async () => {
    const shown = await begin()
    await beginFirst(shown)
    await shown.user.keyboard('{Enter}')
    await settle()
    await shown.user.paste('the notice')
    await shown.user.click(screen.getByRole('radio', { name: 'They moved' }))
    await put(shown, 'Label of people', '40')
    await put(shown, 'Label of code', 'h2x 1y4')
    await shown.user.click(screen.getByRole('radio', { name: 'Yes' }))
    await shown.user.type(screen.getByLabelText(/Label of moved_on/), '2027-01-01')
    await shown.press('Next')
    expect(screen.getByText('Not after November 23, 2026.')).toBeTruthy()
    expect(screen.getByText('At most 12.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText(/Label of moved_on/))
    await shown.user.clear(screen.getByLabelText(/Label of moved_on/))
    await put(shown, 'Label of people', '4')
    await shown.user.keyboard('{Enter}')
    await settle()
    expect(words()).toBe('Goodbye. (fr)')
    const [run] = [...shown.desk.stores.knowledge.getState().inHand.values()].flatMap(({ runs }) => runs)
    expect(run?.answers.map(({ field, value }) => [field, value])).toEqual([
      ['letter', 'the notice'],
      ['reason', 'moved'],
      ['moved_on', undefined],
      ['people', 4],
      ['call_at', undefined],
      ['code', 'H2X 1Y4'],
      ['agreed', true],
    ])
  })

  it('takes Enter from a choice, and no second one that is held down', async () => {
    const guide = makeGuide('two', [
      askFor('first', { reason: { kind: 'choice', choices: [{ value: 'a', label: said('A') }] } }, 'second'),
      askFor('second', [makeField('more', text, { required: false })], 'third'),
      sayIt('third', 'end'),
      endIt('end'),
    ])
    const shown = await begin(guide)
    await beginFirst(shown)
    await shown.user.keyboard(' {Enter>3/}')
    await settle()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Label of more/ }))
  })

  it('goes back with what was answered, and jumps', async () => {
    const guide = makeGuide('ways', [
      askFor('ask', { letter: text }, 'tell'),
      sayIt('tell', 'last'),
      sayIt('last', 'end'),
      endIt('end'),
    ])
    const shown = await begin(guide)
    await beginFirst(shown)
    expect(screen.getByRole('button', { name: 'Back' }).getAttribute('aria-disabled')).toBe('true')
    await shown.user.keyboard('notice{Enter}')
    await settle()
    expect(focused()).toBe('Words of tell (fr)')
    await shown.press('Back')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Label of letter' }).value).toBe('notice')
    expect(screen.getByText('Answered before')).toBeTruthy()
    await shown.press('Steps')
    expect(screen.getAllByRole('menuitemradio').map(({ textContent }) => textContent)).toEqual([
      'ask – here',
      'tell – seen',
      'last',
    ])
    expect(document.activeElement?.textContent).toBe('ask – here')
    await shown.user.click(screen.getByRole('menuitemradio', { name: 'last' }))
    await settle()
    expect(focused()).toBe('Words of last (fr)')
  })

  it('shows within which guide it goes, and comes back', async () => {
    const inner = makeGuide('identity', [sayIt('check', 'done'), endIt('done')])
    const guide = makeGuide('outer', [callGuide('who', 'identity', 'bye'), sayIt('bye', 'end'), endIt('end')])
    const shown = await openWithPack(makePack([guide, inner]))
    await beginFirst(shown)
    expect(screen.getByRole('heading', { name: /identity.*within outer/ })).toBeTruthy()
    await shown.user.keyboard('{Enter}')
    await settle()
    expect(screen.getByRole('heading', { name: /outer$/ })).toBeTruthy()
    expect(words()).toBe('Words of bye (fr)')
  })

  it('says that nothing is kept, also after the guide was left, until somebody ends it', async () => {
    const guide = makeGuide('pay', [
      doIt('begin', [{ kind: 'private', on: true }], 'card'),
      sayIt('card', 'over'),
      doIt('over', [{ kind: 'private', on: false }], 'end'),
      endIt('end'),
    ])
    const shown = await begin(guide)
    await beginFirst(shown)
    expect(screen.getByText(/Private stretch: nothing that is said/)).toBeTruthy()
    await shown.press('Leave the guide')
    await shown.press('Leave it')
    expect(screen.getByText(/Private stretch: nothing that is said/)).toBeTruthy()
    await shown.press('End the private stretch')
    expect(screen.queryByText(/Private stretch: nothing that is said/)).toBeNull()
    expect(screen.getByText('The private stretch is over.')).toBeTruthy()
  })

  it('names what waits for a case, and takes in how the customer seems', async () => {
    const guide = makeGuide('record', [
      doIt(
        'fill',
        [
          { kind: 'fill', field: 'custom:Channel', value: '"letter"' },
          { kind: 'promise', what: said('A letter'), within: 'P5D' },
        ],
        'mood',
      ),
      {
        ...{ id: 'mood', title: said('mood'), say: undefined, kind: 'check' },
        next: [
          { when: 'mood = "upset"', to: 'sorry' },
          { when: undefined, to: 'plain' },
        ],
      },
      sayIt('sorry', 'end', 'I am sorry.'),
      sayIt('plain', 'end', 'Thank you.'),
      endIt('end'),
    ])
    const shown = await begin(guide)
    await shown.user.click(screen.getByRole('radio', { name: 'upset' }))
    await beginFirst(shown)
    expect(words()).toBe('I am sorry. (fr)')
    const waits = screen.getByText(/2 things wait for a case/).closest('div') as HTMLElement
    expect(
      within(waits)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Channel: letter', 'Promise: A letter'])
  })

  it('keeps what was typed while the agent looks at another page, and the focus of whoever writes elsewhere', async () => {
    const shown = await begin(makeGuide('one', [askFor('ask', { letter: text }), endIt('end')]))
    await beginFirst(shown)
    await shown.user.keyboard('noti')
    const note = screen.getByRole('textbox', { name: 'Note' })
    await shown.user.click(note)
    await shown.press('Show less')
    await shown.press('Show the step')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Label of letter' }).value).toBe('noti')
    await shown.user.click(note)
    await shown.user.keyboard('{Control>}g{/Control}')
    await settle()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Label of letter' }))
  })

  it('speaks the customer’s language in the desk of an agent who has another', async () => {
    const shown = await begin(makeGuide('two', [sayIt('hello', 'end', 'Hello.'), endIt('end')]))
    await beginFirst(shown)
    // Mme Tremblay speaks French.
    expect(words()).toBe('Hello. (fr)')
    expect(document.getElementById('guide-words')?.lang).toBe('fr')
    expect(screen.getByRole('button', { name: 'Next' })).toBeTruthy()
    await shown.user.click(
      within(screen.getByRole('radiogroup', { name: 'Words in' })).getByRole('radio', { name: 'English' }),
    )
    expect(words()).toBe('Hello.')
  })
})
