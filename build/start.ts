import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { findBrowser } from './browser.ts'
import { root } from './bundles.ts'
import { findElectron } from './electron-binary.ts'
import { howToStart } from './how-to-start.ts'

/** `npm start`: opens the built desk in Electron, or in the stand-in where Electron's binary cannot be had. */

const start = howToStart({
  platform: process.platform,
  screen: process.platform !== 'linux' || ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => process.env[name]),
  root: process.getuid?.() === 0,
  electron: findElectron,
  browser: findBrowser,
})

if (start.kind === 'cannot') {
  for (const line of start.say) console.error(line)
  process.exit(1)
}
if (start.kind === 'stand-in') console.log(start.say)
await import('./build.ts')
const args = ['.', ...process.argv.slice(2)]
const child =
  start.kind === 'electron'
    ? spawn(start.file, args, { cwd: root, stdio: 'inherit' })
    : spawn(process.execPath, [join(root, 'test', 'desktop', 'electron'), ...args], {
        cwd: root,
        stdio: 'inherit',
      })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(`Foyer could not be started: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code) => process.exit(code ?? 1))
