import type { Pack, PackRefusal } from '../domain/knowledge/pack.ts'
import type { Realm } from '../domain/setup.ts'
import type { Undo } from './undo.ts'

/** What the desk has of one pack that its configuration names. */
export interface KeptPack {
  readonly name: string
  /** The newest that was verified; `undefined` where none ever was. */
  readonly pack: Pack | undefined
  /** Why the last try brought nothing newer. */
  readonly refused: PackRefusal | undefined
  /** Epoch milliseconds of the last time that the source said what it has. */
  readonly checkedAt: number | undefined
}

/** The knowledge packs of a place: fetched and verified by the main process, read here. */
export interface Packs {
  /** What is on this computer, at once; newer ones follow by `onChanged`. */
  open(realm: Realm): Promise<readonly KeptPack[]>
  /** Asks the sources now. Resolves when each has answered or failed. */
  refresh(): Promise<readonly KeptPack[]>
  /** A newer pack has been verified and put in the place of the one before, or could not be. */
  onChanged(listener: (packs: readonly KeptPack[]) => void): Undo
}
