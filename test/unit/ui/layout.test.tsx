import { setNarrow } from './setup.ts'

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { root } from '../../../build/bundles.ts'
import { openDesk, talking } from './desk-on-screen.tsx'

/** The classes that a folder's style sheets give a look to, not counting those inside another one. */
function classesOf(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/^\.[\w-]+(?= \{)/gm) ?? [])
}

describe('the style of the desk', () => {
  it('leaves the sign-in alone, which comes again after a shift', () => {
    const ui = join(root, 'renderer/ui')
    const desk = new Set(classesOf(join(ui, 'desk')))
    expect(classesOf(join(ui, 'sign-in')).filter((name) => desk.has(name))).toEqual([])
  })
})

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
    const field = screen.getByRole('searchbox', { name: 'Name or number' })
    setNarrow(true)
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
    expect(screen.getByRole('searchbox', { name: 'Name or number' })).toBe(field)
    expect(document.activeElement).toBe(field)
    await user.keyboard('555')
    expect(field).toHaveProperty('value', '613555')
    setNarrow(false)
  })
})
