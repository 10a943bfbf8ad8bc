// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const standIn = fileURLToPath(new URL('../../desktop', import.meta.url))
const fixture = join(standIn, 'fixture')
const userData = mkdtempSync(join(tmpdir(), 'stand-in-'))
const switches = ['--use-fake-device-for-media-stream', `--user-data-dir=${userData}`]

process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn

async function start(env: Record<string, string> = {}): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    args: [...switches, '.'],
    cwd: fixture,
    env: { ...(process.env as Record<string, string>), STANDIN_HEADLESS: '1', ...env },
  })
  const page = await app.firstWindow()
  await page.waitForSelector('h1[data-platform]')
  return { app, page }
}

/** What the fixture's main process has seen so far. */
const seenBy = (app: ElectronApplication): Promise<unknown> =>
  app.evaluate(() => Reflect.get(globalThis, 'seen') as unknown)

/** The message of what `body` throws in the main process, without Playwright's prefix and stack. */
async function refusal(
  app: ElectronApplication,
  body: Parameters<typeof app.evaluate<unknown>>[0],
): Promise<string> {
  const error: unknown = await app.evaluate(body).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof Error ? (/(stand-in: .*)/.exec(error.message)?.[1] ?? error.message) : 'nothing'
}

const running = (): string[] =>
  execFileSync('ps', ['-axww', '-o', 'command='], { encoding: 'utf8' })
    .split('\n')
    .filter((command) => command.includes(userData))

