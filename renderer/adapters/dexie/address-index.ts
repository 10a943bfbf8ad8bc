import { blindIndex } from './sealing.ts'
import type { StoreKeys } from './sealing.ts'

/** What has addresses. Each has blind indexes of its own, so that the disk does not tell who belongs to what. */
type Owner = 'contact' | 'case'

/**
 * The blind index of a mail address; capitals and spaces around it make no difference. The part before the @ may
 * differ by capitals (RFC 5321 §2.4), but no system that is in use does so.
 */
export const addressIndex = (keys: StoreKeys, owner: Owner, address: string): Promise<string> =>
  blindIndex(keys, `${owner}.address`, address.normalize('NFC').trim().toLowerCase())
