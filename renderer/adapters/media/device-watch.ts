import type { Undo } from '../../ports/undo.ts'
import { sortDevices } from './found-devices.ts'
import type { FoundDevices } from './found-devices.ts'

/**
 * Milliseconds between two looks. `devicechange` alone is not enough: on Linux it follows the hardware, and a headset
 * that comes or goes in the sound server (Bluetooth, network) changes nothing there. A look takes some 5 ms.
 */
const whileUsed = 400
const whileIdle = 3_000

export interface DeviceWatch {
  /** Looks now. */
  look(): Promise<void>
  /** Somebody speaks or listens: looks more often, so that a device that has gone is replaced within a second. */
  use(): Undo
  stop(): void
}

/** Looks at the sound devices again and again, and at once when the browser tells of a change. */
export function createDeviceWatch(found: (devices: FoundDevices) => void): DeviceWatch {
  let timer: ReturnType<typeof setTimeout> | undefined
  let uses = 0
  let [asked, answered] = [0, 0]
  let stopped = false

  async function look(): Promise<void> {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(lookAgain, uses > 0 ? whileUsed : whileIdle)
    const number = (asked += 1)
    const infos = await navigator.mediaDevices.enumerateDevices().catch(() => undefined)
    // A page that is being left cannot look any more, and a slow answer is older than the one after it.
    if (!infos || number < answered) return
    answered = number
    found(sortDevices(infos))
  }
  const lookAgain = (): void => void look()

  navigator.mediaDevices.addEventListener('devicechange', lookAgain)
  return {
    look,
    use() {
      let over = false
      uses += 1
      lookAgain()
      return () => {
        if (over) return
        over = true
        uses -= 1
      }
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      navigator.mediaDevices.removeEventListener('devicechange', lookAgain)
    },
  }
}
