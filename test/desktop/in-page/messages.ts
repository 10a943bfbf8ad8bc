/** What the preload's world tells the main process, as JSON through a binding. */
export type FromPage =
  /** A document has begun: its preload runs. */
  | { readonly kind: 'begun'; readonly url: string }
  | { readonly kind: 'state'; readonly focused: boolean; readonly hidden: boolean }
  | { readonly kind: 'titled'; readonly title: string }
  | { readonly kind: 'preload-failed'; readonly message: string }
  /** ipcRenderer.invoke; `args` are encoded (see codec.ts). */
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown }
  /** A web API is about to be used that needs a permission. */
  | { readonly kind: 'ask'; readonly id: number; readonly question: PermissionQuestion }
  | {
      readonly kind: 'open'
      readonly url: string
      readonly name: string
      readonly features: string
      readonly disposition: Disposition
    }

/** Electron's words for how a link was opened: see HandlerDetails of setWindowOpenHandler. */
export type Disposition = 'default' | 'foreground-tab' | 'background-tab' | 'new-window'

export interface PermissionQuestion {
  /** Electron's name of the permission. */
  readonly permission: string
  readonly mediaTypes?: readonly ('audio' | 'video')[]
}

/** `refused-by-system`: the app grants it and the operating system does not. */
export type PermissionAnswer = 'granted' | 'denied' | 'refused-by-system'

/** What the main process tells the preload's world. */
export type ToPage =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly message: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown }
