import type { Figure } from '../figure.ts'
import { spread } from '../figure.ts'
import { openChatPage } from './open-chat-page.ts'
import { messagesEach } from './page/bench-chats.ts'
import { frameFigures } from './talk-figures.ts'

const messages = 100_000
/** Chats that are stored between two words about how far it is. */
const step = 50

/** What agents look for: much, little, nothing, one letter on the way to a word, several words, a number. */
const wanted = [
  ...['p', 'pa', 'passeport', 'zzz', 'certificat naissance', 'bonjour passport', 'PT-23', 'PT-23-64000'],
  ...['catherine rue envoyer', 'thank', 'recu piece', 'photographs fee office', 'e', 'the a', '12'],
]
const rounds = 5

/** A hundred thousand stored messages, and a shift that begins: the first search, and those after it. */
export async function search(): Promise<readonly Figure[]> {
  const { page, heap, stop } = await openChatPage()
  try {
    await page.evaluate(() => window.chatBench.openStore())
    for (let at = 0; at < messages / messagesEach; at += step) {
      await page.evaluate(([from, to]) => window.chatBench.load(from, to), [at, at + step] as const)
      process.stderr.write(`\rmessages stored: ${String((at + step) * messagesEach)}   `)
    }
    process.stderr.write('\n')
    await page.evaluate(() => {
      window.chatBench.closeStore()
      return window.chatBench.openStore()
    })
    const before = await heap()
    const first = await page.evaluate(async () => {
      window.chatBench.watchFrames()
      const answer = await window.chatBench.search('passeport')
      return { ...answer, frames: window.chatBench.frames() }
    })
    const after = await heap()
    const next = await page.evaluate(
      async ([texts, times]) => {
        const took: number[] = []
        window.chatBench.watchFrames()
        for (let round = 0; round < times; round += 1)
          for (const text of texts) took.push((await window.chatBench.search(text)).took)
        return { took, frames: window.chatBench.frames() }
      },
      [wanted, rounds] as const,
    )
    if (first.found === 0) throw new Error('nothing was found')
    return [
      {
        name: 'a search in 100,000 encrypted messages, the slowest',
        value: Math.max(...next.took),
        unit: 'ms',
        atMost: 100,
        detail: spread(next.took),
      },
      {
        name: 'the first search of a shift: reads and decrypts all',
        value: first.took,
        unit: 'ms',
        detail: 'into this window’s memory, never onto the disk',
      },
      {
        name: 'heap that the words take',
        value: (after - before) / 1000,
        unit: 'kB',
        detail: 'after collection',
      },
      ...frameFigures('while it reads all', first.frames),
      ...frameFigures('during later searches', next.frames),
    ]
  } finally {
    await stop()
  }
}
