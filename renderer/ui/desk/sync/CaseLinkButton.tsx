import { ArrowUpDown, CircleAlert, CloudCheck, CloudOff, CloudUpload, KeyRound } from 'lucide-react'
import { useStore } from 'zustand'

import type { CaseLinkState, CaseState } from '../../../state/case-store.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { ChatLinkPart } from '../chat/ChatLink.tsx'
import { useHasChats } from '../chat/use-chats.ts'
import { CommandButton } from '../CommandButton.tsx'
import { PackLinkPart } from '../knowledge/PackLines.tsx'
import { useHasKnowledge } from '../knowledge/use-knowledge.ts'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'

const icons = {
  none: ArrowUpDown,
  up: CloudCheck,
  down: CloudOff,
  'signed-out': KeyRound,
} as const satisfies Record<CaseLinkState['kind'], unknown>

/** Whole seconds to a moment, for a countdown. */
export const secondsTo = (at: number, now: number): number => Math.max(0, Math.ceil((at - now) / 1000))

/** Always in sight: the links to the case system and to the chats, what is saved here and waits, and what needs the agent. */
export function CaseLinkButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const link = useStore(stores.cases, (state) => state.link)
  const { underWay, needsAgent } = useStore(stores.cases, (state) => state.counts)
  const hasChats = useHasChats()
  const hasKnowledge = useHasKnowledge()
  if (link.kind === 'none' && !hasChats && !hasKnowledge) return null
  const trouble = link.kind !== 'up' && link.kind !== 'none'
  return (
    <CommandButton
      className={trouble ? 'button case-link trouble' : 'button case-link'}
      aria-expanded={isOpen}
      onPress={onPress}
    >
      <ArrowUpDown aria-hidden />
      {link.kind === 'none' ? (
        <span className="case-link-part">{say('sync.heading')}</span>
      ) : (
        <CaseLinkPart link={link} counts={{ underWay, needsAgent }} />
      )}{' '}
      <ChatLinkPart /> <PackLinkPart />{' '}
      {trouble && underWay > 0 && (
        <span className="case-link-part">{say('sync.waiting', { count: underWay })}</span>
      )}{' '}
      {needsAgent > 0 && (
        <span className="case-link-part needs">
          <CircleAlert aria-hidden />
          {say('sync.needs', { count: needsAgent })}
        </span>
      )}
    </CommandButton>
  )
}

type Counts = Pick<CaseState['counts'], 'underWay' | 'needsAgent'>

function CaseLinkPart({ link, counts }: { link: CaseLinkState; counts: Counts }) {
  const { say } = useWords()
  const Icon = link.kind === 'up' && counts.underWay > 0 ? CloudUpload : icons[link.kind]
  return (
    <>
      <span className="visually-hidden">{say('sync.label')}</span>{' '}
      <span className="case-link-part">
        <Icon aria-hidden />
        {linkWords(say, link, counts)}{' '}
        {link.kind === 'down' && link.retryAt !== undefined && <Countdown to={link.retryAt} />}
      </span>
    </>
  )
}

function linkWords(say: Say, { kind }: CaseLinkState, { underWay, needsAgent }: Counts): string {
  if (kind === 'down' || kind === 'signed-out') return say(`sync.${kind}`)
  if (underWay > 0) return say('sync.sending', { count: underWay })
  // What needs a decision is not in the case system, so not everything is sent.
  return say(needsAgent > 0 ? 'sync.up.rest' : 'sync.up')
}

/** For the eyes only: a name that changes each second would be read again and again. */
function Countdown({ to }: { to: number }) {
  const { say } = useWords()
  const now = useNow()
  return (
    <span className="case-link-seconds" aria-hidden>
      {say('sync.seconds', { seconds: secondsTo(to, now) })}
    </span>
  )
}
