import { powerMonitor } from 'electron'

/** Tells when the computer is awake again: whatever the desk believes about its link is then a guess. */
export function watchPower(onWoke: () => void): void {
  powerMonitor.on('resume', onWoke)
  powerMonitor.on('unlock-screen', onWoke)
}
