/** Whose software keeps the line: the desk's, or SIP.js with what it brings along. */
export type Client = 'desk' | 'session-manager' | 'plain'

/** Everything that one line needs: an account, and whom it talks to all the time. */
export interface LineOrder {
  readonly client: Client
  readonly server: string
  readonly domain: string
  readonly user: string
  readonly password: string
  readonly to: string
  /** The desk's only: how a call that cannot be heard finds a new path. */
  readonly repair?: 'fresh-connection' | 'ice-restart'
}

/** One client with one call, told apart by nothing but what it does. */
export interface Line {
  /** Calls; resolves when the other side has answered. */
  call(): Promise<void>
  /** Both sides have agreed to a call, and this one has not given it up. */
  hasCall(): boolean
  /** Holds the call and takes it back; `false` where the other side did not agree to both. Of the desk only. */
  readonly holdAndResume?: () => Promise<boolean>
  /** The computer has slept and is awake, says the desktop. Of the desk only. */
  readonly wake?: () => void
}

/** What plays the other side, always the newest stream. */
export type Play = (stream: MediaStream) => () => void
