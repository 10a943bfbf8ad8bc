import type { decode, encode } from './codec.ts'
import type { FromPage, PermissionQuestion, ToPage } from './messages.ts'
import type { WorldLink } from './world-link.ts'

/*
 * These functions run in the preload's world: a world of its own beside the page's, as contextIsolation makes it.
 * They are injected as text: they may use one another, their arguments and what the browser gives.
 */

type Listener = (event: object, ...args: unknown[]) => void

interface PreloadNeeds {
  /** The page's world hands its end of the link over under this name. */
  readonly token: string
  /** Name of the function by which this world speaks to the main process. */
  readonly binding: string
  /** Name of the function by which the main process speaks to this world. */
  readonly receiver: string
  readonly process: object
  readonly codec: { readonly encode: typeof encode; readonly decode: typeof decode }
  readonly Link: typeof WorldLink
  /** Report to the main process what happens in the window. */
  readonly watches: readonly ((tell: (message: FromPage) => void) => void)[]
  /** The app's preload script, wrapped like a CommonJS module. */
  readonly script: (
    require: (id: string) => object,
    module: { exports: object },
    exports: object,
    process: object,
  ) => void
}

interface Main {
  readonly tell: (message: FromPage) => void
  /** Tells, and waits for the answer. */
  readonly request: (build: (id: number) => FromPage) => Promise<unknown>
}

export function startPreload(needs: PreloadNeeds): void {
  if (window !== window.top) return
  const listeners = new Map<string, Listener[]>()
  const main = connectToMain(needs, listeners)
  const link = connectToPage(needs)
  link.offer('ask', (question) =>
    main.request((id) => ({ kind: 'ask', id, question: question as PermissionQuestion })),
  )
  link.offer('open', (url, name, features) => {
    const [address, frame, list] = [url, name, features] as [string, string, string]
    main.tell({ kind: 'open', url: address, name: frame, features: list, disposition: 'foreground-tab' })
  })
  main.tell({ kind: 'begun', url: location.href })
  for (const watch of needs.watches) watch(main.tell)
  runScript(needs, { main, link, listeners })
}

export function connectToMain(needs: PreloadNeeds, listeners: Map<string, Listener[]>): Main {
  const binding = Reflect.get(globalThis, needs.binding) as (text: string) => void
  const awaited = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  const tell = (message: FromPage): void => binding(JSON.stringify(message))
  const receive = (message: ToPage): void => {
    if (message.kind === 'send') {
      const args = needs.codec.decode(message.args) as unknown[]
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...args)
      return
    }
    const waiting = awaited.get(message.id)
    awaited.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(needs.codec.decode(message.value))
    else waiting?.reject(new Error(message.message))
  }
  Object.defineProperty(globalThis, needs.receiver, { value: receive })
  return {
    tell,
    request: (build) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        awaited.set(id, { resolve, reject })
        tell(build(id))
      }),
  }
}

export function connectToPage({ token, Link }: PreloadNeeds): WorldLink {
  let link: WorldLink | undefined
  const take = (event: Event): void => {
    const node = (event as FocusEvent).relatedTarget
    if (node) link = new Link(node, { outgoing: 'from-preload', incoming: 'from-page' })
  }
  window.addEventListener(token, take, { once: true })
  window.dispatchEvent(new Event(`${token}?`))
  if (!link) throw new Error('stand-in: the page has no link to its preload')
  return link
}

/** Runs the app's preload as Electron does in its sandbox: of all modules, only `electron` can be required. */
export function runScript(
  needs: PreloadNeeds,
  parts: { main: Main; link: WorldLink; listeners: Map<string, Listener[]> },
): void {
  const electron = refuseUnknown('electron', {
    contextBridge: refuseUnknown('contextBridge', createContextBridge(parts.link)),
    ipcRenderer: refuseUnknown('ipcRenderer', createIpcRenderer(needs, parts)),
  })
  const require = (id: string): object => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id}`)
  }
  const module = { exports: {} }
  try {
    needs.script(require, module, module.exports, refuseUnknown('process', needs.process))
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    console.error('Unable to load preload script:', message)
    parts.main.tell({ kind: 'preload-failed', message })
  }
}

export function createContextBridge(link: WorldLink): object {
  return {
    exposeInMainWorld(name: string, api: unknown): void {
      link.call('expose', [name, api])
    },
  }
}

export function createIpcRenderer(
  { codec }: PreloadNeeds,
  { main, listeners }: { main: Main; listeners: Map<string, Listener[]> },
): object {
  const off = (channel: string, listener: Listener): object => {
    const left = (listeners.get(channel) ?? []).filter((other) => other !== listener)
    listeners.set(channel, left)
    return ipcRenderer
  }
  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
      const encoded = codec.encode(args)
      return main.request((id) => ({ kind: 'invoke', id, channel, args: encoded }))
    },
    on: (channel: string, listener: Listener): object => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    off,
    removeListener: off,
  }
  return ipcRenderer
}

/** The page's twin of `strict` in not-imitated.ts. */
export function refuseUnknown(name: string, target: object): object {
  const probed = ['then', 'toJSON', '__esModule']
  return new Proxy(target, {
    get(_target, key) {
      if (typeof key === 'string' && !probed.includes(key) && !(key in target))
        throw new Error(`stand-in: ${name}.${key} is not imitated; see docs/stand-in.md`)
      return Reflect.get(target, key) as unknown
    },
  })
}
