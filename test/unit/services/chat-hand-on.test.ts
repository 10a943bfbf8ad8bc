import { expect, it } from 'vitest'

import { ok } from '../../../renderer/domain/result.ts'
import { openChatDesk } from './chat-desk-under-test.ts'

it('nobody is offered themselves to hand a chat on to, and whoever has room stands first', async () => {
  const seat = await openChatDesk(66_000)
  const person = (user: string, chats: number) => ({
    ...{ user, name: user, isLead: false, takesChats: true, chats, most: 3 },
  })
  const colleagues = [person('Ada', 0), person('ben', 3), person('cleo', 1)]
  seat.server.chat.people = () => Promise.resolve(ok({ colleagues, queues: ['Passports'] }))
  await seat.desk.askPeople()
  expect(seat.state.getState().people?.colleagues.map(({ user }) => user)).toEqual(['cleo', 'ben'])
  seat.die()
})
