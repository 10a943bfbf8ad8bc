import type { Message } from '../../domain/message.ts'

/** Which message it is. */
export type MessageKey = Pick<Message, 'conversation' | 'id'>

interface Entry extends MessageKey {
  readonly at: number
  /** Where its words begin in the page's. */
  readonly from: number
}

interface Page {
  readonly entries: Entry[]
  words: string
  newest: number
}

/** Messages of one page: one look at the words of all of them tells whether any needs a look of its own. */
const perPage = 256
/** Pages that are looked through before the window gets a turn: some milliseconds. */
const pagesAtOnce = 64

/**
 * The words of a text, without case and accents, each after a space: `reçu` is found by `recu`, `cœur` by `coeur`. A word
 * that begins with another follows a space too, and nothing else does.
 */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)

const textOf = ({ body }: Message): string | undefined => {
  if (body.kind === 'text') return body.text
  return body.kind === 'file' ? body.file.name : undefined
}

/**
 * The words of messages, in memory, as plain text page by page. To look through the text of a hundred thousand messages is
 * the work of some milliseconds; an index by word would take more memory, and one letter, which begins a word of nearly
 * every message, would cost it seconds.
 */
export function createChatWords() {
  const pages: Page[] = []
  const known = new Map<string, Set<string>>()

  /** @returns whether it is new. */
  function note({ conversation, id }: MessageKey): boolean {
    const ids = known.get(conversation) ?? new Set()
    if (ids.has(id)) return false
    known.set(conversation, ids.add(id))
    return true
  }

  function openPage(): Page {
    const last = pages.at(-1)
    if (last && last.entries.length < perPage) return last
    const page = { entries: [], words: '', newest: -Infinity }
    pages.push(page)
    return page
  }

  return {
    add(message: Message): void {
      const text = textOf(message)
      // What is said is never changed, only how far it has come.
      if (text === undefined || !note(message)) return
      const { conversation, id, at } = message
      const page = openPage()
      page.entries.push({ conversation, id, at, from: page.words.length })
      page.words += `${wordsOf(text).join('')}\n`
      page.newest = Math.max(page.newest, at)
    },

    /** Messages that have a word beginning with each of these, newest first. */
    async find(text: string, limit: number): Promise<readonly MessageKey[]> {
      const wanted = wordsOf(text)
      if (wanted.length === 0) return []
      let found: Entry[] = []
      const inOrder = [...pages].sort((a, b) => b.newest - a.newest)
      for (const [nth, page] of inOrder.entries()) {
        // Whatever is further back is older than all that were found.
        const oldest = found.length < limit ? undefined : found.at(-1)
        if (oldest && oldest.at >= page.newest) break
        const more = findIn(page, wanted)
        if (more.length > 0) found = [...found, ...more].sort((a, b) => b.at - a.at).slice(0, limit)
        if (nth % pagesAtOnce === pagesAtOnce - 1) await turn()
      }
      return found
    },
  }
}

export type ChatWords = ReturnType<typeof createChatWords>

function findIn({ entries, words }: Page, wanted: readonly string[]): readonly Entry[] {
  if (!wanted.every((word) => words.includes(word))) return []
  return entries.filter(({ from }, nth) => {
    const own = words.slice(from, entries[nth + 1]?.from)
    return wanted.every((word) => own.includes(word))
  })
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
