// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { asMessageId } from '../../../renderer/domain/ids.ts'
import { conversation, openDesk } from './xmpp-desk.ts'
import { chat, queues, room, XmppWire } from './xmpp-wire.ts'

let wire: XmppWire
let desk: ReturnType<typeof openDesk>

beforeEach(async () => {
  wire = await XmppWire.open()
  desk = openDesk(wire)
})
afterEach(() => {
  desk.abandon()
  wire.close()
})

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const sent = (part: string): readonly string[] => wire.heard.filter((frame) => frame.includes(part))

describe('the queue', () => {
  it('says the agent’s name, which is theirs in the rooms', async () => {
    await desk.enter()
    expect(desk.facts.slice(0, 2).map(({ kind }) => kind)).toEqual(['agent-named', 'own-conversations'])
    expect(sent(`to="${room}/Ada"`)).toHaveLength(1)
  })

  it('is missed when it goes, and is told everything again when it starts anew', async () => {
    await desk.enter()
    wire.say(`<presence xmlns='jabber:client' type='unavailable' from='${queues}'/>`)
    await desk.until('queue-gone')
    wire.say(`<presence xmlns='jabber:client' from='${queues}'/>`)
    await desk.until('queue-back')
    await desk.until('own-conversations', 2)
    expect(sent('<max-chats>')).toHaveLength(2)
    expect(desk.chat.send(conversation, asMessageId('m-1'), { kind: 'text', text: 'goes on' })).toBe(true)
  })

  it('is not taken for one that starts anew while it still answers an earlier presence', async () => {
    await desk.chat.signIn(desk.account)
    desk.chat.stand({ takes: true, most: 3 })
    desk.chat.stand({ takes: true, most: 2 })
    await desk.until('own-conversations')
    await pause(100)
    expect(sent('<max-chats>')).toHaveLength(3)
    expect(desk.told('own-conversations')).toHaveLength(1)
  })
})

describe('the list of own chats', () => {
  it('is asked for once more when a chat was given while it was on its way', async () => {
    let lists = 0
    wire.answer = (frame) => {
      if (!frame.includes('<mine')) return undefined
      const given = `<message xmlns='jabber:client' from='${queues}'>${chat}</message>`
      if (++lists === 1) wire.say(given)
      const mine = `<mine xmlns='urn:foyer:queue:1' name='Ada'>${lists === 1 ? '' : chat}</mine>`
      return `<iq xmlns='jabber:client' type='result' id='$ID' from='${queues}'>${mine}</iq>`
    }
    await desk.chat.signIn(desk.account)
    await desk.until('own-conversations', 2)
    await pause(50)
    expect([
      lists,
      ...desk.told('own-conversations').map(({ conversations }) => conversations.length),
    ]).toEqual([2, 1, 1])
  })
})

describe('a chat that is over and given once more', () => {
  it('is entered again', async () => {
    await desk.enter()
    const told = (what: string): void =>
      wire.say(`<message xmlns='jabber:client' from='${queues}'>${what}</message>`)
    told(`<over xmlns='urn:foyer:queue:1' room='${room}' end='taken-over'/>`)
    await desk.until('conversation-over')
    desk.chat.leave(conversation)
    told(chat)
    await desk.until('own-conversations', 2)
    desk.chat.enter(conversation, undefined)
    await desk.until('conversation-caught-up', 2)
    expect(desk.told('conversation-over')).toMatchObject([{ end: 'taken-over' }])
  })
})
