import { Sun } from 'lucide-react'
import { useStore } from 'zustand'

import { breakIsDueAfter, dayLoad } from '../../../domain/well-being/day.ts'
import { clockTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'

const minute = 60_000

/** The way to the agent's day; says, without a colour or a sound, when a break is due. */
export function DayButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) {
  const { say } = useWords()
  const entries = useStore(useDesk().stores.day, (state) => state.entries)
  // In whole minutes: a name that changed each second would be read each second.
  const now = Math.floor(useNow() / minute) * minute
  const { sinceBreak } = dayLoad(entries, now)
  return (
    <CommandButton className="button quiet" aria-expanded={isOpen} onPress={onPress}>
      <Sun aria-hidden />
      {sinceBreak > breakIsDueAfter ? say('day.open.due', { time: clockTime(sinceBreak) }) : say('day.open')}
    </CommandButton>
  )
}
