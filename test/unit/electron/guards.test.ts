import * as fs from 'node:fs'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { readConfiguration } from '../../../electron/configuration.ts'
import { writeDurably } from '../../../electron/durable-file.ts'
import { createLog } from '../../../electron/log.ts'
import { lockNavigation } from '../../../electron/navigation.ts'
import { guardPermissions } from '../../../electron/permissions.ts'
import { fileOf } from '../../../electron/protocol.ts'
import { problem } from '../../../renderer/domain/problem.ts'

// Another file may have loaded with the real disk what this one watches.
vi.hoisted(() => vi.resetModules())
vi.mock('electron', () => ({ protocol: {} }))
vi.mock(import('node:fs'), async (actual) => {
  const real = await actual()
  return { ...real, fsyncSync: vi.fn(real.fsyncSync), renameSync: vi.fn(real.renameSync) }
})

const log = { write: () => undefined }
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-guards-'))
  vi.mocked(fs.fsyncSync).mockClear()
  vi.mocked(fs.renameSync).mockClear()
})
afterEach(() => rmSync(folder, { recursive: true }))

type Handler = (...args: never[]) => unknown

describe('the permission handlers', () => {
  const handlers = new Map<string, Handler>()
  const keep = (name: string) => (handler: Handler) => handlers.set(name, handler)
  const call = (name: string, ...args: unknown[]) => handlers.get(name)?.(...(args as never[]))

  function request(permission: string, details: object = {}): unknown {
    let allowed: unknown
    const answer = (granted: boolean): void => {
      allowed = granted
    }
    const whole = { requestingUrl: 'app://bundle/index.html', isMainFrame: true, ...details }
    call('request', null, permission, answer, whole)
    return allowed
  }
  const check = (origin: string, details: object = {}) => call('check', null, 'media', origin, details)

  it('give the main frame of the desk a microphone, and nobody a camera or a device', () => {
    const session = {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
    }
    guardPermissions(session as never, ['ws://127.0.0.1:5066'], log)
    expect(request('media', { mediaTypes: ['audio'] })).toBe(true)
    expect(request('media', { mediaTypes: ['audio', 'video'] })).toBe(false)
    expect(request('media', { isMainFrame: false })).toBe(false)
    expect(request('media', { requestingUrl: 'app://bundle.evil.test/' })).toBe(false)
    expect(request('geolocation')).toBe(false)
    expect(check('app://bundle/', { mediaType: 'audio' })).toBe(true)
    expect(check('app://bundle/', { mediaType: 'video' })).toBe(false)
    expect(check('https://evil.test/')).toBe(false)
    expect(call('device', {})).toBe(false)
  })
})

describe('the navigation lock', () => {
  it('keeps a window on the desk’s page', () => {
    const heard = new Map<string, (event: object) => void>()
    const contents = {
      on: (name: string, listener: (event: object) => void) => heard.set(name, listener),
      setWindowOpenHandler: vi.fn(),
    }
    const created = (_name: string, listener: (event: object, contents: object) => void) =>
      listener({}, contents)
    lockNavigation({ on: created } as never, log)
    const prevented = (url: string): boolean => {
      const preventDefault = vi.fn()
      heard.get('will-navigate')?.({ url, preventDefault })
      return preventDefault.mock.calls.length === 1
    }
    const urls = [
      'app://bundle/index.html',
      'app://other/index.html',
      'https://evil.test/',
      'data:text/html,x',
    ]
    expect(urls.map(prevented)).toEqual([false, true, true, true])
  })
})

describe('the configuration', () => {
  const read = () => readConfiguration({ folder, systemLanguages: ['en-CA'], log, newId: randomUUID })

  it('has the agent’s language again after a restart, before the system’s', () => {
    const first = read()
    expect(first.language()).toBe('en')
    first.saveLanguage('fr')
    expect([first.language(), read().language()]).toEqual(['fr', 'fr'])
  })

  it('is the same installation, with the same devices, after a restart', () => {
    const first = read()
    first.saveAudio({ ringer: { id: 'r1', label: 'Desk speaker' } })
    const again = read()
    expect([again.instanceId, again.audio()]).toEqual([
      first.instanceId,
      { ringer: { id: 'r1', label: 'Desk speaker' } },
    ])
  })

  it('has what the agent chose of moods after a restart: before that no alert, and questions', () => {
    const first = read()
    expect(first.moods()).toEqual({ alert: false, prompts: true })
    first.saveMoods({ alert: true, prompts: false })
    expect(read().moods()).toEqual({ alert: true, prompts: false })
  })

  it('tells the agent when the settings could not be read, and only then', () => {
    expect(read().problems).toEqual([])
    writeFileSync(join(folder, 'settings.json'), '{')
    expect(read().problems).toEqual([problem('settings-unread')])
  })
})

describe('files', () => {
  it('are forced to the disk before they replace the old ones', () => {
    writeDurably(join(folder, 'a.json'), 'new')
    const [forced = Infinity] = vi.mocked(fs.fsyncSync).mock.invocationCallOrder
    const [replaced = 0] = vi.mocked(fs.renameSync).mock.invocationCallOrder
    expect(forced).toBeLessThan(replaced)
  })

  it('of the log begin anew after 1 MB, keep the one before, and are read by nobody else', () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const file = join(folder, 'logs', 'foyer.log')
    const written = createLog(file, () => new Date(0))
    written.write('first')
    expect(statSync(file).mode & 0o077).toBe(0)
    writeFileSync(file, 'x'.repeat(1_000_001))
    written.write('second')
    expect(readFileSync(file, 'utf8')).toBe('{"at":"1970-01-01T00:00:00.000Z","code":"second"}\n')
    expect(statSync(`${file}.1`).size).toBe(1_000_001)
  })

  it('of the window are those of one folder', () => {
    const built = join(folder, 'renderer')
    mkdirSync(built)
    expect(fileOf(built, 'app://bundle/index.html')).toBe(join(built, 'index.html'))
    for (const path of [
      '..%2fsecret.json',
      '%2e%2e%2fsecret.json',
      '..%2frenderer-old%2fx.html',
      'x%00.html',
      '%',
    ])
      expect(fileOf(built, `app://bundle/${path}`), path).toBeUndefined()
    expect(fileOf(built, 'app://other/index.html')).toBeUndefined()
  })
})
