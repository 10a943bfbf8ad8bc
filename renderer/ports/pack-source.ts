import type { PackStatus } from '../domain/knowledge/pack.ts'
import type { Realm } from '../domain/setup.ts'

/** The verified packs of this computer, as the main process has them. Never rejects. */
export interface PackSource {
  status(realm: Realm): Promise<readonly PackStatus[]>
  /** Asks the servers first. */
  refresh(realm: Realm): Promise<readonly PackStatus[]>
  /** Gzip of JSON; `undefined` where there is none. */
  body(
    realm: Realm,
    name: string,
  ): Promise<{ readonly version: number; readonly body: Uint8Array<ArrayBuffer> } | undefined>
}
