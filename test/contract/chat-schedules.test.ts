// @vitest-environment node
import { expect, it } from 'vitest'

import { runChat } from '../soak/chat/run-chat.ts'
import { longTimes } from './chat/chat-centre.ts'
import { startPracticeChatCentre } from './chat/practice-chat-centre.ts'
import { startRealChatCentre } from './chat/real-chat-centre.ts'

/** `npm run soak -- chat` has a hundred of them for each server, with two hundred messages each way. */
const [seed, messages] = [1, 60]
/** Milliseconds: calm weather is waited for. */
const limit = 150_000

it.each([
  ['the practice centre', startPracticeChatCentre],
  ['Prosody', startRealChatCentre],
] as const)(
  'loses, doubles and confuses nothing through faults, a reload and a killed server, on %s',
  async (_name, start) => {
    const centre = await start(longTimes)
    const { violations } = await runChat(centre, seed, messages).finally(() => centre.stop())
    expect(violations).toEqual([])
  },
  limit,
)
