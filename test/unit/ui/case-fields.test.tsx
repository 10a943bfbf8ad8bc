import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { OpenCasePane } from '../../../renderer/ui/desk/case/OpenCasePane.tsx'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { benefits, makeEntry, makeOpen, show } from './case-on-screen.tsx'

const fields = () => screen.getByRole('region', { name: 'Fields' })
const edit = (name: string) => within(fields()).getByRole('button', { name: new RegExp(`^Edit ${name} `) })

describe('the fields of a case', () => {
  it('change in place and are written with Enter, once', async () => {
    const { user, asked } = show(<OpenCasePane />, { cases: { open: makeOpen() } })
    await user.click(edit('Subject'))
    const field = within(fields()).getByRole('textbox', { name: 'Subject' })
    expect(document.activeElement).toBe(field)
    await user.clear(field)
    await user.type(field, 'April payment{Enter}')
    expect(asked).toEqual(['change case-1 subject to April payment'])
    expect(edit('Subject').textContent).toContain('March payment')
  })

  it('give up with Escape, and write nothing that was not changed', async () => {
    const { user, asked } = show(<OpenCasePane />, {
      cases: { open: makeOpen(makeCase({ fields: { due: ['2026-11-25T21:00:30Z'] } })) },
    })
    await user.click(edit('Subject'))
    await user.keyboard('x{Escape}')
    // The control has no seconds; leaving it must not take them off.
    await user.click(edit('Due'))
    await user.tab()
    await user.tab()
    expect(asked).toEqual([])
    expect(within(fields()).queryByRole('textbox')).toBeNull()
  })

  it('do not write what was given up, though the field loses the focus as it goes', async () => {
    const { user, asked } = show(<OpenCasePane />, { cases: { open: makeOpen() } })
    await user.click(edit('Subject'))
    const field = within(fields()).getByRole('textbox', { name: 'Subject' })
    await user.type(field, ' and more')
    act(() => {
      fireEvent.keyDown(field, { key: 'Escape' })
      fireEvent.blur(field)
    })
    expect(asked).toEqual([])
  })

  it('stay open with what was typed when the disk refuses it', async () => {
    const { user } = show(<OpenCasePane />, { cases: { open: makeOpen() }, disk: 'refuses' })
    await user.click(edit('Subject'))
    const field = within(fields()).getByRole<HTMLInputElement>('textbox', { name: 'Subject' })
    await user.clear(field)
    await user.type(field, 'April payment{Enter}')
    expect(field.isConnected && field.value).toBe('April payment')
  })

  it('are written in whole seconds, as the case system has them', async () => {
    const { user, asked } = show(<OpenCasePane />, { cases: { open: makeOpen() } })
    await user.click(edit('Due'))
    fireEvent.change(within(fields()).getByLabelText('Due'), { target: { value: '2026-12-01T10:00' } })
    await user.keyboard('{Enter}')
    const [, written] = asked[0]?.split(' to ') ?? []
    expect(written).toBe(`${new Date(2026, 11, 1, 10).toISOString().slice(0, 19)}Z`)
  })

  it('are written when the agent goes elsewhere', async () => {
    const { user, asked } = show(<OpenCasePane />, { cases: { open: makeOpen() } })
    await user.click(edit('Priority'))
    await user.keyboard('30')
    await user.click(screen.getByRole('heading', { name: 'History' }))
    await user.click(screen.getByRole('textbox', { name: /^Note/ }))
    expect(asked).toEqual(['change case-1 priority to 30'])
  })

  it('say what is wrong, and stay open, for a number that is none and an address that is none', async () => {
    const { user, asked } = show(<OpenCasePane />, { cases: { open: makeOpen() } })
    await user.click(edit('Priority'))
    await user.keyboard('soon{Enter}')
    expect(within(fields()).getByText('Type a number, such as 12.')).toBeTruthy()
    await user.keyboard('{Escape}')
    await user.click(edit('Customer’s addresses'))
    await user.keyboard('amelie{Control>}{Enter}{/Control}')
    expect(within(fields()).getByText(/Type mail addresses/)).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('take several values, one per line or ticked', async () => {
    const record = makeCase({ fields: { 'custom:Documents': ['Passport'] } })
    const { user, asked } = show(<OpenCasePane />, { cases: { open: makeOpen(record) } })
    await user.click(edit('Customer’s addresses'))
    await user.keyboard('a@b.org{Enter}c@d.org{Control>}{Enter}{/Control}')
    await user.click(edit('Documents'))
    await user.click(within(fields()).getByRole('checkbox', { name: 'Birth certificate' }))
    await user.click(within(fields()).getByRole('button', { name: 'Done' }))
    expect(asked).toEqual([
      'change case-1 requestors to a@b.org, c@d.org',
      'change case-1 custom:Documents to Passport, Birth certificate',
    ])
  })

  it('offer only the statuses that may follow, and the present one', async () => {
    const record = makeCase()
    const current = { ...record.server, nextStatuses: ['resolved'] }
    const { user, asked } = show(<OpenCasePane />, {
      cases: { open: makeOpen({ ...record, server: current, current }) },
    })
    await user.click(within(fields()).getByRole('button', { name: /Status/ }))
    const options = screen.getAllByRole('option').map(({ textContent }) => textContent)
    expect(options).toEqual(['open', 'resolved'])
    await user.click(screen.getByRole('option', { name: 'resolved' }))
    expect(asked).toEqual(['change case-1 status to resolved'])
  })

  it('show a field that the site has just added, and leave alone what they do not know', () => {
    const { store } = show(<OpenCasePane />, {
      cases: { open: makeOpen(makeCase({ fields: { 'custom:Scan': ['s-1'], 'custom:Odd': ['?'] } })) },
    })
    const added = { ...benefits, fields: [...benefits.fields] }
    added.fields.push({
      ...{ key: 'custom:Pet', label: 'Pet', kind: 'text', several: false, options: [], writable: true },
    })
    act(() => store.setState({ queues: [added] }))
    expect(edit('Pet').textContent).toContain('none')
    expect(within(fields()).getByText('s-1')).toBeTruthy()
    expect(within(fields()).getByText('Odd')).toBeTruthy()
    expect(within(fields()).queryByRole('button', { name: /Scan|Odd/ })).toBeNull()
  })

  it('let the agent take a case, and give it back', async () => {
    const { user, asked, store } = show(<OpenCasePane />, {
      cases: { open: makeOpen(makeCase({ fields: { owner: [] } })) },
    })
    expect(within(fields()).getByText('Nobody')).toBeTruthy()
    await user.click(within(fields()).getByRole('button', { name: 'Take it' }))
    act(() => store.setState({ open: makeOpen() }))
    await user.click(within(fields()).getByRole('button', { name: 'Give it back' }))
    expect(asked).toEqual(['change case-1 owner to ada', 'change case-1 owner to '])
  })

  it('say which of them wait, and which need the agent', () => {
    const step = { field: 'priority', before: ['10'], after: ['20'] } as const
    const status = { field: 'status', before: ['open'], after: ['resolved'] } as const
    const entries = [
      makeEntry({ kind: 'change', step }),
      makeEntry(
        { kind: 'change', step: status },
        { kind: 'conflict', theirs: ['stalled'], by: 'dana', at: 0 },
      ),
    ]
    show(<OpenCasePane />, { cases: { open: makeOpen(makeCase(), { entries }) } })
    expect(within(fields()).getByText('waits to be sent')).toBeTruthy()
    expect(within(fields()).getByText('needs you')).toBeTruthy()
    const where = within(screen.getByRole('list', { name: 'Where your changes are' }))
    expect(where.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Saved on this computer',
      '1 change waits to be sent',
      '1 decision for you, below',
    ])
  })
})

describe('the head of a case', () => {
  it('says that a new one is not sent yet, pins and closes', async () => {
    const { user, asked } = show(<OpenCasePane />, {
      cases: { open: makeOpen(makeCase({ number: undefined })) },
    })
    expect(screen.getByText(/^Case not sent yet/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Pin' }))
    await user.click(screen.getByRole('button', { name: 'Close the case' }))
    expect(asked).toEqual(['pin case-1', 'close'])
  })

  it('says where a joined case goes on, and takes nothing more', async () => {
    const record = makeCase({ record: { standing: { kind: 'merged', into: '1050' } } })
    const { user, asked } = show(<OpenCasePane />, { cases: { open: makeOpen(record) } })
    await user.click(screen.getByRole('button', { name: 'Find case 1050' }))
    expect(asked).toEqual(['search 1050'])
    expect(within(fields()).queryByRole('button')).toBeNull()
    expect(screen.queryByRole('region', { name: 'Add to the case' })).toBeNull()
  })

  it.each([
    ['deleted', /Somebody has deleted this case/],
    ['forbidden', /You may not see this case any more/],
  ] as const)('says that a case is %s and what to do', (kind, words) => {
    show(<OpenCasePane />, { cases: { open: makeOpen(makeCase({ record: { standing: { kind } } })) } })
    expect(screen.getByRole('status').textContent).toMatch(words)
  })
})
