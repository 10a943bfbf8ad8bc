import { expect, it } from 'vitest'

import { csvOf } from '../../../../renderer/domain/outcomes/csv.ts'

it('writes what a spreadsheet reads as it was meant, and no formula', () => {
  expect(
    csvOf([
      ['Week of', 'a "b", c'],
      ['2026-11-02', '-0.25'],
      ['=1+1', '-x'],
      ['two\nlines', ''],
    ]),
  ).toBe('Week of,"a ""b"", c"\r\n2026-11-02,-0.25\r\n\'=1+1,\'-x\r\n"two\nlines",\r\n')
})
