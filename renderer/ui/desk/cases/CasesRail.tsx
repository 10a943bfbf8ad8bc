import { CircleAlert, FolderOpen } from 'lucide-react'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useCasesPage } from './cases-page.tsx'

/** The way to the cases, with how many decisions wait and what is not sent. */
export function CasesRail() {
  const { say } = useWords()
  const { isShown, show } = useCasesPage()
  const { underWay, needsAgent } = useStore(useDesk().stores.cases, (state) => state.counts)
  return (
    <CommandButton
      className={needsAgent > 0 ? 'button rail-item wrap-up' : 'button rail-item'}
      command="cases"
      {...(isShown && { 'aria-current': 'page' as const })}
      onPress={() => show(true)}
    >
      {needsAgent > 0 ? <CircleAlert aria-hidden /> : <FolderOpen aria-hidden />}
      <span>
        <strong>{say('cases.rail.open')}</strong>{' '}
        {needsAgent > 0 && <span>{say('cases.rail.needs', { count: needsAgent })} </span>}
        {(needsAgent === 0 || underWay > 0) && (
          <span className="quiet">{say('cases.rail.under-way', { count: underWay })}</span>
        )}
      </span>
    </CommandButton>
  )
}
