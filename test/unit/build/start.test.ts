import { describe, expect, it } from 'vitest'

import { howToStart } from '../../../build/how-to-start.ts'
import type { Machine } from '../../../build/how-to-start.ts'

const machine = (found: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  screen: true,
  root: false,
  electron: () => ({ why: 'fetch failed' }),
  browser: () => '/usr/bin/chromium',
  ...found,
})

const said = (found: Partial<Machine>): string => {
  const start = howToStart(machine(found))
  return start.kind === 'cannot' ? start.say.join('\n') : start.kind
}

describe('npm start', () => {
  it('runs Electron where its binary is there or can be fetched', () => {
    const electron = () => ({ file: '/opt/electron' })
    expect(howToStart(machine({ electron }))).toEqual({ kind: 'electron', file: '/opt/electron' })
  })

  it('says in one line why it opens the stand-in', () => {
    expect(howToStart(machine())).toEqual({
      kind: 'stand-in',
      say: 'Electron’s binary could not be fetched (fetch failed): opening the same desk in /usr/bin/chromium, through the stand-in.',
    })
  })

  it('says what to do without a screen, and does not download anything first', () => {
    const electron = () => {
      throw new Error('nothing should be fetched')
    }
    expect(said({ screen: false, electron })).toMatch(/needs a screen[\s\S]*xvfb-run -a npm start/)
  })

  it('says what to install where there is neither Electron nor a browser', () => {
    expect(said({ browser: () => undefined })).toMatch(/fetch failed[\s\S]*sudo apt-get install -y chromium/)
  })

  it('keeps the sandbox: root is told to be somebody else', () => {
    expect(said({ root: true, electron: () => ({ file: '/opt/electron' }) })).toContain(
      'does not run as root',
    )
  })
})
