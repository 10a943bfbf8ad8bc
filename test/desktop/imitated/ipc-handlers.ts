import { decode, encode } from '../in-page/codec.ts'

export type IpcHandler = (event: object, ...args: unknown[]) => unknown

/** What became of an invoke: an encoded value, or the text of Electron's error. */
export type InvokeResult = { readonly value: unknown } | { readonly message: string }

/** The app's handlers of ipcRenderer.invoke, one a channel. */
export class IpcHandlers {
  readonly #handlers = new Map<string, IpcHandler>()

  add(channel: string, handler: IpcHandler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  remove(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** Runs the handler on encoded arguments. An error crosses as its text, worded as Electron words it. */
  async invoke(event: object, channel: string, args: unknown): Promise<InvokeResult> {
    try {
      const handler = this.#handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      return { value: encode(await handler(event, ...(decode(args) as unknown[]))) }
    } catch (error) {
      return { message: `Error invoking remote method '${channel}': ${String(error)}` }
    }
  }
}
