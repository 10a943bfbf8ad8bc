import { useStore } from 'zustand'

import { ChatsPanel } from '../chat/ChatsPanel.tsx'
import { DayPanel } from '../day/DayPanel.tsx'
import { useDesk } from '../desk-context.tsx'
import { DialPanel } from '../dial/DialPanel.tsx'
import { MoodsPanel } from '../mood/MoodsPanel.tsx'
import { SoundPanel } from '../sound/SoundPanel.tsx'
import { WaitingPanel } from '../sync/WaitingPanel.tsx'
import { KeysPanel } from './KeysPanel.tsx'

/** What can be opened beside the work, apart from calling somebody. */
export type OpenPanel = 'sound' | 'keys' | 'waiting' | 'chats' | 'moods' | 'day' | undefined

/** What was asked for, above the story. */
export function Panels({ open, onClose }: { open: OpenPanel; onClose: () => void }) {
  const dial = useStore(useDesk().stores.dial, (state) => state.open)
  return (
    <>
      {dial && <DialPanel key={dial.kind === 'transfer' ? dial.call : 'call'} open={dial} />}
      {open === 'sound' && <SoundPanel onClose={onClose} />}
      {open === 'waiting' && <WaitingPanel onClose={onClose} />}
      {open === 'chats' && <ChatsPanel onClose={onClose} />}
      {open === 'moods' && <MoodsPanel onClose={onClose} />}
      {open === 'day' && <DayPanel onClose={onClose} />}
      {open === 'keys' && <KeysPanel onClose={onClose} />}
    </>
  )
}
