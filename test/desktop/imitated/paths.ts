import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { NotImitatedError } from './not-imitated.ts'
import type { Switches } from '../switches.ts'

/** The folders that app.getPath names. `--user-data-dir` moves the app's own, as in Electron. */
export class Paths {
  readonly #appData = appDataFolder()
  readonly #userData: string

  constructor(appName: string, switches: Switches) {
    const given = switches.value('user-data-dir')
    this.#userData = given === '' ? join(this.#appData, appName) : resolve(given)
  }

  get(name: string): string {
    switch (name) {
      case 'appData':
        return this.#appData
      case 'userData':
      case 'sessionData':
        return this.#userData
      case 'logs':
        return join(this.#userData, 'logs')
      case 'temp':
        return tmpdir()
      case 'home':
        return homedir()
      case 'exe':
        return process.execPath
      default:
        throw new NotImitatedError(`app.getPath('${name}')`)
    }
  }
}

function appDataFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}
