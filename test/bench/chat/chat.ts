import type { Bench, Figure } from '../figure.ts'
import { beginChatShift } from './chat-shift.ts'
import { keys } from './keys.ts'
import { outages } from './outages.ts'
import { search } from './search.ts'
import { conversations, talk } from './talk.ts'

/** Chats in the real desk: the server and the queue are the practice centre's, the customers another implementation. */
export const chat: Bench = {
  name: 'chat',
  about: 'the desk in chats: keys to the other side, coming back, thirty at once, search in 100,000 messages',
  run: async () => [...(await shiftFigures()), ...(await search())],
}

async function shiftFigures(): Promise<readonly Figure[]> {
  const shift = await beginChatShift(conversations)
  try {
    const customer = await shift.serve('Amélie')
    return [
      ...(await keys(shift, customer)),
      ...(await outages(shift, customer)),
      ...(await talk(shift, customer)),
    ]
  } finally {
    await shift.stop()
  }
}
