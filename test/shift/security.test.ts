import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'

import { requestNames } from '../../electron/ipc/parse.ts'
import { fakeMicrophone, openDeskWindow } from './desk-window.ts'
import type { DeskWindow } from './desk-window.ts'

/** What somebody could try who had got a foot into the window. */

let desk: DeskWindow
/** A server on this computer that the desk is not configured for. It would let anybody in. */
let neighbour: { port: number; visits: number; stop: () => void }

beforeAll(async () => {
  const server = createServer((_request, response) => {
    neighbour.visits += 1
    response.setHeader('access-control-allow-origin', '*').end('hello')
  })
  new WebSocketServer({ server }).on('connection', () => (neighbour.visits += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port')
  neighbour = { port: address.port, visits: 0, stop: () => void server.close() }
  desk = await openDeskWindow({
    language: 'en',
    settings: { practice: { seed: 3, pauseSeconds: [0.1, 0.2], chatPauseSeconds: [3600, 3600] } },
    env: { STANDIN_HEADLESS: '1' },
    switches: fakeMicrophone,
  })
})
afterAll(async () => {
  neighbour.stop()
  await desk.close()
})

/** Tries something in the page; the error's name where it was refused. */
const attempt = (code: string): Promise<unknown> =>
  desk.page.evaluate(
    (text) =>
      (0, eval)(
        `(async () => { try { return await (${text}) } catch (error) { return error.name } })()`,
      ) as unknown,
    code,
  )

const logged = (): string => readFileSync(join(desk.userData, 'logs', 'foyer.log'), 'utf8')

describe('a window that was taken over', () => {
  it('sees one frozen object with a method per request, and nothing of Node or Electron', async () => {
    expect(await attempt('Object.keys(window.desktop).sort()')).toEqual(
      [...requestNames, 'onComputerWoke', 'onDialAsked', 'onPracticeStopped'].sort(),
    )
    expect(await attempt('Object.isFrozen(window.desktop)')).toBe(true)
    expect(await attempt('[typeof require, typeof process, typeof module, typeof ipcRenderer].join()')).toBe(
      'undefined,undefined,undefined,undefined',
    )
  })

  it('is refused loudly when it asks for what the contract does not have', async () => {
    expect(await attempt("window.desktop.openDataKey('../../../etc/passwd')")).toBe('Error')
    expect(await attempt("window.desktop.alertAgent({ title: 'Mme Tremblay' })")).toBe('Error')
    expect(await attempt("window.desktop.saveLanguage('de')")).toBe('Error')
    const lines = logged().match(/"code":"request-refused","request":"\w+","why":"content"/g)
    expect(lines).toHaveLength(3)
    expect(logged()).not.toMatch(/passwd|Tremblay/)
  })

  it('runs no script but the desk’s own', async () => {
    // The page's own policy is asked here, from inside it: Playwright's evaluation is exempt, a timer is not.
    const ran = (code: string) =>
      desk.page.evaluate(
        (text) =>
          new Promise((resolve) => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => {
              try {
                resolve((0, eval)(text) as unknown)
              } catch (error) {
                resolve(error instanceof Error ? error.name : 'refused')
              }
            }
            channel.port2.postMessage(undefined)
          }),
        code,
      )
    expect(await ran('"ran"')).toMatch(/EvalError|TypeError/)
    expect(await attempt("document.body.insertAdjacentHTML('beforeend', '<img src=x>')")).toBe('TypeError')
    expect(await attempt("Object.assign(document.createElement('script'), { text: 'window.hit = 1' })")).toBe(
      'TypeError',
    )
    expect(await attempt("new DOMParser().parseFromString('<img src=x>', 'text/html')")).toBe('TypeError')
    expect(await attempt("trustedTypes.createPolicy('mine', { createHTML: (text) => text })")).toBe(
      'TypeError',
    )
  })

  it('reaches no server but the configured ones', async () => {
    const url = `127.0.0.1:${neighbour.port}`
    expect(await (await fetch(`http://${url}`)).text()).toBe('hello')
    expect(neighbour.visits).toBe(1) // the door is open, for whoever may go there
    expect(await attempt(`fetch('http://${url}')`)).toBe('TypeError')
    expect(
      await attempt(
        `new Promise((resolve) => { const s = new WebSocket('ws://${url}'); s.onopen = () => resolve('open'); s.onerror = () => resolve('closed') })`,
      ),
    ).toMatch(/closed|SecurityError/)
    expect(
      await attempt(
        `new Promise((resolve) => { const i = new Image(); i.onload = () => resolve('loaded'); i.onerror = () => resolve('refused'); i.src = 'http://${url}/x.png' })`,
      ),
    ).toBe('refused')
    await attempt(`navigator.sendBeacon('http://${url}', 'x')`)
    await desk.page.waitForTimeout(200) // a beacon says nothing, and goes later
    expect(neighbour.visits).toBe(1)
  })

  it('reads no file but the built window’s', async () => {
    const status = (path: string) => attempt(`fetch(${JSON.stringify(path)}).then((answer) => answer.status)`)
    expect(await status('/index.html')).toBe(200)
    for (const path of [
      '/../main/main.cjs',
      '/..%2f..%2fpackage.json',
      '/..%2fmain%2fmain.cjs',
      '/%2e%2e/%2e%2e/package.json',
      '/.vite/manifest.json%00.html',
      '//etc/passwd',
    ])
      expect(await status(path), path).not.toBe(200)
  })

  it('stays where it is, and opens nothing', async () => {
    const { page } = desk
    const before = page.url()
    await attempt(`location.assign('http://127.0.0.1:${neighbour.port}/')`)
    await page.waitForTimeout(300)
    expect(await attempt(`window.open('http://127.0.0.1:${neighbour.port}/')`)).toBeNull()
    expect([page.url(), neighbour.visits]).toEqual([before, 1])
    await expect.poll(logged).toMatch(/navigation-refused[\s\S]*window-refused/)
  })

  it('is given a microphone, and no camera, place or notification', async () => {
    expect(
      await attempt('navigator.mediaDevices.getUserMedia({ audio: true }).then((s) => s.getTracks().length)'),
    ).toBe(1)
    expect(await attempt('navigator.mediaDevices.getUserMedia({ video: true })')).toBe('NotAllowedError')
    expect(await attempt('navigator.mediaDevices.getUserMedia({ audio: true, video: true })')).toBe(
      'NotAllowedError',
    )
    expect(await attempt('Notification.requestPermission()')).toBe('denied')
    expect(
      await attempt(
        'new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve("here"), (e) => resolve(e.code)))',
      ),
    ).toBe(1)
  })
})

describe('what lies on the disk after a call', () => {
  it('holds no word that the agent wrote and nobody’s name or number, in the store or in the log', async () => {
    const { page, say } = desk
    const button = (name: string) => page.getByRole('button', { name })
    await button(say('signin.go.practice')).click()
    await button(say('agent.go-available')).click()
    await button(say('offer.answer')).click({ timeout: 20_000 })
    await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()
    await page.getByRole('textbox', { name: say('note.label') }).fill('sealed-planted-word')
    await page.getByText(say('saved.saved')).waitFor()
    // The same words in clear, in a store of the same kind: the search below must be able to see them.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('in-clear', 1)
          opening.onupgradeneeded = () => opening.result.createObjectStore('notes')
          opening.onerror = () => reject(new Error('not opened'))
          opening.onsuccess = () => {
            const writing = opening.result.transaction('notes', 'readwrite', { durability: 'strict' })
            writing.objectStore('notes').put({ note: 'clear-planted-word', name: 'Margaret Planted' }, 1)
            writing.oncomplete = () => resolve()
          }
        }),
    )
    // A browser writes down what stands in a page's fields when its title changes, some seconds after they were filled in.
    await page.waitForTimeout(1_500)
    await button(say('call.hang-up')).click()
    await page.getByRole('main').getByText(say('disposition.resolved')).click()
    await page.waitForTimeout(3_500)
    await button(say('wrapup.break')).click()
    await page.getByText('sealed-planted-word').first().waitFor()

    const filesWith = (words: string): string[] =>
      files(desk.userData).filter((file) => {
        const bytes = readFileSync(file)
        return bytes.includes(words, 0, 'utf8') || bytes.includes(words, 0, 'utf16le')
      })
    const found = (words: string): boolean => filesWith(words).length > 0
    expect([found('clear-planted-word'), found('Margaret Planted')]).toEqual([true, true])
    const secrets = ['sealed-planted-word', 'Margaret Ellis', 'Hélène Tremblay', '6135550117', '5145550142']
    expect(secrets.flatMap((words) => filesWith(words).map((file) => `${words} in ${file}`))).toEqual([])
    expect(logged()).toContain('data-key-made')
  })
})

/** Every file below a folder, sockets and links left out. */
function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)
}
