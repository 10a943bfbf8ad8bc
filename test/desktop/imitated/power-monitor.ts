import { ImitatedEmitter } from './imitated-emitter.ts'
import { strict } from './not-imitated.ts'
import type { Record } from './record.ts'

/** Electron's powerMonitor. This machine's own sleep is not watched: a test says when it wakes. */
export function createPowerMonitor(record: Record): object {
  const monitor = new ImitatedEmitter('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen'])
  record.wake = () => void monitor.emit('resume')
  return strict('powerMonitor', monitor)
}
