import { Keyboard, Smile } from 'lucide-react'

import { useWords } from '../frame/words.tsx'
import { useHasCases } from './cases/cases-page.tsx'
import { CasesRail } from './cases/CasesRail.tsx'
import { DueList } from './cases/DueList.tsx'
import { CommandButton } from './CommandButton.tsx'
import { DayButton } from './day/DayButton.tsx'
import { LaterList } from './LaterList.tsx'
import { useHasMoods } from './mood/use-moods.ts'
import { NowList } from './NowList.tsx'
import type { OpenPanel } from './panel/Panels.tsx'

export interface NowRailProps {
  readonly open: OpenPanel
  readonly onPanel: (panel: NonNullable<OpenPanel>) => void
}

/** The left side: what is going on now, what was promised for today, and what is left to finish. */
export function NowRail({ open, onPanel }: NowRailProps) {
  const { say } = useWords()
  const hasCases = useHasCases()
  const hasMoods = useHasMoods()
  return (
    <nav className="rail" aria-label={say('now.heading')}>
      <section>
        <h2>{say('now.heading')}</h2>
        <NowList />
      </section>
      {hasCases && (
        <section>
          <h2>{say('cases.due.heading')}</h2>
          <DueList />
        </section>
      )}
      <section>
        <h2>{say('later.heading')}</h2>
        <LaterList />
      </section>
      {hasCases && (
        <section className="rail-cases">
          <h2>{say('cases.heading')}</h2>
          <CasesRail />
        </section>
      )}
      <div className="rail-keys">
        <DayButton isOpen={open === 'day'} onPress={() => onPanel('day')} />
        {hasMoods && (
          <CommandButton
            className="button quiet"
            aria-expanded={open === 'moods'}
            onPress={() => onPanel('moods')}
          >
            <Smile aria-hidden />
            {say('mood.panel')}
          </CommandButton>
        )}
        <CommandButton
          className="button quiet"
          command="list"
          aria-expanded={open === 'keys'}
          onPress={() => onPanel('keys')}
        >
          <Keyboard aria-hidden />
          {say('keys.open')}
        </CommandButton>
      </div>
    </nav>
  )
}
