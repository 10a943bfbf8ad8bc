import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { SearchField } from 'react-aria-components/SearchField'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { Panel } from '../panel/Panel.tsx'
import { spokenKey } from '../shortcuts.ts'
import { useChatPlaces } from './chat-places.tsx'
import { chatSearchId, composerId, focusOn } from './focus-chat.ts'
import { FoundList, PastList } from './PastChats.tsx'
import type { OpenChatHere } from './PastChats.tsx'
import { PastChat } from './PastChat.tsx'

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 250

/** Goes to a chat, and in it to the message that was found. One that has ended is read in the panel. */
function useOpen(onClose: () => void): OpenChatHere {
  const { stores, chats } = useDesk()
  const places = useChatPlaces()
  const go = async (...[id, found]: Parameters<OpenChatHere>): Promise<void> => {
    const isPast = !stores.chats.getState().chats.has(id)
    if (isPast) await chats.openPast(id, found?.place)
    else if (found) await chats.older(id, found.place)
    const { chats: open, reading } = stores.chats.getState()
    const messages = (isPast ? reading : open.get(id))?.messages
    const isThere = found && messages?.some((message) => message.id === found.id)
    if (isThere) places.seek(id, found.id)
    if (isPast) return
    onClose()
    chats.show(id)
    if (!isThere) focusOn(composerId)
  }
  return (...wanted) => void go(...wanted)
}

/** All chats that are kept here: found by what was said, or the newest first. */
export function ChatsPanel({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const { stores, chats } = useDesk()
  const reading = useStore(stores.chats, (state) => state.reading)
  const [text, setText] = useState('')
  useEffect(() => {
    void chats.readPast()
    return () => {
      chats.clearSearch()
      chats.closePast()
    }
  }, [chats])
  useEffect(() => {
    if (text.trim() === '') {
      chats.clearSearch()
      return undefined
    }
    const timer = setTimeout(() => void chats.search(text), pause)
    return () => clearTimeout(timer)
  }, [chats, text])
  const open = useOpen(onClose)
  return (
    <Panel heading={say('chat.panel')} close={say('chat.panel.close')} onClose={onClose}>
      {reading ? (
        <PastChat reading={reading} onBack={() => chats.closePast()} />
      ) : (
        <>
          <SearchField
            className="field"
            value={text}
            onChange={setText}
            onSubmit={(wanted) => void chats.search(wanted)}
          >
            <Label>{say('chat.search')}</Label>
            <div className="case-search-input">
              <Search aria-hidden />
              <Input id={chatSearchId} data-first-focus aria-keyshortcuts={spokenKey('findChat')} />
              {text !== '' && <Button className="button quiet">{say('chat.search.clear')}</Button>}
            </div>
          </SearchField>
          {text.trim() === '' ? <PastList onOpen={open} /> : <FoundList onOpen={open} />}
        </>
      )}
    </Panel>
  )
}
