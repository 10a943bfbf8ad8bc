import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { findBrowser } from './browser.ts'
import { root } from './bundles.ts'
import { findElectron } from './electron-binary.ts'
import './build.ts'

/** `npm start`: opens the built desk in Electron, or in the stand-in where Electron's binary cannot be had. */

function give(...lines: readonly string[]): never {
  for (const line of lines) console.error(line)
  process.exit(1)
}

const hasDisplay =
  process.platform !== 'linux' ||
  (process.env['DISPLAY'] ?? '') !== '' ||
  (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
if (!hasDisplay)
  give(
    'Foyer needs a screen, and this machine shows none (neither DISPLAY nor WAYLAND_DISPLAY is set).',
    'Start it from a desktop session; or on a machine without one, install Xvfb and give it a screen of its own:',
    '  sudo apt-get install -y xvfb xauth && xvfb-run -a npm start',
  )

const electron = findElectron()
const args = ['.', ...process.argv.slice(2)]

if ('file' in electron) {
  if (process.platform === 'linux' && process.getuid?.() === 0)
    give('Foyer does not run as root: Chromium’s sandbox refuses it. Start it as an ordinary user.')
  run(electron.file, args)
} else {
  const browser = findBrowser()
  if (!browser)
    give(
      `Electron’s binary is not installed and could not be fetched (${electron.why}), and there is no browser to stand in.`,
      'Install one of Chromium, Google Chrome or Microsoft Edge. On Debian or Ubuntu:',
      '  sudo apt-get install -y chromium',
    )
  console.log(
    `Electron’s binary could not be fetched (${electron.why}): opening the same desk in ${browser}, through the stand-in.`,
  )
  run(process.execPath, [join(root, 'test', 'desktop', 'electron'), ...args])
}

function run(file: string, args: readonly string[]): void {
  const child = spawn(file, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => give(`Foyer could not be started: ${error.message}`))
  child.on('exit', (code) => process.exit(code ?? 1))
}
