import { useEffect, useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useStore } from 'zustand'

import { callOutcome } from '../../../domain/call-history.ts'
import type { Interaction } from '../../../domain/interaction.ts'
import { useWords } from '../../frame/words.tsx'
import { useHasChats } from '../chat/use-chats.ts'
import { useDesk } from '../desk-context.tsx'
import { useIsReading } from '../reading/may-write.ts'
import { RecentList } from './RecentList.tsx'

/** Missed are all who wanted the agent and did not get them, whether it rang or not; each says which. */
const filters = {
  all: () => true,
  missed: (call) => call.channel === 'call' && ['missed', 'never-rang'].includes(callOutcome(call)),
  made: ({ direction }) => direction === 'outgoing',
} as const satisfies Record<string, (interaction: Interaction) => boolean>

type Filter = keyof typeof filters

const filterNames = Object.keys(filters) as Filter[]

/** The agent's last calls, and a way to call each back. */
export function History() {
  const { say } = useWords()
  const recent = useStore(useDesk().stores.work, (state) => state.recent)
  const [filter, setFilter] = useState<Filter>('all')
  const hasChats = useHasChats()
  const isReading = useIsReading()
  const { chats } = useDesk()
  // Those whom the desk does not know are called as they called themselves.
  useEffect(() => {
    if (hasChats) void chats.readPast()
  }, [chats, hasChats])
  const shown = recent.filter((interaction) => filters[filter](interaction))
  return (
    <section className="history" aria-labelledby="recent-heading">
      <div className="history-head">
        <h2 id="recent-heading">{say(hasChats ? 'chat.recent.heading' : 'recent.heading')}</h2>
        {recent.length > 0 && <FilterSwitch filter={filter} onChoose={setFilter} />}
      </div>
      {shown.length > 0 ? (
        <RecentList interactions={shown} callBack={!isReading} />
      ) : (
        <p className="quiet">{say(recent.length === 0 ? 'recent.none' : 'recent.none.such')}</p>
      )}
    </section>
  )
}

function FilterSwitch({ filter, onChoose }: { filter: Filter; onChoose: (filter: Filter) => void }) {
  const { say } = useWords()
  return (
    <ToggleButtonGroup
      className="switch"
      aria-label={say('recent.filter')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={(keys) => {
        const chosen = filterNames.find((candidate) => keys.has(candidate))
        if (chosen) onChoose(chosen)
      }}
    >
      {filterNames.map((id) => (
        <ToggleButton key={id} id={id}>
          {say(`recent.filter.${id}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
