import { screen, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { OpenCasePane } from '../../../renderer/ui/desk/case/OpenCasePane.tsx'
import { shiftStart } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { makeEntry, makeEvent, makeNote, makeOpen, show } from './case-on-screen.tsx'

const history = () => screen.getByRole('region', { name: 'History' })

/** Each moment of the history in short: its heading, without who and when. */
const headings = () => [...history().querySelectorAll('.case-moment strong')].map((one) => one.textContent)

const showHistory = (open: Parameters<typeof makeOpen>[1], language: 'en' | 'fr' = 'en') =>
  show(<OpenCasePane />, { language, cases: { open: makeOpen(makeCase(), open) } })

describe('the history of a case', () => {
  it('tells what each moment is in words, oldest first, by day', () => {
    const change = { field: 'status', before: ['new'], after: ['open'] } as const
    showHistory({
      events: [
        makeEvent('1', { kind: 'created', at: shiftStart - 3 * 86_400_000 }),
        makeEvent('2', { kind: 'message' }),
        makeEvent('3', { kind: 'reply', by: 'ada' }),
        makeEvent('4', { kind: 'changed', change, at: shiftStart }),
      ],
    })
    expect(headings()).toEqual([
      'Case begun',
      'Message from the customer',
      'Reply to the customer',
      'Status: new → open',
    ])
    expect(within(history()).getAllByRole('heading', { level: 4 })).toHaveLength(3)
    expect(within(history()).getByText(/by you/)).toBeTruthy()
  })

  it('tells one of several values as one that came or went', () => {
    const change = (before: string[], after: string[]) =>
      ({ field: 'custom:Documents', before, after }) as const
    showHistory({
      events: [
        makeEvent('1', { kind: 'changed', change: change([], ['Passport']) }),
        makeEvent('2', { kind: 'changed', change: change(['Passport'], []) }),
      ],
    })
    expect(headings()).toEqual(['Documents: Passport added', 'Documents: Passport taken out'])
  })

  it('says the same in French', () => {
    const change = { field: 'status', before: [], after: ['stalled'] } as const
    showHistory({ events: [makeEvent('1', { kind: 'changed', change })] }, 'fr')
    const region = screen.getByRole('region', { name: 'Historique' })
    expect(region.querySelector('strong')?.textContent).toBe('Statut\u00a0: aucune valeur → en suspens')
  })

  it('shows what people wrote as text, whatever it looks like', () => {
    const text = '<img src=x onerror=alert(1)> see https://example.org/?a=1&b=2 <b>now</b>'
    const { container } = showHistory({ events: [makeEvent('1', { text })] })
    expect(within(history()).getByText(text)).toBeTruthy()
    expect(container.querySelector('img, b, a, iframe')).toBeNull()
  })

  it('folds a long text, and never cuts a character in two', async () => {
    const text = `${'a'.repeat(1199)}😀${'b'.repeat(10_000)}`
    const { user } = showHistory({ events: [makeEvent('1', { text })] })
    const shown = () => history().querySelector('.case-text')?.textContent ?? ''
    expect(shown()).toBe(`${'a'.repeat(1199)}…`)
    await user.click(within(history()).getByRole('button', { name: 'Show the whole text' }))
    expect(shown()).toBe(text)
  })

  it('begins a long history with its end, and has the rest at one press', async () => {
    const events = Array.from({ length: 45 }, (_, index) =>
      makeEvent(String(index), { text: `event ${index}` }),
    )
    const { user } = showHistory({ events })
    expect(headings()).toHaveLength(30)
    expect(within(history()).queryByText('event 14')).toBeNull()
    await user.click(within(history()).getByRole('button', { name: 'Show 15 earlier entries' }))
    expect(headings()).toHaveLength(45)
  })

  it('reads a promise out of a note, without the line that is for the desk', () => {
    const id = '3f6a6f2e-0000-4000-8000-000000000001'
    showHistory({
      events: [
        makeEvent('1', { text: `Ring her\n\n[foyer call-back ${id} due 2026-11-23T16:00Z to +15145550123]` }),
        makeEvent('2', { text: `Ring her\n\n[foyer call-back ${id} kept]` }),
      ],
    })
    expect(headings()).toEqual(['Call-back promised', 'Promise kept'])
    expect(history().textContent).not.toContain('[foyer')
  })
})

describe('what was written here', () => {
  it('stands at the end in the order in which it goes, each with where it is, in words', () => {
    const step = { field: 'priority', before: ['1'], after: ['2'] } as const
    showHistory({
      events: [makeEvent('1', { at: shiftStart + 86_400_000, text: 'from a clock that is ahead' })],
      entries: [
        makeEntry(makeNote('first')),
        makeEntry({ kind: 'change', step }, { kind: 'sending', tries: 0, since: 0 }),
        makeEntry(makeNote('third'), { kind: 'checking', tries: 1, since: 0, notBefore: 0 }),
      ],
    })
    const states = [...history().querySelectorAll('.case-entry-state > span')].map((one) => one.textContent)
    expect(headings()[0]).toBe('Note for colleagues')
    expect(within(history()).getAllByRole('listitem')[0]?.textContent).toContain('ahead')
    expect(states).toEqual([
      'Saved on this computer, waits to be sent',
      'Being sent',
      'Checking whether it arrived',
    ])
  })

  it('can be taken back while it waits, and put back afterwards', async () => {
    const waits = makeEntry(makeNote('one'))
    const back = makeEntry(makeNote('two'), { kind: 'withdrawn', at: 0, why: 'undone' })
    const { user, asked } = showHistory({ entries: [waits, back] })
    await user.click(within(history()).getByRole('button', { name: 'Take back' }))
    await user.click(within(history()).getByRole('button', { name: 'Put back' }))
    expect(asked).toEqual([`undo ${waits.id}`, `redo ${back.id}`])
  })

  it('is there once when it has arrived, and a change of it can be changed back', async () => {
    const step = { field: 'status', before: ['new'], after: ['open'] } as const
    const sent = makeEntry({ kind: 'change', step }, { kind: 'sent', at: 0, event: '7' })
    const note = makeEntry(makeNote('on its way into the history'), { kind: 'sent', at: 0, event: '8' })
    const { user, asked } = showHistory({
      events: [makeEvent('7', { kind: 'changed', change: step, by: 'ada' })],
      entries: [sent, note],
    })
    expect(headings()).toEqual(['Status: new → open', 'Note for colleagues'])
    await user.click(within(history()).getByRole('button', { name: 'Change it back' }))
    expect(asked).toEqual([`undo ${sent.id}`])
  })

  it('shows both values of a conflict, and lets a choice be changed', async () => {
    const step = { field: 'status', before: ['new'], after: ['resolved'] } as const
    const conflict = makeEntry(
      { kind: 'change', step },
      { kind: 'conflict', theirs: ['stalled'], by: 'dana', at: shiftStart },
    )
    const chosen = makeEntry({ kind: 'change', step }, { kind: 'withdrawn', at: 0, why: 'theirs-chosen' })
    const { user, asked } = showHistory({ entries: [chosen, conflict] })
    const question = within(history()).getByRole('group', { name: 'Two values for Status' })
    expect(question.textContent).toMatch(/Yours.*by you.*resolved.*Theirs.*by dana.*stalled/)
    await user.click(within(question).getByRole('button', { name: /^Keep theirs/ }))
    await user.click(within(question).getByRole('button', { name: /^Keep mine/ }))
    await user.click(within(history()).getByRole('button', { name: 'Change the choice' }))
    expect(asked).toEqual([
      `choose theirs for ${conflict.id}`,
      `choose mine for ${conflict.id}`,
      `redo ${chosen.id}`,
    ])
  })
})

describe('a file of the history', () => {
  it('says its name, kind and size, and is saved as a file: nothing opens', async () => {
    const blobs: Blob[] = []
    const names: string[] = []
    const onPage = class extends URL {
      static override createObjectURL = (blob: Blob): string => `blob:${blobs.push(blob)}`
      static override revokeObjectURL = (): void => undefined
    }
    vi.stubGlobal('URL', onPage)
    onTestFinished(() => void vi.unstubAllGlobals())
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    const file = { id: 'f1', name: 'page.html', type: 'text/html', size: 348_120 }
    const { user, store } = showHistory({ events: [makeEvent('1', { attachments: [file] })] })
    expect(within(history()).getByText(/text\/html · 348 kB/)).toBeTruthy()
    // The stand-in has no bytes: nothing is saved.
    await user.click(within(history()).getByRole('button', { name: /Save as a file – page.html/ }))
    expect({ names, open: store.getState().open?.events.length }).toEqual({ names: [], open: 1 })
    const { saveFile } = await import('../../../renderer/ui/desk/case/save-file.ts')
    saveFile('page.html', new Uint8Array([1, 2, 3]))
    expect({ names, types: blobs.map(({ type }) => type) }).toEqual({
      names: ['page.html'],
      types: ['application/octet-stream'],
    })
    click.mockRestore()
  })
})
