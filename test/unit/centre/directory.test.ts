// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookUp } from '../../../electron/centre/practice/directory.ts'
import { isEmergencyNumber } from '../../../renderer/domain/emergency-number.ts'
import { colleagueScripts } from '../../../electron/centre/practice/colleagues.ts'
import { practiceScripts } from '../../../electron/centre/practice/customers.ts'
import { trainingNumbers } from '../../../electron/centre/practice/training-numbers.ts'

const colleagues = colleagueScripts.map(({ colleague }) => colleague)
const desks = [
  { user: 'ada', extension: '1001' },
  { user: 'ben', extension: '1002' },
]
const found = (dialled: string) => {
  const listed = lookUp(dialled, desks)
  switch (listed.kind) {
    case 'customer':
      return listed.script.customer.id
    case 'colleague':
      return listed.script.colleague.name
    case 'desk':
      return listed.user
    case 'training':
      return listed.training.kind
    case 'echo':
    case 'nobody':
      return listed.kind
  }
}

describe('the directory', () => {
  it.each([
    ['+16135550117', 'ellis'],
    ['+1 (613) 555-0117', 'ellis'],
    ['%2B16135550117', 'ellis'],
    ['+16135550117;phone-context=x', 'ellis'],
    ['16135550117', 'nobody'],
    ['2000', 'Anil Nair'],
    ['2001', 'Dana Roy'],
    ['2002', 'Claire Bergeron'],
    ['1002', 'ben'],
    ['ben', 'ben'],
    ['Ben', 'nobody'],
    ['1003', 'nobody'],
    ['*43', 'echo'],
    ['%2A43', 'echo'],
    ['2486', 'refuses'],
    ['2603', 'refuses'],
    ['2480', 'refuses'],
    ['2180', 'rings-for-ever'],
    ['2183', 'announces'],
    ['2404', 'nobody'],
    ['', 'nobody'],
    ['%', 'nobody'],
    ['constructor', 'nobody'],
  ])('finds under %s: %s', (dialled, expected) => {
    expect(found(dialled)).toBe(expected)
  })

  it('has colleagues with a name of their own, and a team in both languages', () => {
    const surnames = [...practiceScripts.map(({ customer }) => customer), ...colleagues].map(({ name }) =>
      name.split(' ').at(-1),
    )
    expect(new Set(surnames).size).toBe(surnames.length)
    expect(colleagues.map(({ team }) => team)).toEqual([
      'Team lead · Chef d’équipe',
      'Passports · Passeports',
      'Benefits · Prestations',
    ])
  })

  it('has everybody once, and nobody under an emergency number', () => {
    const numbers = [
      ...practiceScripts.map(({ customer }) => customer.number),
      ...colleagues.map(({ extension }) => extension),
      ...Object.keys(trainingNumbers),
      ...desks.map(({ extension }) => extension),
    ]
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.filter(isEmergencyNumber)).toEqual([])
    for (const { customer } of practiceScripts) expect(customer.number).toMatch(/^\+1[2-9]\d\d55501\d\d$/)
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (dialled) => {
        expect(found(dialled)).toBeTypeOf('string')
      }),
      { seed: 7, numRuns: 2000 },
    )
  })
})
