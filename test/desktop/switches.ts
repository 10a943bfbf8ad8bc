/** Chromium's command-line switches: those given to Electron and those that the app appends. The last one wins. */
export class Switches {
  readonly #values = new Map<string, string>()

  constructor(args: readonly string[]) {
    for (const arg of args) {
      const [, name = '', value = ''] = /^--([^=]+)=?(.*)$/s.exec(arg) ?? []
      if (name !== '') this.append(name, value)
    }
  }

  append(name: string, value = ''): void {
    this.#values.set(name, value)
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** The switch's value; empty when it has none or is not set. */
  value(name: string): string {
    return this.#values.get(name) ?? ''
  }

  entries(): [name: string, value: string][] {
    return [...this.#values]
  }
}
