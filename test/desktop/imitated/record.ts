/** Something that the app asked of the desktop and that nobody can see here. */
export interface RecordEntry {
  readonly what: string
  readonly with: readonly unknown[]
}

/** A notification that the app made, for a test to read and to click. */
export interface RecordedNotification {
  readonly title: string
  readonly body: string
  readonly silent: boolean
  readonly urgency: string
  isShown: boolean
  click(): void
}

/** What tests read as `__standIn` of the electron module. */
export interface Record {
  readonly notifications: RecordedNotification[]
  readonly log: RecordEntry[]
  /** Tells the app that the computer has slept and is awake; there once the app has asked for powerMonitor. */
  wake?: () => void
}
