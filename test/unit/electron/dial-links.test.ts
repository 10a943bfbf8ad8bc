import { EventEmitter } from 'node:events'

import type { App } from 'electron'
import { describe, expect, it, vi } from 'vitest'

import { collectDialLinks, dialLinkIn } from '../../../electron/dial-links.ts'

describe('a link from another program', () => {
  it('is found among the arguments of a start, and nothing else is', () => {
    expect(dialLinkIn(['foyer', '--flag', 'tel:+16135550117'])).toBe('tel:+16135550117')
    expect(dialLinkIn(['foyer', 'SIP:2001@foyer.test'])).toBe('SIP:2001@foyer.test')
    expect(dialLinkIn(['foyer', 'https://example.org', 'file:///etc/passwd', '/tmp/tel:'])).toBeUndefined()
    expect(dialLinkIn([`tel:${'1'.repeat(300)}`])).toBeUndefined()
  })

  it('comes by a second start, or from the system itself', () => {
    const app = new EventEmitter()
    const heard: string[] = []
    collectDialLinks(app as App, ['foyer']).follow((link) => heard.push(link))
    const preventDefault = vi.fn()
    app.emit('second-instance', {}, ['foyer', 'tel:2001'])
    app.emit('second-instance', {}, ['foyer'])
    app.emit('open-url', { preventDefault }, 'callto:+16135550117')
    app.emit('open-url', { preventDefault }, 'https://example.org')
    expect(heard).toEqual(['tel:2001', 'callto:+16135550117'])
    expect(preventDefault).toHaveBeenCalledTimes(2)
  })

  it('that starts the desk waits until somebody listens; only the newest counts', () => {
    const app = new EventEmitter()
    const links = collectDialLinks(app as App, ['foyer', 'tel:2001'])
    app.emit('open-url', { preventDefault: () => undefined }, 'tel:2002')
    const heard: string[] = []
    links.follow((link) => heard.push(link))
    expect(heard).toEqual(['tel:2002'])
  })
})
