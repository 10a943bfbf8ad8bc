import { appOrigin } from '../origin.ts'

/** The part of a frame that tells whose it is. */
export interface Sender {
  readonly url: string
  /** `null` for a main frame. */
  readonly parent: unknown
}

/** Only the main frame of a window that shows the desk's own page may ask; a frame that has gone may not. */
export function isDesk(frame: Sender | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`)
}
