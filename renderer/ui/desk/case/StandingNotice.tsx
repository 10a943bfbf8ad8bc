import { Ban, Merge, Search, Trash2 } from 'lucide-react'

import type { CaseNumber, Standing } from '../../../domain/case.ts'
import { useWords } from '../../frame/words.tsx'
import { useCasesPage } from '../cases/cases-page.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

const icons = { merged: Merge, deleted: Trash2, forbidden: Ban } as const

/** Why this case goes on elsewhere or not at all, and what the agent can do. */
export function StandingNotice({ standing }: { standing: Standing }) {
  const { say } = useWords()
  if (standing.kind === 'here') return null
  const Icon = icons[standing.kind]
  return (
    <div className="case-standing" role="status">
      <Icon aria-hidden />
      <p>
        {standing.kind === 'merged'
          ? say('case.standing.merged', { number: standing.into })
          : say(`case.standing.${standing.kind}`)}
      </p>
      {standing.kind === 'merged' && <FindCase number={standing.into} />}
    </div>
  )
}

function FindCase({ number }: { number: CaseNumber }) {
  const { say } = useWords()
  const { cases } = useDesk()
  const { show } = useCasesPage()
  return (
    <CommandButton
      className="button"
      onPress={() => {
        show(true)
        void cases.search(number)
      }}
    >
      <Search aria-hidden />
      {say('case.standing.find', { number })}
    </CommandButton>
  )
}
