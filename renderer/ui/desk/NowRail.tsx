import { Keyboard } from 'lucide-react'

import { useWords } from '../frame/words.tsx'
import { CommandButton } from './CommandButton.tsx'
import { LaterList } from './LaterList.tsx'
import { NowList } from './NowList.tsx'

/** The left side: what is going on now, and what is left to finish. */
export function NowRail({ onKeys, keysOpen }: { onKeys: () => void; keysOpen: boolean }) {
  const { say } = useWords()
  return (
    <nav className="rail" aria-label={say('now.heading')}>
      <section>
        <h2>{say('now.heading')}</h2>
        <NowList />
      </section>
      <section>
        <h2>{say('later.heading')}</h2>
        <LaterList />
      </section>
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
