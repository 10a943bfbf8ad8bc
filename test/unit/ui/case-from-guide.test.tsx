import './setup.ts'

import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'

import { asCaseId } from '../../../renderer/domain/ids.ts'
import type { Filled } from '../../../renderer/domain/knowledge/guide-run.ts'
import { nothingInHand } from '../../../renderer/state/knowledge-store.ts'
import { OpenCasePane } from '../../../renderer/ui/desk/case/OpenCasePane.tsx'
import { makeInteraction, shiftStart } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { begun } from '../domain/knowledge/follow.ts'
import { endIt, makeGuide, sayIt } from '../domain/knowledge/make-guide.ts'
import { makeOpen, show } from './case-on-screen.tsx'

it('says of a field that a guide has filled where it comes from, until somebody changes it', () => {
  const { run } = begun(makeGuide('a', [sayIt('hello', 'end'), endIt('end')]))
  const filled = (field: Filled['field'], value: string): Filled => ({
    ...{ case: asCaseId('case-1'), field, value, guide: 'a', step: 'hello', at: shiftStart },
  })
  const runs = [{ ...run, filled: [filled('custom:Programme', 'Family'), filled('priority', '5')] }]
  show(<OpenCasePane />, {
    cases: { open: makeOpen(makeCase({ fields: { 'custom:Programme': ['Family'], priority: ['9'] } })) },
    knowledge: { inHand: new Map([[makeInteraction().id, { ...nothingInHand, runs }]]) },
  })
  const marks = within(screen.getByRole('region', { name: 'Fields' })).getAllByText('From the guide')
  expect(marks.map((mark) => mark.closest('.case-field')?.textContent)).toEqual([
    expect.stringMatching(/^Programme.*Family/),
  ])
})