describe('an app in the stand-in', () => {
  let app: ElectronApplication
  let page: Page
  const inPage = (expression: string): Promise<unknown> => page.evaluate<unknown>(expression)

  beforeAll(async () => {
    ;({ app, page } = await start())
  })

  afterAll(async () => {
    await app.close().catch(() => undefined)
    rmSync(userData, { recursive: true, force: true })
  })

  it('shows the page through the app’s own protocol handler, in a secure context of the window’s size', async () => {
    expect(
      await inPage('[location.origin, isSecureContext, innerWidth, innerHeight, document.title]'),
    ).toEqual(['http://bundle.app.localhost', true, 700, 500, 'Fixture'])
    expect(
      await app.evaluate(({ app: electronApp, BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        return [
          electronApp.getVersion(),
          window?.getTitle(),
          window?.webContents.getURL(),
          window?.isVisible(),
        ]
      }),
    ).toEqual(['1.2.3', 'Fixture', 'app://bundle/page.html', true])
  })

  it('enforces the page’s Content-Security-Policy and Trusted Types', async () => {
    const attempt = `(() => { try { document.body.innerHTML = '<b>' } catch (error) { return error.name } })()`
    expect(await inPage(attempt)).toBe('TypeError')
  })

  it('gives the page what the preload exposes, frozen, and nothing else', async () => {
    expect(
      await inPage(`[typeof desk.invoke, desk.platform, Object.isFrozen(desk), Object.isFrozen(desk.nested.list),
        typeof ipcRenderer, typeof require, typeof process]`),
    ).toEqual(['function', process.platform, true, true, 'undefined', 'undefined', 'undefined'])
  })

  it('carries the types of structured clone through invoke, there and back', async () => {
    await inPage(`window.sent = { count: 1n, none: undefined, map: new Map([['set', new Set([1])]]), date: new Date(0),
      bytes: new Uint8Array([1, 2, 255]), zero: -0, nan: NaN, list: [null, 'é'] }`)
    const back = await inPage(`desk.invoke('echo', sent).then(({ value, from }) => [value, from])`)
    expect(back).toEqual([
      {
        count: 1n,
        none: undefined,
        map: expect.anything() as unknown,
        date: new Date(0),
        bytes: new Uint8Array([1, 2, 255]),
        zero: -0,
        nan: Number.NaN,
        list: [null, 'é'],
      },
      'app://bundle/page.html',
    ])
    expect(await inPage(`desk.invoke('echo', sent).then(({ value }) => value.map.get('set').has(1))`)).toBe(
      true,
    )
  })

  it('words an IPC error as Electron does', async () => {
    const message = (call: string): Promise<unknown> => inPage(`${call}.catch(({ message }) => message)`)
    expect(await message(`desk.invoke('fail')`)).toBe("Error invoking remote method 'fail': TypeError: boom")
    expect(await message(`desk.invoke('nobody')`)).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    )
    expect(await message(`desk.invoke('echo', () => 1)`)).toBe('An object could not be cloned.')
  })

  it('throws for whatever it does not imitate, and for a window that would be insecure', async () => {
    expect([
      await refusal(app, ({ app: electronApp }) => electronApp.setBadgeCount(1)),
      await refusal(app, ({ Tray }) => new Tray('icon.png')),
      await refusal(app, ({ app: electronApp }) => electronApp.on('gpu-info-update', () => undefined)),
      await refusal(app, ({ BrowserWindow }) => new BrowserWindow({ frame: false })),
      await refusal(app, ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } })),
      await inPage(`(() => { try { desk.unknown() } catch (error) { return error.message } })()`),
    ]).toEqual([
      'stand-in: app.setBadgeCount is not imitated; see docs/stand-in.md',
      'stand-in: electron.Tray is not imitated; see docs/stand-in.md',
      "stand-in: the event 'gpu-info-update' of app is not imitated; see docs/stand-in.md",
      'stand-in: the option BrowserWindow.frame is not imitated; see docs/stand-in.md',
      'stand-in: refuses webPreferences.sandbox: false',
      'stand-in: ipcRenderer.sendSync is not imitated; see docs/stand-in.md',
    ])
  })

  it('asks the app before the page goes anywhere, and lets no window open', async () => {
    const before = page.url()
    await inPage(`location.href = 'http://away.test/script'`)
    await page.click('#away')
    await page.click('#blank')
    await page.click('#away', { modifiers: ['Control'] })
    expect(await inPage(`window.open('http://away.test/open')`)).toBe(null)
    await inPage(`(() => {
      const form = Object.assign(document.createElement('form'), { action: 'http://away.test/form', target: '_blank' })
      document.body.append(form)
      form.submit()
    })()`)
    await expect
      .poll(() => seenBy(app))
      .toMatchObject({
        navigations: ['http://away.test/script', 'http://away.test/'],
        opened: ['http://away.test/', 'http://away.test/', 'http://away.test/open', 'http://away.test/form?'],
        requests: ['app://bundle/page.html', 'app://bundle/page.js'],
      })
    expect(page.url()).toBe(before)
    await expect.poll(() => app.windows().length).toBe(1)
  })

  it('refuses the microphone until the app’s handler grants it', async () => {
    const listen = `navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'heard', (error) => error.name)`
    expect(await inPage(listen)).toBe('NotAllowedError')
    expect(await inPage(`Notification.requestPermission()`)).toBe('denied')
    await inPage(`desk.invoke('let-hear', true)`)
    expect(await inPage(listen)).toBe('heard')
    expect(await inPage(`navigator.permissions.query({ name: 'microphone' }).then((p) => p.state)`)).toBe(
      'granted',
    )
    expect(await seenBy(app)).toMatchObject({
      asked: [
        {
          permission: 'media',
          details: {
            mediaTypes: ['audio'],
            isMainFrame: true,
            requestingUrl: 'app://bundle/page.html',
            securityOrigin: 'app://bundle/',
          },
        },
        { permission: 'notifications', details: { isMainFrame: true } },
        { permission: 'media' },
      ],
    })
  })

  it('records a notification, which a test can click', async () => {
    await inPage(`new Promise((ready) => { desk.onClicked((title) => { window.clicked = title }); ready() })`)
    await app.evaluate((electron) => {
      ;(Reflect.get(globalThis, 'notify') as () => void)()
      const { notifications } = Reflect.get(electron, '__standIn') as { notifications: { click(): void }[] }
      notifications[0]?.click()
    })
    await expect.poll(() => page.evaluate('window.clicked')).toBe('A call')
  })

  it('seals text with the keystore once obscuring is allowed', async () => {
    expect(await inPage(`desk.invoke('seal', 'secret')`)).toEqual([false, 'secret'])
  })

  it('runs a utility process, which is told the origin that the browser sends', async () => {
    expect(await inPage(`desk.invoke('child', { origin: 'app://bundle', page: 'app://bundle/x' })`)).toEqual({
      heard: { origin: 'http://bundle.app.localhost', page: 'app://bundle/x' },
    })
  })

  it('refuses a second start on the same folder and tells the first', async () => {
    const second = spawnSync(join(standIn, 'electron'), [...switches, '.', 'tel:+15550100'], { cwd: fixture })
    expect(second.status).toBe(0)
    await expect.poll(() => seenBy(app)).toMatchObject({ starts: ['tel:+15550100'] })
  })

  it('leaves nothing running, keeps what the page stored, and plays a system that refuses the microphone', async () => {
    await inPage(`new Promise((resolve, reject) => {
      localStorage.setItem('kept', 'yes')
      const opening = indexedDB.open('kept')
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows').put('row', 1)
      opening.onsuccess = resolve
      opening.onerror = reject
    })`)
    expect(running().length).toBeGreaterThan(1)
    await app.close()
    expect(running()).toEqual([])
    ;({ app, page } = await start({ STANDIN_REFUSE_MICROPHONE: '1' }))
    const read = `new Promise((resolve) => {
      indexedDB.open('kept').onsuccess = ({ target }) => {
        target.result.transaction('rows').objectStore('rows').get(1).onsuccess = (event) => resolve(event.target.result)
      }
    })`
    expect([await inPage(`localStorage.getItem('kept')`), await inPage(read)]).toEqual(['yes', 'row'])
    await inPage(`desk.invoke('let-hear', true)`)
    const listen = `navigator.mediaDevices.getUserMedia({ audio: true }).catch(({ message }) => message)`
    expect(await inPage(listen)).toBe('Permission denied by system')
  })
})
