import { setNarrow } from './setup.ts'
import './list-room.ts'

import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { asEntryId } from '../../../renderer/domain/ids.ts'
import type { EntryId } from '../../../renderer/domain/ids.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { CaseListState, CaseState, OpenCase } from '../../../renderer/state/case-store.ts'
import type { Desk } from '../../../renderer/ui/desk/desk-context.tsx'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { makeEntry, makeNote } from './case-on-screen.tsx'
import { openDesk, talking } from './desk-on-screen.tsx'

const march = makeCase({ fields: { requestors: ['amelie@example.com'] } })
const passport = makeCase({ id: 'case-2', number: undefined, fields: { subject: ['Passport'], owner: [] } })

const list = (change: Partial<CaseListState> = {}): CaseListState => ({
  show: { kind: 'view', view: 'mine' },
  records: [march, passport],
  loading: false,
  more: false,
  ...change,
})

const opened: OpenCase = { record: march, events: [], entries: [], saved: 'saved' }

async function openCases(state: Partial<CaseState> = {}, change: Partial<Desk> = {}) {
  const desk = await openDesk('en', change, { link: { kind: 'up' }, list: list(), ...state })
  await desk.user.keyboard('{Shift>}{F3}{/Shift}')
  desk.cases.asked.length = 0
  return desk
}

const rows = () => screen.getAllByRole('row').map((row) => row.textContent)
const tags = () =>
  screen
    .getAllByRole('row')
    .map((one) => [...one.querySelectorAll('.tag')].map(({ textContent }) => textContent))
const row = (name: string) => screen.getByRole('row', { name })

