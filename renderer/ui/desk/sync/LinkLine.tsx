import { CloudCheck, CloudOff, KeyRound, RefreshCw } from 'lucide-react'
import { useStore } from 'zustand'

import type { CaseLinkState } from '../../../state/case-store.ts'
import { useWords } from '../../frame/words.tsx'
import { Clock } from '../Clock.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { secondsTo } from './CaseLinkButton.tsx'

/** The link to the case system in full, with what the desk does about it. */
export function LinkLine() {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const link = useStore(stores.cases, (state) => state.link)
  if (link.kind === 'none') return null
  return (
    <div className={link.kind === 'up' ? 'sync-link' : 'sync-link trouble'}>
      <LinkWords link={link} />
      {link.kind !== 'signed-out' && (
        <CommandButton className="button" onPress={() => cases.refresh()}>
          <RefreshCw aria-hidden />
          {say(link.kind === 'up' ? 'sync.check-now' : 'sync.try-now')}
        </CommandButton>
      )}
    </div>
  )
}

function LinkWords({ link }: { link: CaseLinkState }) {
  const { say } = useWords()
  if (link.kind === 'down')
    return (
      <div>
        <p className="sync-link-words">
          <CloudOff aria-hidden />
          {say('sync.down.long')}
        </p>
        <p>
          <span aria-hidden>{say('sync.down.for')}</span>{' '}
          <Clock since={link.since} label={say('sync.down.since')} /> · <NextTry at={link.retryAt} />
        </p>
        <p className="quiet">{say('sync.down.kept')}</p>
      </div>
    )
  const isUp = link.kind === 'up'
  return (
    <p className="sync-link-words">
      {isUp ? <CloudCheck aria-hidden /> : <KeyRound aria-hidden />}
      {say(isUp ? 'sync.up.long' : 'sync.signed-out.long')}
    </p>
  )
}

function NextTry({ at }: { at: number | undefined }) {
  const { say } = useWords()
  const now = useNow()
  return at === undefined ? say('sync.trying') : say('sync.retry', { seconds: secondsTo(at, now) })
}
