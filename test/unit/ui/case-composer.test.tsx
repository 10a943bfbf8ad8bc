import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { OpenCasePane } from '../../../renderer/ui/desk/case/OpenCasePane.tsx'
import { asContactId } from '../../../renderer/domain/ids.ts'
import { makeContact, shiftStart } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { makeFile, makeOpen, show } from './case-on-screen.tsx'
import type { ShowOptions } from './case-on-screen.tsx'

const composer = () => within(screen.getByRole('region', { name: 'Add to the case' }))
const record = makeCase({ fields: { requestors: ['a@b.org', 'c@d.org'] } })

const showComposer = (options: ShowOptions = {}) =>
  show(<OpenCasePane />, { ...options, cases: { open: makeOpen(record), ...options.cases } })

const note = () => composer().getByRole<HTMLTextAreaElement>('textbox', { name: 'Note for colleagues' })

describe('a note', () => {
  it('is kept as a draft with each key, handed in with Ctrl+Enter, and then empty', async () => {
    const { user, asked, store } = showComposer()
    await user.type(note(), 'Called{Enter}twice')
    expect(store.getState().drafts.get('note:case-1')).toEqual({ text: 'Called\ntwice' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(asked).toEqual(['note case-1 Called\ntwice'])
    await waitFor(() => expect(store.getState().drafts.size).toBe(0))
    expect(note().value).toBe('')
  })

  it('keeps what was written when the disk refuses it', async () => {
    const { user, store } = showComposer({ disk: 'refuses' })
    await user.type(note(), 'Keep me')
    await user.click(composer().getByRole('button', { name: 'Save the note' }))
    expect(note().value).toBe('Keep me')
    expect(store.getState().drafts.get('note:case-1')).toEqual({ text: 'Keep me' })
  })

  it('says what is missing, and hands in nothing', async () => {
    const { user, asked } = showComposer()
    await user.click(composer().getByRole('button', { name: 'Save the note' }))
    expect(composer().getByText('Write the note first.')).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('begins with the draft that a crash has left, of whichever kind', () => {
    showComposer({ cases: { drafts: new Map([['reply:case-1', { text: 'Dear' }]]) } })
    expect(
      composer().getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to the customer' }).value,
    ).toBe('Dear')
  })
})

describe('a reply', () => {
  it('says that it leaves by mail and to whom before it goes', async () => {
    const { user, asked } = showComposer()
    await user.click(composer().getByRole('tab', { name: /Reply by mail/ }))
    expect(composer().getByText(/^Leaves by mail.*To: a@b.org, c@d.org$/)).toBeTruthy()
    await user.type(composer().getByRole('textbox', { name: 'Reply to the customer' }), 'Dear')
    await user.click(composer().getByRole('button', { name: 'Send to the customer' }))
    expect(asked).toEqual(['reply case-1 Dear'])
  })

  it('cannot be written where there is nobody to write to', async () => {
    const { user } = showComposer({ cases: { open: makeOpen() } })
    await user.click(composer().getByRole('tab', { name: /Reply by mail/ }))
    expect(composer().getByText(/no customer’s address/)).toBeTruthy()
    expect(composer().queryByRole('textbox')).toBeNull()
  })
})

describe('files', () => {
  it('are chosen, pasted and dropped, can be left out, and go with the text', async () => {
    const { user, files, container } = showComposer()
    const chooser = container.querySelector<HTMLInputElement>('input[type=file]')
    if (!chooser) throw new Error('there is a chooser')
    await user.upload(chooser, makeFile('chosen.txt'))
    fireEvent.paste(note(), { clipboardData: { types: ['Files'], files: [makeFile('pasted.txt')] } })
    fireEvent.drop(note(), { dataTransfer: { types: ['Files'], files: [makeFile('dropped.txt')] } })
    await composer().findByText('dropped.txt')
    await user.click(composer().getByRole('button', { name: 'Do not attach chosen.txt' }))
    await user.type(note(), 'see{Control>}{Enter}{/Control}')
    expect(files.map(({ name, type, bytes }) => [name, type, bytes.byteLength])).toEqual([
      ['pasted.txt', 'text/plain', 3],
      ['dropped.txt', 'text/plain', 3],
    ])
    expect(composer().queryByRole('list', { name: 'Files to attach' })).toBeNull()
  })

  it('are refused above 10 MB, with the problem shown', async () => {
    const { problems } = showComposer()
    fireEvent.drop(note(), {
      dataTransfer: { types: ['Files'], files: [makeFile('film.mp4', 10_000_001), makeFile('note.txt')] },
    })
    await composer().findByText('note.txt')
    expect(composer().queryByText('film.mp4')).toBeNull()
    expect(problems).toEqual(['file-too-large'])
  })

  it('are still there after looking at another case, and not for the next agent', async () => {
    const { store } = showComposer()
    fireEvent.drop(note(), { dataTransfer: { types: ['Files'], files: [makeFile('kept.txt')] } })
    await composer().findByText('kept.txt')
    act(() => store.setState({ open: makeOpen(makeCase({ id: 'case-2' })) }))
    expect(composer().queryByText('kept.txt')).toBeNull()
    act(() => store.setState({ open: makeOpen(record) }))
    expect(composer().getByText('kept.txt')).toBeTruthy()
    act(() => store.setState({ user: 'zoe' }))
    expect(composer().queryByText('kept.txt')).toBeNull()
  })

  it('are not what an office program pastes beside its text', () => {
    showComposer()
    const pasted = fireEvent.paste(note(), {
      clipboardData: { types: ['text/plain', 'Files'], files: [makeFile('picture.png')] },
    })
    expect(pasted).toBe(true)
    expect(composer().queryByText('picture.png')).toBeNull()
  })
})

describe('a promise', () => {
  const openPromise = async (options?: ShowOptions) => {
    const shown = showComposer(options)
    await shown.user.click(composer().getByRole('tab', { name: /Promise or call-back/ }))
    return shown
  }

  it('says all that is missing at once', async () => {
    const { user, asked } = await openPromise()
    await user.click(composer().getByRole('radio', { name: 'A call-back' }))
    await user.click(composer().getByRole('button', { name: 'Save the call-back' }))
    expect(composer().getByText('Say what is promised.')).toBeTruthy()
    expect(composer().getByText('Choose a day and an hour.')).toBeTruthy()
    expect(composer().getByText('Type the number that is to be called.')).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('knows the customer’s number, and tomorrow morning', async () => {
    const contact = makeContact({ addresses: ['A@b.org'] })
    const { user, asked, store } = await openPromise({
      work: { contacts: new Map([[asContactId('contact-1'), contact]]) },
    })
    await user.click(composer().getByRole('radio', { name: 'A call-back' }))
    const number = composer().getByRole<HTMLInputElement>('textbox', { name: 'Number to call' })
    expect(number.value).toBe('+15145550123')
    await user.type(composer().getByRole('textbox', { name: 'What exactly?' }), 'The bank')
    await user.click(composer().getByRole('button', { name: /^tomorrow/ }))
    const due = store.getState().drafts.get('promise:case-1')?.['due'] ?? ''
    const tomorrow = new Date(shiftStart)
    tomorrow.setDate(tomorrow.getDate() + 1)
    expect(new Date(due).getTime()).toBe(tomorrow.setHours(9, 0, 0, 0))
    await user.click(composer().getByRole('button', { name: 'Save the call-back' }))
    expect(asked).toEqual(['promise case-1 call-back The bank'])
    expect(store.getState().drafts.size).toBe(0)
    // The number's field, which may have had the cursor, is gone.
    expect(document.activeElement).toBe(composer().getByRole('textbox', { name: 'What exactly?' }))
  })

  it('is marked as kept where it stands', async () => {
    const promised = {
      ...({ id: 'p', kind: 'promise', what: 'Send form 44', dueAt: shiftStart - 1 } as const),
      ...{ number: undefined, keptAt: undefined },
    }
    const { user, asked } = showComposer({
      cases: { open: makeOpen({ ...record, told: [promised] }) },
    })
    const list = within(screen.getByRole('region', { name: 'Promised, not kept yet' }))
    expect(list.getByText(/overdue since/)).toBeTruthy()
    await user.click(list.getByRole('button', { name: /It is kept/ }))
    expect(asked).toEqual(['keep case-1 Send form 44'])
  })
})
