import { describe, expect, it } from 'vitest'

import { deviceFor } from '../../../renderer/domain/audio-devices.ts'

const headset = { id: 'a1', label: 'Headset' }
const other = { id: 'b2', label: 'Laptop' }

describe('the device for a role', () => {
  it.each([
    ['the chosen one', [other, headset], headset, headset],
    [
      'the one with its name, where the system gave it a new id',
      [other, { ...headset, id: 'c3' }],
      headset,
      { ...headset, id: 'c3' },
    ],
    ['the system’s own, when it has gone', [other], headset, undefined],
    ['the system’s own, when none was chosen', [other, headset], undefined, undefined],
    ['never another nameless one', [{ id: 'x', label: '' }], { id: 'y', label: '' }, undefined],
  ] as const)('is %s', (_which, present, chosen, expected) => {
    expect(deviceFor(present, chosen)).toEqual(expected)
  })
})
