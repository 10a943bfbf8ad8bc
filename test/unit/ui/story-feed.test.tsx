import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { axeFaults } from './mood-on-screen.tsx'
import { callBefore, openStory, spoke } from './story-on-screen.tsx'

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, nth) => from + nth)

/** What was noted in the calls that are over. */
const notesIn = (lines: readonly Element[]): readonly string[] =>
  lines.map(noteIn).filter((note) => note !== '')

const noteIn = (line: Element | null): string =>
  /Call \d+ hours before/.exec(line?.textContent ?? '')?.[0] ?? ''

describe('the story beside the work', () => {
  it('says first what to know, and has the newest line first under its day', async () => {
    const { lines, say } = await openStory({ interactions: [callBefore(2), callBefore(30)] })
    const head = await screen.findByText(say('story.head.contacts', { count: 2 }))
    const facts = head.closest('.story-head')
    expect(facts?.textContent).toContain(say('need.large-print'))
    expect(facts?.textContent).toContain(say('disposition.resolved'))
    expect(facts?.textContent).toContain(say('story.head.identity.none'))
    expect(notesIn(lines())).toEqual(['Call 2 hours before', 'Call 30 hours before'])
    expect(screen.getAllByText(/November 2\d, 2026/).length).toBe(2)
    expect(screen.getByText(say('story.feed.begin'))).toBeTruthy()
  })

  it('keeps few lines in the document, however many there are, and goes through them by keyboard', async () => {
    const { lines, user } = await openStory({ interactions: numbers(1, 150).map((nth) => callBefore(nth)) })
    lines()[0]?.focus()
    for (const nth of numbers(2, 90)) {
      await user.keyboard('{PageDown}')
      await waitFor(() => expect(noteIn(document.activeElement)).toBe(`Call ${nth} hours before`))
      expect(lines().length).toBeLessThanOrEqual(60)
    }
    await user.keyboard('{PageUp}')
    await waitFor(() => expect(noteIn(document.activeElement)).toBe('Call 89 hours before'))
  }, 30_000)

  it('shows what was said on Enter, and folds it again', async () => {
    const said = [spoke(2, 1, 'My passport never came.'), spoke(2, 2, 'I will look at once.', 'me')]
    const { lines, user, say } = await openStory({ interactions: [callBefore(2)], utterances: said })
    const line = lines().at(-1)
    line?.focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('My passport never came.')).toBeTruthy()
    expect(screen.getByText('I will look at once.')).toBeTruthy()
    const fold = within(line ?? document.body).getByRole('button', { name: say('story.line.fold') })
    expect(fold.getAttribute('aria-expanded')).toBe('true')
    await user.click(fold)
    await waitFor(() => expect(screen.queryByText('My passport never came.')).toBeNull())
  })

  it('finds what was said, says how much, and shows it from there with the word marked', async () => {
    const many = numbers(0, 80).map((nth) =>
      spoke(5, nth, nth === 60 ? 'I moved to Elm Street.' : `Word ${nth}.`),
    )
    const { lines, user, say } = await openStory({
      interactions: [callBefore(2), callBefore(5)],
      utterances: many,
    })
    await user.type(screen.getByRole('searchbox', { name: say('story.search') }), 'elm')
    await waitFor(() => expect(notesIn(lines())).toEqual(['Call 5 hours before']), { timeout: 3000 })
    expect(await screen.findByText(say('story.search.found', { count: 1 }))).toBeTruthy()
    await user.click(screen.getByRole('button', { name: say('story.line.said.found') }))
    const mark = await screen.findByText('Elm')
    expect(mark.tagName).toBe('MARK')
    expect(screen.queryByText('Word 57.')).toBeNull()
    expect(screen.getByText('Word 58.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: say('story.search.clear') }))
    await waitFor(() => expect(notesIn(lines()).length).toBe(2))
  })

  it('is narrowed by a channel, which is said, and widened again', async () => {
    const { lines, user, say } = await openStory({ interactions: [callBefore(2)] })
    await user.click(screen.getByRole('button', { name: say('story.filters') }))
    await user.click(screen.getByRole('button', { name: new RegExp(`${say('story.filter.channel')}$`) }))
    await user.click(await screen.findByRole('option', { name: say('story.channel.mail') }))
    expect(await screen.findByText(say('story.search.none'))).toBeTruthy()
    expect(screen.getByRole('button', { name: say('story.filters.on', { count: 1 }) })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: say('story.filters.clear') }))
    await waitFor(() => expect(notesIn(lines())).toEqual(['Call 2 hours before']))
  })

  it('goes to a day, once one is chosen', async () => {
    const { desk, user, say } = await openStory({
      interactions: numbers(1, 120).map((nth) => callBefore(24 * nth)),
    })
    await user.click(screen.getByRole('button', { name: say('story.filters') }))
    await user.click(screen.getByRole('button', { name: say('story.date.go') }))
    expect(await screen.findByText(say('story.date.missing'))).toBeTruthy()
    await user.type(screen.getByLabelText(say('story.date')), '2026-08-15')
    await user.click(screen.getByRole('button', { name: say('story.date.go') }))
    // 100 days before the shift of 23 November. Where it stands on the screen, a real window shows (story-shift.test.ts).
    await waitFor(() =>
      expect(desk.stores.story.getState().inHand?.items.map(({ key }) => key)).toContain(
        'interaction/call-2400',
      ),
    )
  })

  it('has nothing that axe names', async () => {
    const { lines, user } = await openStory({
      language: 'fr',
      interactions: [callBefore(2)],
      utterances: [spoke(2, 1, 'Merci beaucoup.')],
    })
    lines().at(-1)?.focus()
    await user.keyboard('{Enter}')
    await screen.findByText('Merci beaucoup.')
    expect(await axeFaults()).toEqual([])
  })
})