describe('the list of cases', () => {
  it('says of each case what it is, whose, and what of it is not sent or needs the agent', async () => {
    await openCases({
      list: list({
        records: [
          { ...march, underWay: 2, needsAgent: 1 },
          passport,
          makeCase({
            id: 'case-3',
            fields: { status: ['chez nous'] },
            record: { standing: { kind: 'deleted' } },
          }),
        ],
      }),
    })
    expect(rows()).toEqual([
      '1042March paymentamelie@example.comOwner: ada1 needs youopen2 changes wait here',
      'not sent yetPassportNobody has itopen',
      '1042March paymentOwner: adaDeleted therechez nous',
    ])
  })

  it('says what is due and what is overdue, in words; a day without an hour is over at its end', async () => {
    const [year, month, day] = [2026, 11, 23]
    const due = (text: string) => ({ due: [text] })
    const promised = {
      id: 'p',
      kind: 'call-back',
      what: 'Ask again',
      number: undefined,
      keptAt: undefined,
    } as const
    const now = new Date(year, month - 1, day, 15).getTime()
    await openCases(
      {
        list: list({
          records: [
            makeCase({ id: 'a', fields: due('2026-11-23') }),
            makeCase({ id: 'b', fields: due('2026-11-22') }),
            makeCase({ id: 'c', fields: due(new Date(year, month - 1, day, 14).toISOString()) }),
            makeCase({ id: 'd', record: { promises: [{ ...promised, dueAt: now + 3_600_000 }] } }),
            makeCase({ id: 'e', record: { promises: [{ ...promised, dueAt: now - 90_000_000 }] } }),
            makeCase({ id: 'f', fields: due('soon') }),
          ],
        }),
      },
      { now: () => now },
    )
    expect(tags()).toEqual([
      ['open', 'Due Nov 23'],
      ['open', 'Overdue since Nov 22'],
      ['open', 'Overdue since 2:00\u00a0p.m.'],
      ['open', 'Call-back by 4:00\u00a0p.m.'],
      ['open', 'Call-back overdue since Nov 22, 2:00\u00a0p.m.'],
      ['open'],
    ])
  })

  it('is gone through with the arrows, opened with Enter, and a case pinned with P', async () => {
    const { cases, user } = await openCases()
    await waitFor(() => expect(document.activeElement).toBe(row('March payment')))
    await user.keyboard('{ArrowDown}p{ArrowUp}{Enter}')
    expect(cases.asked).toEqual(['pin case-2', 'open case-1'])
  })

  it('goes on when its end is in sight, and not while more is on its way', async () => {
    const { cases } = await openCases({ list: list({ more: true, loading: true }) })
    expect(cases.asked).toEqual([])
    act(() => cases.store.setState({ list: list({ more: true }) }))
    await waitFor(() => expect(cases.asked).toEqual(['more']))
  })

  it.each([
    [list({ records: [], loading: true }), 'Opening the list…'],
    [list({ records: [] }), 'No open case is yours. The team’s list has the others.'],
    [
      list({ records: [], show: { kind: 'search', text: 'zzz' } }),
      'No case has “zzz”. Try the beginning of a word, fewer words, or the case’s number.',
    ],
  ])('says why it is empty (%#)', async (shown, text) => {
    await openCases({ list: shown })
    expect(screen.getByText(text)).toBeTruthy()
  })

  it('says that the case system cannot be reached, and shows what is here', async () => {
    await openCases({ link: { kind: 'down', since: 0, retryAt: undefined } })
    expect(screen.getByText(/^The case system cannot be reached\. These are the cases/)).toBeTruthy()
    expect(rows()).toHaveLength(2)
  })

  it('has a list for each view, with the counts that are known', async () => {
    const { cases, user } = await openCases({
      counts: { cases: 9, underWay: 2, needsAgent: 1 },
      due: [march],
    })
    const views = within(screen.getByRole('radiogroup', { name: 'Lists' }))
    expect(views.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual([
      'Mine',
      'Team',
      'Due',
      'Promises1',
      'Not sent3',
      'Pinned',
    ])
    await user.click(views.getByRole('radio', { name: /^Not sent/ }))
    expect(cases.asked).toEqual(['show unsent'])
  })
})

describe('the cases on the desk', () => {
  it('leave the call’s controls where they are, and go when another call comes in hand', async () => {
    const { tell, user, desk } = await openCases()
    tell(...talking())
    expect(await screen.findByRole('textbox', { name: 'Note' })).toBeTruthy()
    await user.click(screen.getByRole('tab', { name: 'Cases' }))
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
    expect(rows()).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Mute' }))
    await user.keyboard('{F4}')
    expect(desk.wire.asked.slice(-2)).toEqual(['mute call-1', 'hold call-1'])
    await user.click(screen.getByRole('tab', { name: 'This call' }))
    expect(screen.getByRole('textbox', { name: 'Note' })).toBeTruthy()
  })

  it('come up with a case that is opened from elsewhere', async () => {
    const { cases } = await openDesk('en', {}, { list: list() })
    act(() => cases.store.setState({ open: opened }))
    expect(screen.getByRole('tab', { name: 'Cases' }).getAttribute('aria-selected')).toBe('true')
  })

  it('leave a case that is opened beside a call there, with the note in sight', async () => {
    const { cases, tell, user } = await openDesk('en', {}, { list: list() })
    tell(...talking())
    await screen.findByRole('textbox', { name: 'Note' })
    await user.click(screen.getByRole('tab', { name: 'Story' }))
    act(() => cases.store.setState({ open: opened }))
    expect(screen.getByRole('tab', { name: 'Case' }).getAttribute('aria-selected')).toBe('true')
    expect(screen.getByRole('textbox', { name: 'Note' })).toBeTruthy()
    expect(screen.queryByRole('row')).toBeNull()
  })

  it('let the agent begin a case, and go back to the one that is opened next', async () => {
    const { cases, user } = await openCases()
    await user.click(screen.getByRole('button', { name: 'New case…' }))
    expect(screen.getByRole('heading', { name: 'New case' })).toBeTruthy()
    act(() => cases.store.setState({ open: opened }))
    expect(screen.queryByRole('heading', { name: 'New case' })).toBeNull()
  })

  it('are nowhere where the centre has no case system', async () => {
    const { user } = await openDesk()
    await user.keyboard('{Shift>}{F3}{/Shift}')
    expect(screen.queryByRole('tab', { name: 'Cases' })).toBeNull()
    expect(screen.queryByText('Cases')).toBeNull()
  })

  it('give way to the open case in a narrow window, and are there again with a way back', async () => {
    const { cases, user } = await openCases()
    setNarrow(true)
    expect(screen.getByRole('tab', { name: 'Cases' }).getAttribute('aria-selected')).toBe('true')
    act(() => cases.store.setState({ open: opened }))
    expect(screen.queryByRole('row')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Back to the list' }))
    expect(cases.asked).toContain('close')
    await waitFor(() => expect(document.activeElement).toBe(row('March payment')))
  })
})

describe('the last change', () => {
  it('is said to be saved, and taken back with a button or a key, but never instead of what is typed', async () => {
    const { cases, user } = await openCases()
    act(() => cases.store.setState({ undoable: asEntryId('entry-1') }))
    expect(screen.getByText('Your last change to a case is saved on this computer.')).toBeTruthy()
    await user.type(screen.getByRole('searchbox', { name: 'Find a case' }), 'x{Control>}z{/Control}')
    expect(cases.asked.filter((asked) => asked.startsWith('undo'))).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Undo/ }))
    await user.keyboard('{Control>}z{/Control}')
    expect(cases.asked.filter((asked) => asked.startsWith('undo'))).toEqual(['undo entry-1', 'undo entry-1'])
    await user.click(screen.getByRole('button', { name: 'Hide this line' }))
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
  })

  it('is heard also when it went at once and leaves no way back', async () => {
    const { cases } = await openCases({ open: opened })
    const written = makeEntry(makeNote('Called.'))
    const put = (entry: OutboxEntry, undoable?: EntryId): void =>
      act(() => cases.store.setState({ open: { ...opened, entries: [entry] }, undoable }))
    put(written, written.id)
    expect(screen.getByText('Your note is saved on this computer.')).toBeTruthy()
    put({ ...written, state: { kind: 'sent', at: 1, event: undefined } })
    expect(screen.getByText('Your note is in the case system.')).toBeTruthy()
    put({ ...written, state: { kind: 'withdrawn', at: 1, why: 'undone' } })
    expect(screen.getByText('Your last change is taken back.')).toBeTruthy()
  })
})
