import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useStore } from 'zustand'

import { caseViews } from '../../../domain/case-record.ts'
import type { CaseView } from '../../../domain/case-record.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

/** The lists that every desk has. While something is searched none of them is chosen. */
export function ViewSwitch({ onChoose }: { onChoose: (view: CaseView) => void }) {
  const { say } = useWords()
  const show = useStore(useDesk().stores.cases, (state) => state.list.show)
  return (
    <ToggleButtonGroup
      className="switch case-views"
      aria-label={say('cases.views')}
      selectionMode="single"
      selectedKeys={show.kind === 'view' ? [show.view] : []}
      onSelectionChange={(keys) => {
        // None: the list that is shown was pressed once more, which asks for it again.
        const chosen = caseViews.find((view) => keys.has(view)) ?? (show.kind === 'view' && show.view)
        if (chosen) onChoose(chosen)
      }}
    >
      {caseViews.map((view) => (
        <ToggleButton key={view} id={view}>
          {say(`cases.view.${view}`)}
          <Count of={view} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** How much is in a list, where that is known without counting the whole disk. */
function Count({ of: view }: { of: CaseView }) {
  const count = useStore(useDesk().stores.cases, ({ counts, due }) =>
    view === 'unsent' ? counts.underWay + counts.needsAgent : view === 'promises' ? due.length : 0,
  )
  return count > 0 && <span className="count">{count}</span>
}
