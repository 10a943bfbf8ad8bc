import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'

import { openDesk, talking } from './desk-on-screen.tsx'

it('no field of the desk is remembered by the browser, whenever it came', async () => {
  const { tell, user } = await openDesk()
  tell(...talking())
  const note = await screen.findByRole('textbox', { name: 'Note' })
  expect(note.getAttribute('autocomplete')).toBe('off')
  await user.keyboard('{F3}')
  await screen.findByRole('searchbox', { name: 'Name or number' })
  await user.keyboard('{Control>}u{/Control}')
  await screen.findByRole('searchbox', { name: 'Find a customer' })
  const fields = [...document.querySelectorAll('input, textarea')]
  expect(fields.length).toBeGreaterThan(1)
  expect(fields.map((field) => field.getAttribute('autocomplete'))).toEqual(fields.map(() => 'off'))
})
