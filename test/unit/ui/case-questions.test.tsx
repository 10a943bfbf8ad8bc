import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { CaseEdit } from '../../../renderer/domain/case-edit.ts'
import { refusals } from '../../../renderer/domain/outbox.ts'
import type { EntryState } from '../../../renderer/domain/outbox.ts'
import { QuestionCard } from '../../../renderer/ui/desk/case/QuestionCard.tsx'
import { shiftStart } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { makeEntry, show } from './case-on-screen.tsx'

const record = makeCase({ fields: { requestors: ['a@b.org'] } })
const card = () => within(screen.getByRole('article', { name: 'March payment' }))

function showQuestion(edit: CaseEdit, state: EntryState) {
  const entry = makeEntry(edit, state)
  return { ...show(<QuestionCard question={{ record, entry }} />), entry }
}

const reply: CaseEdit = { kind: 'reply', text: 'Dear Ms. Tremblay', attachments: [] }
const change: CaseEdit = { kind: 'change', step: { field: 'priority', before: ['1'], after: ['2'] } }

describe('a question to the agent', () => {
  it('puts both values side by side, with who and when', async () => {
    const { user, asked, entry } = showQuestion(change, {
      ...{ kind: 'conflict', theirs: ['3'], by: 'dana', at: shiftStart },
    })
    expect(card().getByRole('group', { name: 'Two values for Priority' }).textContent).toMatch(
      /Yours · by you · .*2026.*2.*Theirs · by dana · .*2026.*3/,
    )
    await user.click(card().getByRole('button', { name: 'Keep mine – 2' }))
    await user.click(card().getByRole('button', { name: 'Keep theirs – 3' }))
    expect(asked).toEqual([`choose mine for ${entry.id}`, `choose theirs for ${entry.id}`])
  })

  it('shows a reply of which nobody knows, to whom it goes, and what may come of sending it', async () => {
    const { user, asked, entry } = showQuestion(reply, { kind: 'asking', since: shiftStart })
    expect(card().getByText('Dear Ms. Tremblay')).toBeTruthy()
    expect(card().getByText('To: a@b.org')).toBeTruthy()
    expect(card().getByText(/the customer gets it twice/)).toBeTruthy()
    for (const name of ['Look again', 'It was sent', 'Send it'])
      await user.click(card().getByRole('button', { name }))
    expect(asked).toEqual(['look-again', 'was-sent', 'send'].map((what) => `decide ${what} for ${entry.id}`))
  })

  it('says why something is not accepted, with what the case system says about it', async () => {
    const { user, asked, entry } = showQuestion(change, {
      ...{ kind: 'set-aside', why: 'invalid', detail: '<i>Priority</i>: no', at: shiftStart },
    })
    expect(card().getByText('Priority: 1 → 2')).toBeTruthy()
    expect(card().getByText('The case system says: <i>Priority</i>: no')).toBeTruthy()
    await user.click(card().getByRole('button', { name: 'Try again' }))
    await user.click(card().getByRole('button', { name: 'Take it back' }))
    expect(asked).toEqual([`again ${entry.id}`, `undo ${entry.id}`])
  })

  it.each(refusals)('has a sentence and a remedy for %s', (why) => {
    showQuestion(change, { kind: 'set-aside', why, detail: '', at: shiftStart })
    const question = card().getByRole('group', { name: 'The case system does not accept this' })
    expect(question.textContent).toMatch(/\. .*(again|back|then)/i)
    expect(question.textContent).not.toContain('The case system says')
  })

  it('leads to its case', async () => {
    const { user, asked } = showQuestion(reply, { kind: 'asking', since: shiftStart })
    await user.click(card().getByRole('button', { name: /Case 1042 · March payment/ }))
    expect(asked).toEqual(['open case-1'])
  })
})
