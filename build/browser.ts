import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** The Chromium-family browser of this machine: FOYER_BROWSER, or the first one on PATH or in its usual place. */
export function findBrowser(): string | undefined {
  const chosen = process.env['FOYER_BROWSER']
  if (chosen !== undefined && chosen !== '') return chosen
  return candidates().find(isProgram)
}

function candidates(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(process.env['HOME'] ?? '', 'Applications')]
    return [...roots.flatMap((root) => macApplications.map((file) => join(root, file))), ...onPath]
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '')
    return roots
      .filter((root) => root !== '')
      .flatMap((root) => windowsPrograms.map((file) => join(root, file)))
  }
  return onPath
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
