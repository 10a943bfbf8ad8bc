/** The app's open windows, by their contents. */
export class WindowList {
  readonly #windows = new Map<object, OpenWindow>()

  add(window: OpenWindow): void {
    this.#windows.set(window.contents, window)
  }

  remove(contents: object): void {
    this.#windows.delete(contents)
  }

  all(): OpenWindow[] {
    return [...this.#windows.values()]
  }

  of(contents: object): OpenWindow | undefined {
    return this.#windows.get(contents)
  }
}

/** A window and its contents, both as the app sees them. */
export interface OpenWindow {
  readonly window: object
  readonly contents: object
  readonly targetId: () => string | undefined
  readonly isFocused: () => boolean
  /** As the app's or the user's wish to close it; false when the app prevented it. */
  readonly close: () => boolean
  /** Without asking. */
  readonly destroy: () => void
}
