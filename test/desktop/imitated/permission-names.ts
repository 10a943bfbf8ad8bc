/** A permission as the browser's Permissions API describes it. */
export interface BrowserPermission {
  readonly name: string
  readonly sysex?: boolean
  readonly userVisibleOnly?: boolean
  readonly allowWithoutSanitization?: boolean
  readonly allowWithoutGesture?: boolean
}

/** A question for the app's check handler, and the permissions of the browser that its answer decides. */
export interface PermissionCheck {
  readonly permission: string
  readonly mediaType?: 'audio' | 'video'
  readonly decides: readonly BrowserPermission[]
}

/** Electron's names that are the browser's own. */
const sameName = [
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'idle-detection',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'midi',
  'nfc',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'screen-wake-lock',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'web-app-installation',
  'window-management',
]

/** Every permission that an app may be asked about and that this protocol can set. */
export const permissionChecks: readonly PermissionCheck[] = [
  { permission: 'media', mediaType: 'audio', decides: [{ name: 'microphone' }] },
  { permission: 'media', mediaType: 'video', decides: [{ name: 'camera' }] },
  { permission: 'clipboard-sanitized-write', decides: [{ name: 'clipboard-write' }] },
  { permission: 'midiSysex', decides: [{ name: 'midi', sysex: true }] },
  { permission: 'keyboardLock', decides: [{ name: 'keyboard-lock' }] },
  { permission: 'pointerLock', decides: [{ name: 'pointer-lock' }] },
  { permission: 'fullscreen', decides: [{ name: 'fullscreen', allowWithoutGesture: true }] },
  {
    permission: 'sensors',
    decides: ['accelerometer', 'gyroscope', 'magnetometer', 'ambient-light-sensor'].map((name) => ({ name })),
  },
  ...sameName.map((name) => ({ permission: name, decides: [{ name }] })),
]
