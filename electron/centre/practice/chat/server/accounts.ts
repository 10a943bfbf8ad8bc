import { createHash } from 'node:crypto'
import { keysFor } from './scram.ts'
import type { ScramKeys } from './scram.ts'

/** Who may sign in, with what. */
export class Accounts {
  readonly #passwords: Map<string, string>
  readonly #keys = new Map<string, ScramKeys>()
  readonly #newId: () => string

  /** @param passwords by user, in lower case as addresses are */
  constructor(passwords: ReadonlyMap<string, string>, newId: () => string) {
    this.#passwords = new Map([...passwords].map(([user, password]) => [user.toLowerCase(), password]))
    this.#newId = newId
  }

  has(user: string): boolean {
    return this.#passwords.has(user)
  }

  passwordOf(user: string): string | undefined {
    return this.#passwords.get(user)
  }

  /** Computed once for each, since it is made to be slow; a stranger gets keys that no password fits. */
  keysOf(user: string): ScramKeys {
    const known = this.#keys.get(user)
    if (known) return known
    const salt = createHash('sha256').update(this.#newId()).digest().subarray(0, 16)
    const keys = keysFor(this.#passwords.get(user) ?? this.#newId(), salt)
    if (this.has(user)) this.#keys.set(user, keys)
    return keys
  }

  setPassword(user: string, password: string): void {
    this.#passwords.set(user.toLowerCase(), password)
    this.#keys.delete(user.toLowerCase())
  }
}
