import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { asCaseId, asInteractionId } from '../../../renderer/domain/ids.ts'
import type { WorkState } from '../../../renderer/state/work-store.ts'
import { CasesInHand } from '../../../renderer/ui/desk/case/CasesInHand.tsx'
import { NewCaseForm } from '../../../renderer/ui/desk/case/NewCaseForm.tsx'
import { makeContact, makeInteraction } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { benefits, makeOpen, show } from './case-on-screen.tsx'

const contact = makeContact({ addresses: ['amelie@example.org'] })
const page = asInteractionId('interaction-1')

const inHand = (attached?: string): Partial<WorkState> => {
  const interaction = makeInteraction({ case: attached === undefined ? undefined : asCaseId(attached) })
  return {
    shown: page,
    pages: [{ interaction, call: undefined, contact, past: [], saved: 'saved' }],
  }
}

const records = [makeCase(), makeCase({ id: 'case-2', number: undefined, fields: { subject: ['Address'] } })]

describe('beside a call', () => {
  it('the customer’s cases can be opened, and the call attached to one', async () => {
    const { user, asked } = show(<CasesInHand />, {
      work: inHand(),
      cases: { inHand: { page, records, loading: false } },
    })
    await user.click(screen.getByRole('button', { name: 'Open – Address' }))
    await user.click(screen.getByRole('button', { name: 'Attach the call – March payment' }))
    expect(asked).toEqual(['open case-2', 'attach interaction-1 to case-1'])
  })

  it('the attached one says so, and can be detached; the open case stands below', async () => {
    const { user, asked } = show(<CasesInHand />, {
      work: inHand('case-1'),
      cases: { inHand: { page, records, loading: false }, open: makeOpen() },
    })
    expect(screen.getByText('The call is attached')).toBeTruthy()
    expect(screen.getByRole('article', { name: 'March payment' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Detach – March payment' }))
    expect(asked).toEqual(['attach interaction-1 to nothing'])
  })

  it('a case that was open before, somebody else’s, is not there to be written to by mistake', async () => {
    const { user, asked } = show(<CasesInHand />, {
      work: inHand(),
      cases: {
        inHand: { page, records, loading: false },
        open: makeOpen(makeCase({ id: 'case-9', fields: { subject: ['A stranger’s'] } })),
      },
    })
    expect(screen.queryByRole('article')).toBeNull()
    expect(screen.getByText(/^Another case was open before: A stranger’s/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show that case' }))
    expect(asked).toEqual([])
  })

  it.each([
    [{ page, records: [], loading: false }, 'No case of this customer is known.'],
    [{ page, records: [], loading: true }, 'Looking for cases…'],
    // Still those of the customer before.
    [{ page: asInteractionId('other'), records, loading: false }, 'Looking for cases…'],
  ])('it says what is known so far', (state, words) => {
    show(<CasesInHand />, { work: inHand(), cases: { inHand: state } })
    expect(screen.getByRole('status').textContent).toBe(words)
    expect(screen.queryAllByRole('listitem')).toEqual([])
  })

  it('a new case is begun for the customer, and the call attached to it', async () => {
    const { user, asked, begun } = show(<CasesInHand />, { work: inHand() })
    await user.click(screen.getByRole('button', { name: 'New case…' }))
    const form = within(screen.getByRole('region', { name: 'New case for Amélie Tremblay' }))
    await user.type(form.getByRole('textbox', { name: 'Subject' }), ' Pension ')
    await user.type(form.getByRole('textbox', { name: 'Priority' }), '5')
    await user.click(form.getByRole('button', { name: 'Save the case' }))
    expect(begun).toEqual([
      {
        ...{ queue: 'Benefits', subject: 'Pension', requestors: ['amelie@example.org'], text: '' },
        ...{ fields: new Map([['priority', ['5']]]), files: [] },
      },
    ])
    expect(asked).toEqual(['begin Pension', 'attach interaction-1 to case-new'])
    expect(screen.queryByRole('region', { name: /^New case/ })).toBeNull()
  })
})

describe('the form for a new case', () => {
  const passports = { ...benefits, name: 'Passports' }

  it('says what is missing, and begins nothing', async () => {
    const { user, begun } = show(<NewCaseForm onClose={() => undefined} />, {
      cases: { queues: [benefits, passports] },
    })
    await user.type(screen.getByRole('textbox', { name: /addresses/ }), 'amelie')
    await user.click(screen.getByRole('button', { name: 'Save the case' }))
    expect(screen.getByText('Choose the queue.')).toBeTruthy()
    expect(screen.getByText('Say in a line what it is about.')).toBeTruthy()
    expect(screen.getByText(/Type mail addresses/)).toBeTruthy()
    expect(begun).toEqual([])
    // Where the first fault is, so that it comes into sight.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Queue/ }))
  })

  it('asks what the chosen queue wants to know, and keeps all of it as a draft', async () => {
    const { user, store } = show(<NewCaseForm onClose={() => undefined} />, {
      cases: { queues: [benefits, passports] },
    })
    expect(screen.queryByRole('checkbox')).toBeNull()
    await user.click(screen.getByRole('button', { name: /Queue/ }))
    await user.click(screen.getByRole('option', { name: 'Passports' }))
    await user.click(screen.getByRole('checkbox', { name: 'Passport' }))
    await user.type(screen.getByRole('textbox', { name: 'What the customer wants' }), 'A stamp')
    expect(store.getState().drafts.get('case:new')).toEqual({
      ...{ requestors: '', queue: 'Passports', text: 'A stamp', 'field:custom:Documents': 'Passport' },
    })
  })

  it('says so when the draft was begun for somebody else, and can be emptied', async () => {
    const { user } = show(<NewCaseForm contact={contact} onClose={() => undefined} />, {
      cases: { drafts: new Map([['case:new', { subject: 'Mine', requestors: 'zoe@example.org' }]]) },
    })
    expect(screen.getByText(/You began this case for zoe@example.org/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Empty the form' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Subject' }).value).toBe('')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /addresses/ }).value).toBe(
      'amelie@example.org',
    )
  })
})
