import { Flag, MessageCircleOff, PhoneOutgoing, Share2 } from 'lucide-react'
import { useState } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useStore } from 'zustand'

import type { OpenChat } from '../../../state/chat-store.ts'
import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useChatPlaces } from './chat-places.tsx'
import type { Beside } from './chat-places.tsx'

const besideIcons = { 'hand-on': Share2, report: Flag } as const satisfies Record<Beside, unknown>
const besideAll = Object.keys(besideIcons) as Beside[]

/** What can be done with a chat, in one row; its end always last. */
export function ChatControls({ chat: { conversation } }: { chat: OpenChat }) {
  const { say } = useWords()
  const { chats, stores } = useDesk()
  const places = useChatPlaces()
  const [ending, setEnding] = useState(false)
  const { id } = conversation
  const linked = useStore(stores.chats, ({ link }) => link.kind === 'up')
  const number = useStore(stores.work, (state) => {
    const page = pageInHand(state)
    return page?.contact?.numbers[0] ?? page?.interaction.number
  })
  const end = async (): Promise<void> => {
    setEnding(true)
    await chats.end(id)
    setEnding(false)
  }
  // Nothing of this can wait: the others have to hear of it.
  const unavailable = linked ? undefined : say('chat.needs-link')
  return (
    <Toolbar className="call-controls" aria-label={say('chat.controls')}>
      <CommandButton
        className="button"
        unavailable={number === undefined ? say('chat.call.no-number') : undefined}
        onPress={() => void chats.call(id)}
      >
        <PhoneOutgoing aria-hidden />
        {say('chat.call')}
      </CommandButton>
      {besideAll.map((what) => {
        const Icon = besideIcons[what]
        const open = places.beside(id) === what
        return (
          <CommandButton
            key={what}
            className={open ? 'button active' : 'button'}
            aria-expanded={open}
            unavailable={unavailable}
            onPress={() => places.toggle(id, what)}
          >
            <Icon aria-hidden />
            {say(`chat.${what}`)}
          </CommandButton>
        )
      })}
      <CommandButton
        className="button danger"
        isPending={ending}
        unavailable={unavailable}
        onPress={() => void end()}
      >
        <MessageCircleOff aria-hidden />
        {say('chat.end')}
      </CommandButton>
    </Toolbar>
  )
}
