import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { asCallId, asCaseId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { makeCall, makeContact, makeInteraction, makeParty, shiftStart } from '../../make.ts'
import { offer, openChatDesk } from './chat-desk-under-test.ts'
import type { ChatDeskUnderTest } from './chat-desk-under-test.ts'

/** Calls and chats of one customer are one story, whichever came first. */

let disk = 64_000
let at: ChatDeskUnderTest
const number = offer.customer.number ?? ''

beforeEach(async () => {
  at = await openChatDesk((disk += 1))
})
afterEach(() => at.die())

const page = () => at.stores.work.getState().pages.at(-1)?.interaction

/** A call with that number, some minutes before the chat. */
async function called(minutes: number, contact: string | undefined): Promise<void> {
  const endedAt = shiftStart - minutes * 60_000
  const interaction = makeInteraction({
    ...{ id: asInteractionId('the-call'), number, contact: undefined, case: asCaseId('case-7') },
    ...{ offeredAt: endedAt - 60_000, answeredAt: endedAt - 50_000, endedAt },
  })
  if (contact === undefined) await at.records.saveInteraction(interaction)
  else {
    const known = makeContact({ name: contact, numbers: [number] })
    await at.records.saveContact(known)
    await at.records.saveInteraction({ ...interaction, contact: known.id })
  }
  at.stores.work.setState({ recent: [interaction] })
}

describe('a chat after a call', () => {
  it.each([
    ['somebody whom the desk knows', 'Hélène Roy'],
    ['somebody whom it knows by their number alone', undefined],
  ])('goes on from it, in its case: %s', async (_, contact) => {
    await called(10, contact)
    await at.accept()
    expect([page()?.channel, page()?.continues, page()?.case]).toEqual(['chat', 'the-call', 'case-7'])
  })

  it('is a story of its own when the call was long ago, or somebody else’s', async () => {
    await called(31, undefined)
    await at.accept()
    expect([page()?.continues, page()?.case]).toEqual([undefined, undefined])
  })
})

describe('a call out of a chat', () => {
  it('dials the customer’s number under the name that they gave, and goes on from the chat', async () => {
    await at.accept()
    const chat = page()
    await at.desk.call(offer.conversation)
    expect(at.dialled).toEqual([`${number} continues Hélène`])
    const call = asCallId('call-1')
    at.writeUp.begin({ ...makeCall(), id: call, party: makeParty({ number }) })
    at.writeUp.continueWith(call, chat?.id ?? asInteractionId('none'))
    await vi.waitFor(() => expect(page()?.continues).toBe(chat?.id))
  })
})
