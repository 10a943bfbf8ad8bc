// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { endIt, makeGuide, sayIt } from '../domain/knowledge/make-guide.ts'
import { beginFirst, focused, makePack, openWithPack, settle } from './knowledge-on-screen.tsx'
import { setNarrow } from './setup.ts'

describe('guides that could be followed', () => {
  it('are suggested with the reason, the nearest first, and begin with one key', async () => {
    const suggest = { queues: [] as string[], numbers: [], words: { en: [], fr: [] }, when: undefined }
    const shown = await openWithPack(
      makePack([
        makeGuide('other', [sayIt('a', 'end'), endIt('end')]),
        makeGuide('queue', [sayIt('b', 'end'), endIt('end')], {
          suggest: { ...suggest, queues: ['benefits'] },
        }),
        makeGuide('moved', [sayIt('c', 'end'), endIt('end')], {
          suggest: { ...suggest, words: { en: ['new address'], fr: [] } },
        }),
      ]),
    )
    await shown.user.type(screen.getByRole('textbox', { name: 'Note' }), 'has a new address')
    await shown.later(700)
    expect(screen.getAllByRole('button', { name: /^Begin/ }).map(({ textContent }) => textContent)).toEqual([
      'Begin: moved by what was saidmoved',
      'Begin: queue for this queuequeue',
    ])
    await shown.user.keyboard('{Control>}g{/Control}')
    await settle()
    await shown.user.keyboard('{Enter}')
    await settle()
    expect(focused()).toBe('Words of c (fr)')
  })

  it('are gone on with where they were left on another page', async () => {
    const shown = await openWithPack(
      makePack([makeGuide('long', [sayIt('a', 'b'), sayIt('b', 'end'), endIt('end')])]),
    )
    await beginFirst(shown)
    await shown.user.keyboard('{Enter}')
    await settle()
    const { inHand } = shown.desk.stores.knowledge.getState()
    const [page, known] = [...inHand][0] ?? []
    if (!page || !known) throw new Error('there is a page')
    // As another channel of the same customer has it.
    act(() =>
      shown.desk.stores.knowledge.setState({
        inHand: new Map([[page, { ...known, runs: [], unfinished: known.runs }]]),
      }),
    )
    await shown.press(/^Go on: long/)
    expect(focused()).toBe('Words of b (fr)')
  })
})

describe('a narrow window', () => {
  it('has the articles behind a tab, and the key goes back to the guide from there', async () => {
    const shown = await openWithPack(makePack([makeGuide('a', [sayIt('hello', 'end'), endIt('end')])]))
    await beginFirst(shown)
    setNarrow(true)
    await settle()
    await shown.user.keyboard('{Control>}i{/Control}')
    await settle()
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Find an article' }))
    await shown.user.keyboard('{Control>}g{/Control}')
    await settle()
    expect(focused()).toBe('Words of hello (fr)')
  })
})
