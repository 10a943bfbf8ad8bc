import { FolderOpen } from 'lucide-react'

import type { StoryCase } from '../../../domain/story/story-item.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { useCasesPage, useHasCases } from '../cases/cases-page.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useSide } from '../side-tab.tsx'

export interface CaseChipProps {
  readonly one: StoryCase
  readonly place: StoryPlace
}

/** A case's number and subject, and the way to it. */
export function CaseChip({ one: { id, number, subject }, place }: CaseChipProps) {
  const { say } = useWords()
  const { cases } = useDesk()
  const [hasCases, page, side] = [useHasCases(), useCasesPage(), useSide()]
  const name = number === undefined ? say('case.number.none') : say('case.number', { number })
  const words = subject === undefined ? name : `${name} · ${subject}`
  const open = (): void => {
    if (place === 'lookedUp') page.open(id)
    else {
      // It may be the open one already: then only its place comes into sight.
      side.choose('case')
      void cases.open(id)
    }
  }
  if (!hasCases) return <span className="case-chip">{words}</span>
  return (
    <CommandButton className="case-chip" onPress={open}>
      <FolderOpen aria-hidden />
      <span>{words}</span>
      <span className="visually-hidden"> – {say('story.line.open-case')}</span>
    </CommandButton>
  )
}
