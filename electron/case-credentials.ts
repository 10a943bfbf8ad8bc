import { join } from 'node:path'

import * as v from 'valibot'

import { practiceRealm } from '../renderer/domain/setup.ts'
import type { CaseAccount, Realm } from '../renderer/domain/setup.ts'
import { readIfThere, writeDurably } from './durable-file.ts'
import type { Log } from './log.ts'
import { removeFiles } from './remove-files.ts'
import type { Keystore } from './secrets.ts'

const Account = v.object({ kind: v.picklist(['password', 'token']), user: v.string(), secret: v.string() })
const AccountFile = v.object({ sealed: v.pipe(v.string(), v.base64()) })

export interface CaseCredentialsNeeds {
  readonly keystore: Keystore
  readonly folder: string
  readonly log: Log
}

/** How the agent signs in to each realm's case system, sealed by the keystore. Practice's changes at each start. */
export class CaseCredentials {
  readonly #needs: CaseCredentialsNeeds

  constructor(needs: CaseCredentialsNeeds) {
    this.#needs = needs
  }

  /** `undefined` where there is none, and where it cannot be read: the agent is asked again. */
  async read(realm: Realm): Promise<CaseAccount | undefined> {
    const { keystore, log } = this.#needs
    try {
      const text = readIfThere(this.#file(realm))
      if (text === undefined) return undefined
      const { sealed } = v.parse(AccountFile, JSON.parse(text))
      const { result } = await keystore.decryptStringAsync(Buffer.from(sealed, 'base64'))
      return v.parse(Account, JSON.parse(result))
    } catch {
      log.write('case-account-unread', { realm })
      return undefined
    }
  }

  /** Where it cannot be kept, the agent is asked again after the next start. */
  async keep(realm: Realm, account: CaseAccount): Promise<void> {
    if (realm === practiceRealm) return
    const { keystore, log } = this.#needs
    try {
      const sealed = await keystore.encryptStringAsync(JSON.stringify(account))
      writeDurably(this.#file(realm), JSON.stringify({ sealed: sealed.toString('base64') }))
    } catch {
      log.write('case-account-not-kept', { realm })
    }
  }

  /** @throws when the disk refuses */
  forget(realm: Realm): void {
    removeFiles(this.#needs.folder, (name) => name.startsWith(`${realm}.`))
  }

  #file(realm: Realm): string {
    return join(this.#needs.folder, `${realm}.account.json`)
  }
}
