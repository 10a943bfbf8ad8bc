import type { SMState } from 'strophe.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { StreamMemory } from '../../../renderer/adapters/xmpp/stream-memory.ts'

const written: string[] = []
const kept = new Map<string, string>()
const keep = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => {
    kept.set(key, value)
    written.push(value)
  },
  removeItem: (key: string) => void kept.delete(key),
}

const page = new EventTarget()
let memory: StreamMemory

const open = (): StreamMemory =>
  new StreamMemory({ user: 'ada', domain: 'example.org', resource: 'desk', password: 'pw' }, keep)

/** Of the session `s-1`, after so many stanzas came. */
const stateAfter = (hIn: number): SMState => ({
  ...{
    id: 's-1',
    hIn,
    hOutAcked: 0,
    unacked: [],
    boundJid: 'ada@example.org/desk',
    resumeSupported: true,
    enableSent: true,
  },
  ...{ enabled: true, resumed: false, max: 0, location: '', sinceLastAck: 0 },
})

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', page)
  kept.clear()
  written.length = 0
  memory = open()
})
afterEach(() => {
  memory.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('what a reload finds of a session', () => {
  it('is written when it begins, and then a few times a second, however much comes', () => {
    for (let count = 0; count < 100; count += 1) {
      memory.save('', stateAfter(count))
      vi.advanceTimersByTime(10)
    }
    vi.advanceTimersByTime(1_000)
    expect(written.length).toBeLessThanOrEqual(6)
    expect([written[0], written.at(-1)]).toEqual(['["s-1",0,0]', '["s-1",99,0]'])
  })

  it('is as it was when the page went', () => {
    memory.save('', stateAfter(1))
    memory.save('', stateAfter(2))
    expect(written).toEqual(['["s-1",1,0]'])
    page.dispatchEvent(new Event('pagehide'))
    expect(written.at(-1)).toBe('["s-1",2,0]')
  })

  it('is not touched any more by one that has been left', () => {
    memory.save('', stateAfter(1))
    memory.save('', stateAfter(2))
    memory.stop()
    vi.advanceTimersByTime(1_000)
    page.dispatchEvent(new Event('pagehide'))
    expect(written).toEqual(['["s-1",1,0]'])
  })

  it('is tried once: a server that takes its counters for wrong ends the stream', () => {
    memory.save('', stateAfter(1))
    const after = open()
    expect([after.load()?.id, after.load()?.id]).toEqual(['s-1', undefined])
    after.stop()
  })

  it('is gone with the session', () => {
    memory.save('', stateAfter(1))
    memory.save('', stateAfter(2))
    memory.clear()
    vi.advanceTimersByTime(1_000)
    expect([kept.size, memory.load()]).toEqual([0, null])
  })
})
