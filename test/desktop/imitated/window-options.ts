import { refuseUnknownOptions } from './not-imitated.ts'

export interface WebPreferences {
  readonly preload?: string
  readonly additionalArguments?: readonly string[]
}

export interface WindowOptions {
  readonly width?: number
  readonly height?: number
  readonly show?: boolean
  readonly title?: string
  readonly webPreferences?: WebPreferences
}

const windowOptions = [
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'autoHideMenuBar',
  'icon',
  'webPreferences',
]

const neutralPreferences = [
  'preload',
  'additionalArguments',
  'spellcheck',
  'devTools',
  'backgroundThrottling',
  'safeDialogs',
  'autoplayPolicy',
  'disableBlinkFeatures',
]

/** The only value that a desk for other people's data may have; Electron would take the other one. */
const safeValues: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
}

/** An option that would open the window to what it shows. */
export class InsecureWindowError extends Error {
  override readonly name = 'InsecureWindowError'
}

/** @throws NotImitatedError for an unknown option, InsecureWindowError for one that weakens the window. */
export function checkWindowOptions(options: WindowOptions): void {
  refuseUnknownOptions('BrowserWindow', options, windowOptions)
  const preferences = options.webPreferences ?? {}
  refuseUnknownOptions('webPreferences', preferences, [...neutralPreferences, ...Object.keys(safeValues)])
  for (const [name, value] of Object.entries(preferences) as [string, unknown][])
    if (name in safeValues && value !== safeValues[name])
      throw new InsecureWindowError(`stand-in: refuses webPreferences.${name}: ${String(value)}`)
}
