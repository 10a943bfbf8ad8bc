import { createDesktop } from '../../../../renderer/adapters/desktop/desktop.ts'
import { createDexieStores } from '../../../../renderer/adapters/dexie/dexie-stores.ts'
import { asConversationId } from '../../../../renderer/domain/ids.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import { practiceRealm } from '../../../../renderer/domain/setup.ts'
import { createChatSearch } from '../../../../renderer/services/chats/chat-search.ts'
import { createProblems } from '../../../../renderer/services/problems.ts'
import { createChatStore } from '../../../../renderer/state/chat-store.ts'
import { createProblemStore } from '../../../../renderer/state/problem-store.ts'
import { watchFrames } from '../../cases/page/frames.ts'
import type { Frames } from '../../cases/page/frames.ts'
import { benchChat, benchMessages } from './bench-chats.ts'

/** What a measuring hand needs inside the desk's page. Times are epoch milliseconds or durations in milliseconds. */
export interface ChatBench {
  /** Stores chats of these numbers with all their messages. */
  load(from: number, to: number): Promise<void>
  /** Opens the store anew, as at the beginning of a shift: nothing of it is in memory. */
  openStore(): Promise<void>
  closeStore(): void
  /** A search as the screen gets it, with the chats that the messages are of. */
  search(text: string): Promise<{ readonly took: number; readonly found: number }>
  watchFrames(): void
  frames(): Frames
  /** Looks out for the next of these keys. */
  awaitKey(key: string): void
  /** When it was pressed. */
  pressedAt(): Promise<number>
  /** How many messages of a chat's customer are on the disk of this realm, which a shift has open. */
  stored(realm: string, conversation: string): Promise<number>
  /** When a text stands in the conversation that is shown. */
  shown(text: string): Promise<number>
}

declare global {
  interface Window {
    chatBench: ChatBench
  }
}

async function must<T>(outcome: Promise<Result<T, unknown>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const desktop = createDesktop(window.desktop)
const { records, chats } = createDexieStores({ user: () => 'agent-7' })
const state = createChatStore()
const problems = createProblemStore()
const finder = createChatSearch({
  store: chats,
  state,
  problems: createProblems(problems, { report: () => undefined }),
})
let pressed: Promise<number> = Promise.reject(new Error('no key was awaited'))
pressed.catch(() => undefined)
let frames: ReturnType<typeof watchFrames> | undefined

window.chatBench = {
  async load(from, to) {
    for (let at = from; at < to; at += 1)
      await must(chats.commit({ conversations: [benchChat(at)], messages: benchMessages(at) }))
  },
  async openStore() {
    await must(records.open(practiceRealm, await must(desktop.keys.open(practiceRealm))))
  },
  closeStore: () => records.close(),
  async search(text) {
    const begin = performance.now()
    await finder.search(text)
    const took = performance.now() - begin
    if (problems.getState().problems.length > 0) throw new Error('the store was not read')
    return { took, found: state.getState().search?.found.length ?? 0 }
  },
  watchFrames: () => void (frames = watchFrames()),
  frames() {
    if (!frames) throw new Error('no frames were counted')
    return frames.stop()
  },
  awaitKey(key) {
    pressed = new Promise((resolve) => {
      const hear = (event: KeyboardEvent): void => {
        if (event.key !== key) return
        window.removeEventListener('keydown', hear, true)
        // As wall time, which the other side reads too; the event may have waited for its turn.
        resolve(Date.now() - (performance.now() - event.timeStamp))
      }
      window.addEventListener('keydown', hear, true)
    })
  },
  pressedAt: () => pressed,
  async stored(realm, conversation) {
    const beside = createDexieStores({ user: () => 'agent-7' })
    await must(beside.records.open(realm, await must(desktop.keys.open(realm))))
    const all = await must(beside.chats.messages(asConversationId(conversation), undefined, Infinity))
    beside.records.close()
    return all.filter(({ from }) => from.role === 'customer').length
  },
  shown: (text) =>
    new Promise((resolve) => {
      const look = (): boolean => {
        if (document.querySelector('.transcript')?.textContent.includes(text) !== true) return false
        observer.disconnect()
        resolve(Date.now())
        return true
      }
      const observer = new MutationObserver(look)
      if (!look()) observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    }),
}
