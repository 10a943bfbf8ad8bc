import { Keyboard } from 'lucide-react'

import { useWords } from '../frame/words.tsx'
import { useHasCases } from './cases/cases-page.tsx'
import { CasesRail } from './cases/CasesRail.tsx'
import { DueList } from './cases/DueList.tsx'
import { CommandButton } from './CommandButton.tsx'
import { LaterList } from './LaterList.tsx'
import { NowList } from './NowList.tsx'

/** The left side: what is going on now, what was promised for today, and what is left to finish. */
export function NowRail({ onKeys, keysOpen }: { onKeys: () => void; keysOpen: boolean }) {
  const { say } = useWords()
  const hasCases = useHasCases()
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
      <CommandButton
        className="button quiet rail-keys"
        command="list"
        aria-expanded={keysOpen}
        onPress={onKeys}
      >
        <Keyboard aria-hidden />
        {say('keys.open')}
      </CommandButton>
    </nav>
  )
}
