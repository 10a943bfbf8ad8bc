// @vitest-environment jsdom
import { setNarrow } from './setup.ts'

import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { openDesk, talking } from './desk-on-screen.tsx'

describe('a window that becomes narrow, and wide again', () => {
  it('keeps the test that runs, and what it asks', async () => {
    const { desk, user } = await openDesk()
    act(() => desk.availability.becomeNotReady('break'))
    await user.click(screen.getByRole('button', { name: 'Test my equipment' }))
    await user.click(screen.getByRole('button', { name: 'Start the test' }))
    await screen.findByText('Did you hear the sound?')
    setNarrow(true)
    expect(screen.getByRole('tab', { name: 'Story' })).toBeTruthy()
    expect(screen.getByText('Did you hear the sound?')).toBeTruthy()
    setNarrow(false)
    expect(screen.getByText('Did you hear the sound?')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop the test' }))
  })

  it('keeps a panel, the field in it and the focus there', async () => {
    const { tell, user } = await openDesk()
    tell(...talking())
    await user.keyboard('{F3}613')
    const field = screen.getByRole('searchbox')
    setNarrow(true)
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
    expect(screen.getByRole('searchbox')).toBe(field)
    expect(document.activeElement).toBe(field)
    await user.keyboard('555')
    expect(field).toHaveProperty('value', '613555')
    setNarrow(false)
  })
})
