import type { EventEmitter } from 'node:events'

/**
 * Gives a child process the `process.parentPort` of Electron's utility processes. Injected as text into the child,
 * which has no TypeScript: it may use its argument and Node's globals.
 */
export function installParentPort(Emitter: typeof EventEmitter): void {
  const port = new Emitter()
  let isStarted = false
  const start = (): void => {
    if (isStarted) return
    isStarted = true
    process.on('message', (data) => port.emit('message', { data, ports: [] }))
  }
  const postMessage = (message: unknown): void => void process.send?.(message)
  // Messages wait until somebody listens.
  port.on('newListener', (event) => {
    if (event === 'message') setImmediate(start)
  })
  Object.defineProperty(process, 'parentPort', { value: Object.assign(port, { start, postMessage }) })
  Object.defineProperty(process, 'type', { value: 'utility' })
  // A utility process lives until it is ended, and never longer than the app.
  process.channel?.ref()
  process.on('disconnect', () => process.exit())
}
