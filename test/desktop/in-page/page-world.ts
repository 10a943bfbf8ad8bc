import type { PermissionAnswer, PermissionQuestion } from './messages.ts'
import type { WorldLink } from './world-link.ts'

type LinkClass = typeof WorldLink

/*
 * These functions run in the page's own world, before its scripts. They are injected as text: they may use one
 * another, their arguments and what the browser gives.
 */

/** Makes the page's end of the link and hands it to the preload's world under `token`, a secret name. */
export function preparePage(token: string, Link: LinkClass): void {
  if (window !== window.top) return
  const node = new EventTarget()
  const link = new Link(node, { outgoing: 'from-page', incoming: 'from-preload' })
  link.offer('expose', (name, api) => {
    if (Object.hasOwn(window, name as string))
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    // As Electron's contextBridge: the page can neither change nor replace what it is given.
    Object.defineProperty(window, name as string, { value: freezeDeeply(api), enumerable: true })
  })
  // An event's relatedTarget is the one object of the DOM that both worlds are given as it is.
  const handOver = (): unknown => window.dispatchEvent(new FocusEvent(token, { relatedTarget: node }))
  window.addEventListener(`${token}?`, handOver, { once: true })
  openNoWindows(link)
  askBeforeUse(link)
}

export function freezeDeeply(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) freezeDeeply(inner)
  return Object.freeze(value)
}

/** window.open asks the app and, as every new window is denied, opens none. */
export function openNoWindows(link: WorldLink): void {
  const native = window.open.bind(window)
  window.open = (url, name = '', features = '') => {
    if (['_self', '_top', '_parent'].includes(name)) return native(url, name, features)
    link.call('open', [new URL(url ?? 'about:blank', document.baseURI).href, name, features])
    return null
  }
}

/** Each of these asks the app's permission handlers first; the browser then allows or refuses by itself. */
export function askBeforeUse(link: WorldLink): void {
  const ask = (question: PermissionQuestion): Promise<PermissionAnswer> =>
    link.call('ask', [question]) as Promise<PermissionAnswer>

  /** Where `question` finds nothing to ask, the browser answers alone. */
  const guard = (
    owner: object,
    method: string,
    question: (arg: unknown) => PermissionQuestion | undefined,
  ): void => {
    const native = Reflect.get(owner, method) as (...args: unknown[]) => unknown
    const guarded = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
      const asked = question(args[0])
      if (asked && (await ask(asked)) === 'refused-by-system')
        throw new DOMException('Permission denied by system', 'NotAllowedError')
      return Reflect.apply(native, this, args)
    }
    Object.defineProperty(owner, method, { value: guarded, writable: true, configurable: true })
  }

  const wanted = (constraints: unknown, kind: 'audio' | 'video'): ('audio' | 'video')[] => {
    const value: unknown =
      typeof constraints === 'object' && constraints ? Reflect.get(constraints, kind) : false
    return value === undefined || value === false ? [] : [kind]
  }
  // These are absent outside secure contexts.
  if ('MediaDevices' in window) {
    guard(MediaDevices.prototype, 'getUserMedia', (constraints) => {
      const mediaTypes = [...wanted(constraints, 'audio'), ...wanted(constraints, 'video')]
      return mediaTypes.length === 0 ? undefined : { permission: 'media', mediaTypes }
    })
    // Electron's answer where the app has no setDisplayMediaRequestHandler.
    MediaDevices.prototype.getDisplayMedia = () =>
      Promise.reject(new DOMException('Not supported', 'NotSupportedError'))
  }
  if ('Notification' in window)
    guard(Notification, 'requestPermission', () => ({ permission: 'notifications' }))
  if ('Clipboard' in window) {
    for (const method of ['read', 'readText'])
      guard(Clipboard.prototype, method, () => ({ permission: 'clipboard-read' }))
    for (const method of ['write', 'writeText'])
      guard(Clipboard.prototype, method, () => ({ permission: 'clipboard-sanitized-write' }))
  }
}
