// @vitest-environment jsdom
import './setup.ts'

import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Conversation } from '../../../renderer/domain/conversation.ts'
import { asConversationId, asInteractionId, asMessageId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import type { Message } from '../../../renderer/domain/message.ts'
import { storiesOf } from '../../../renderer/ui/desk/history/stories.ts'
import { shiftStart } from '../../make.ts'
import { heading, log, offerOf, openChats, settle, told } from './chats-on-screen.tsx'
import { spoken, talking } from './desk-on-screen.tsx'

const rail = () =>
  [...document.querySelectorAll('.rail-item.chat strong:first-child')].map(({ textContent }) => textContent)

describe('around the chats', () => {
  it('an offer is told with its key, and a call that rings comes first', async () => {
    const { offer, tell, user, desk } = await openChats()
    offer(offerOf('Hélène'))
    expect(spoken()).toEqual(['A chat with Hélène, queue Passports. F2 accepts it.'])
    tell(talking()[0] as never)
    await user.keyboard('{F2}')
    expect(desk.stores.chats.getState().offers).toHaveLength(1)
  })

  it('whoever waits longest stands first, with what is unread, and is told once', async () => {
    const { take, says, desk } = await openChats()
    await take('Hélène')
    await take('Daniel')
    await take('Ruth')
    const before = told()
    act(() => desk.timing.pass(1000))
    await says('Hélène', 'Allô?')
    await says('Hélène', 'Encore?')
    // What comes into a chat that nobody looks at is painted a moment later, with what comes into the others.
    act(() => desk.timing.pass(250))
    await waitFor(() => expect(document.title).toBe('(2) In a chat – Foyer'))
    expect(rail()[0]).toBe('Hélène')
    expect(told().slice(before.length)).toEqual(['New message from Hélène'])
    expect(within(screen.getByRole('button', { name: /^Hélène/ })).getByText('2 new messages')).toBeTruthy()
  })

  it('an agent with chats cannot sign out, is told why, and sees how many they may have', async () => {
    const { take } = await openChats()
    await take('Hélène')
    expect(screen.getByRole('button', { name: 'Sign out' }).title).toBe('End or hand on your chats first.')
    expect(screen.getByRole('button', { name: /^Chats: 1 of \d$/ })).toBeTruthy()
  })

  it('all chats can be searched by one key, and an earlier one is read without a new record', async () => {
    const { take, says, user, desk } = await openChats()
    await take('Hélène')
    await says('Hélène', 'Mon reçu est arrivé')
    await user.keyboard('/end{Enter}')
    await settle()
    await user.click(await screen.findByRole('radio', { name: 'Resolved' }))
    await user.click(screen.getByRole('button', { name: 'Save and close' }))
    await settle()
    const records = desk.stores.work.getState().recent.length
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}')
    await user.keyboard('recu{Enter}')
    await settle()
    const panel = within(screen.getByRole('region', { name: 'All chats' }))
    expect((await panel.findByText('reçu')).tagName).toBe('MARK')
    await user.click(panel.getByRole('button', { name: /Hélène/ }))
    await settle()
    expect(document.activeElement?.textContent).toMatch(/Mon reçu est arrivé$/)
    expect(panel.getByRole('heading', { name: 'Hélène' })).toBeTruthy()
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}')
    await settle()
    expect(document.activeElement).toBe(panel.getByRole('searchbox', { name: 'Search in all chats' }))
    expect(desk.stores.work.getState().recent).toHaveLength(records)
  })

  it('what was found in a chat that goes on is gone to, however far back it is', async () => {
    const { take, says, user } = await openChats()
    await take('Hélène')
    await says('Hélène', 'Mon reçu est arrivé')
    for (let nth = 0; nth < 5; nth += 1) await says('Hélène', `line ${nth}`)
    await take('Daniel')
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}')
    await user.keyboard('recu{Enter}')
    await settle()
    const panel = within(screen.getByRole('region', { name: 'All chats' }))
    await user.click(await panel.findByRole('button', { name: /Hélène/ }))
    await settle()
    expect(heading().textContent).toBe('Hélène')
    expect(document.activeElement?.textContent).toMatch(/^Hélène.*Mon reçu est arrivé$/)
    expect(document.activeElement?.closest('[role=log]')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'All chats' })).toBeNull()
    await user.keyboard('{Tab}')
    expect(log().querySelectorAll('li[tabindex]')).toHaveLength(0)
  })

  it('an earlier chat opens at what was found in it, and is read back to its beginning', async () => {
    const { desk, user } = await openChats()
    const { id, customer, queue } = { ...offerOf('Hélène'), id: asConversationId('long ago') }
    const times = { askedAt: shiftStart, takenAt: shiftStart, lastAt: shiftStart, endedAt: shiftStart }
    const past: Conversation = {
      ...{ id, customer, queue, handOver: undefined, reason: 'new', from: undefined, ...times },
      ...{ end: 'agent-ended', readTo: undefined, unread: 0 },
      ...{ unansweredSince: undefined, firstAnswerAt: undefined },
    }
    const line = (place: number): Message => ({
      ...{ id: asMessageId(`m-${place}`), conversation: id, from: { role: 'customer', name: 'Hélène' } },
      ...{ at: shiftStart, place, archived: `a-${place}`, delivery: undefined },
      body: { kind: 'text', text: `line${place}` },
    })
    const messages = Array.from({ length: 230 }, (_, place) => line(place))
    await desk.chatStore.commit({ conversations: [past], messages })
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}')
    await user.keyboard('line77{Enter}')
    await settle()
    const panel = within(screen.getByRole('region', { name: 'All chats' }))
    await user.click(await panel.findByRole('button', { name: /Hélène/ }))
    await settle()
    expect(document.activeElement?.textContent).toMatch(/line77$/)
    expect(panel.queryByText('line0')).toBeNull()
    await user.click(panel.getByRole('button', { name: 'Show earlier messages' }))
    await settle()
    expect(panel.getByText('line0')).toBeTruthy()
    expect(panel.queryByRole('button', { name: 'Show earlier messages' })).toBeNull()
  })

  it('a call out of a chat has the customer’s name and the story of the chat beside it', async () => {
    const { take, user } = await openChats()
    const customer = { ...offerOf('Hélène').customer, number: '+15145550199' }
    await take('Hélène', { customer })
    await user.keyboard('/call{Enter}')
    await settle()
    expect(heading().textContent).toBe('Hélène')
    const story = within(screen.getByRole('region', { name: 'Story' }))
    expect(story.getByText('Où est mon passeport?')).toBeTruthy()
    expect(story.getByText('Going on now')).toBeTruthy()
    expect(story.queryByText('Wrap-up not finished')).toBeNull()
  })

  it('a wrap-up after a call asks what comes next though chats go on', async () => {
    const { take, tell, user } = await openChats()
    await take('Hélène')
    tell(...talking(), {
      kind: 'call-ended',
      cause: 'customer-hung-up',
      call: 'call-1' as never,
      at: shiftStart + 9000,
    })

    await user.click(within(screen.getByRole('navigation')).getByRole('button', { name: /555-0123/ }))
    expect(heading().textContent).toMatch(/Amélie Tremblay|555-0123/)
    expect(screen.getByRole('button', { name: 'Save and take the next call' })).toBeTruthy()
  })

  it('what was gone on with stands above where it began, whatever the records say', () => {
    const one = (id: string, continues?: string) =>
      ({ id: asInteractionId(id), continues: continues && asInteractionId(continues) }) as Interaction
    const ids = (list: readonly Interaction[]) => storiesOf(list).map((story) => story.map(({ id }) => id))
    expect(ids([one('call', 'chat'), one('other'), one('chat')])).toEqual([['call', 'chat'], ['other']])
    expect(
      ids([one('a', 'b'), one('b', 'a'), one('c', 'c'), one('d', 'gone')])
        .flat()
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd'])
  })

  it('the list of keys has those for chats', async () => {
    const { user } = await openChats('fr')
    await user.keyboard('{F1}')
    const list = within(screen.getByRole('region', { name: 'Raccourcis' }))
    expect(list.getByText('Maj+F1')).toBeTruthy()
    expect(list.getByText('Ctrl+1…9')).toBeTruthy()
  })
})
