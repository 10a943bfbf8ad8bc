import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { ReactNode } from 'react'

import type { ChatRole } from '../../../renderer/domain/conversation.ts'
import { asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import type { InteractionMood } from '../../../renderer/domain/moods/interaction-mood.ts'
import type { Said } from '../../../renderer/domain/story/said.ts'
import type { MoodState } from '../../../renderer/state/mood-store.ts'
import { createWorkStore } from '../../../renderer/state/work-store.ts'
import { DeskProvider } from '../../../renderer/ui/desk/desk-context.tsx'
import type { Desk } from '../../../renderer/ui/desk/desk-context.tsx'
import { MoodNews, MoodNewsProvider } from '../../../renderer/ui/desk/mood/mood-news.tsx'
import { NowProvider } from '../../../renderer/ui/desk/use-now.tsx'
import { WordsProvider } from '../../../renderer/ui/frame/words.tsx'
import { shiftStart } from '../../make.ts'
import { createMoodDeskStandIn, readAs } from '../../stand-ins/mood-desk.ts'

export const interaction = asInteractionId('interaction-1')

/** How a text is read, as the store keeps it under its id. */
export const readMap = (texts: Readonly<Record<string, string>>): MoodState['read'] =>
  new Map(Object.entries(texts).map(([id, text]) => [`${interaction}/${id}`, readAs(text)]))

export const makeSaid = (id: string, text: string, role: ChatRole = 'customer'): Said => ({
  ...{ id, interaction, at: shiftStart, by: { role, name: undefined } },
  ...{ body: { kind: 'text', text }, mood: undefined },
})

/** An interaction whose customer was angry at the end. */
export const fallenMood: InteractionMood = {
  ...{ interaction, version: 'v1', utterances: 3, to: shiftStart, mood: 'negative' },
  ...{ score: -0.7, start: 0.2, end: -0.8 },
  quotes: [{ said: 'said-3', text: 'never again', mood: 'negative' }],
}

/** A part of the desk's screen that has to do with moods, with what it asks for written down. */
export function showMoods(part: ReactNode, state: Partial<MoodState> = {}, language: Language = 'en') {
  const { store, desk, asked } = createMoodDeskStandIn(state)
  const shown = {
    stores: { moods: store, work: createWorkStore() },
    moods: desk,
    now: () => shiftStart,
    // The rest of the desk is not asked here.
  } as unknown as Desk
  const { container } = render(
    <WordsProvider language={language}>
      <DeskProvider value={shown}>
        <NowProvider>
          <MoodNewsProvider>
            {part}
            <MoodNews />
          </MoodNewsProvider>
        </NowProvider>
      </DeskProvider>
    </WordsProvider>,
  )
  return { store, asked, container, user: userEvent.setup() }
}

/** What breaks WCAG, as far as a page without a layout and colours can tell. Empty is good. */
export async function axeFaults(): Promise<string[]> {
  // React Aria's own announcer may still name what another test had on the screen.
  const context = { include: ['body'], exclude: ['[data-live-announcer]'] }
  const { violations } = await axe.run(context, {
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
    },
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
