import { WifiOff } from 'lucide-react'
import { useStore } from 'zustand'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { Composer } from './Composer.tsx'
import { Transcript } from './Transcript.tsx'
import { useChatName } from './use-chats.ts'

/** The conversation in hand: what was said, and what is being written. */
export function ChatPage({ chat }: { chat: OpenChat }) {
  const { say } = useWords()
  const name = useChatName(chat, say)
  const linked = useStore(useDesk().stores.chats, ({ link }) => link.kind === 'up')
  const { id } = chat.conversation
  return (
    <div className="chat-page">
      <Transcript key={id} chat={chat} name={name} />
      {!linked && chat.state !== 'ended' && (
        <p className="chat-offline">
          <WifiOff aria-hidden />
          {say('composer.offline')}
        </p>
      )}
      {chat.state === 'ended' ? (
        <p className="quiet">{say('composer.ended')}</p>
      ) : (
        <Composer key={`composer ${id}`} chat={chat} name={name} />
      )}
    </div>
  )
}
