import { ImitatedEmitter, createEvent } from './imitated-emitter.ts'
import { refuseUnknownOptions, strict } from './not-imitated.ts'
import type { Record } from './record.ts'

interface NotificationOptions {
  readonly title?: string
  readonly body?: string
  readonly silent?: boolean
  readonly urgency?: string
}

/** Makes Electron's Notification class. Nothing is shown: each one is recorded, for a test to read and to click. */
export function createNotification(record: Record): object {
  return strict(
    'Notification',
    class Notification extends ImitatedEmitter {
      readonly #recorded: Record['notifications'][number]

      static isSupported(): boolean {
        return true
      }

      constructor(options: NotificationOptions = {}) {
        super('Notification', ['click', 'show', 'close'])
        refuseUnknownOptions('Notification', options, ['title', 'body', 'silent', 'urgency'])
        const { title = '', body = '', silent = false, urgency = 'normal' } = options
        const click = (): void => void this.emit('click', createEvent())
        this.#recorded = { title, body, silent, urgency, isShown: false, click }
        return strict('Notification', this)
      }

      show(): void {
        if (!record.notifications.includes(this.#recorded)) record.notifications.push(this.#recorded)
        this.#recorded.isShown = true
        setImmediate(() => this.emit('show', createEvent()))
      }

      close(): void {
        if (!this.#recorded.isShown) return
        this.#recorded.isShown = false
        setImmediate(() => this.emit('close', createEvent()))
      }
    },
  )
}
