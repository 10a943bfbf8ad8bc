import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { commandOf, commands, shortcuts } from '../../../renderer/ui/desk/shortcuts.ts'
import { openDesk, talking } from './desk-on-screen.tsx'

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  commandOf({
    ...{ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false },
    ...held,
  })

describe('the keys of the desk', () => {
  it('are each one command, and leave F5 to F7 and F10 to F12 alone', () => {
    expect(new Set(Object.values(shortcuts)).size).toBe(commands.length)
    for (const key of ['F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'a', 'Enter'])
      expect(press(key)).toBeUndefined()
  })

  it('tell a key with Shift from the same key alone, and leave other combinations to the system', () => {
    expect([press('F2'), press('F2', { shiftKey: true }), press('F4')]).toEqual(['answer', 'hangUp', 'hold'])
    expect([
      press('F4', { altKey: true }),
      press('F4', { ctrlKey: true }),
      press('F2', { repeat: true }),
    ]).toEqual([undefined, undefined, undefined])
  })

  it('take Control, and not another key with it, for what other programs have there', () => {
    const control = { ctrlKey: true }
    expect([press('k', control), press('K', control), press('z', control)]).toEqual(['find', 'find', 'undo'])
    expect([
      press('k'),
      press('k', { metaKey: true }),
      press('k', { ...control, altKey: true }),
      press('z', { ...control, shiftKey: true }),
    ]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('work while somebody writes, and stand beside the buttons', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking())
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'in the middle{F8}{F4}')
    expect(desk.wire.asked.slice(-2)).toEqual(['mute call-1', 'hold call-1'])
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'in the middle')
    expect(screen.getByRole('button', { name: 'Mute' }).getAttribute('aria-keyshortcuts')).toBe('F8')
    expect(screen.getByRole('button', { name: 'Hang up' }).getAttribute('aria-keyshortcuts')).toBe('Shift+F2')
  })

  it('are left to a menu that is open', async () => {
    const { desk, user } = await openDesk()
    await user.click(screen.getByRole('button', { name: /^Your state/ }))
    await screen.findByRole('menu')
    await user.keyboard('{F3}')
    expect(desk.stores.dial.getState().open).toBeUndefined()
  })

  it('are listed by one of them, and the focus comes back when the list goes', async () => {
    const { tell, user } = await openDesk()
    tell(...talking())
    const note = await screen.findByRole('textbox', { name: 'Note' })
    await user.click(note)
    await user.keyboard('{F1}')
    const list = screen.getByRole('region', { name: 'Shortcuts' })
    expect(
      within(list)
        .getAllByRole('term')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'F1',
      'F2',
      'Shift+F2',
      'F3',
      'F4',
      'F8',
      'F9',
      'Shift+F1',
      'Ctrl+Shift+K',
      'Ctrl+U',
      'Ctrl+1…9',
    ])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Shortcuts' })).toBeNull()
    expect(document.activeElement).toBe(note)
  })
})
