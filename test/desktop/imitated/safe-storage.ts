import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { App } from './app.ts'
import { strict } from './not-imitated.ts'

/** Chromium's mark of what was sealed with a key of its own. */
const mark = Buffer.from('v10')

/** Bytes: AES-256-GCM with the nonce and tag of NIST SP 800-38D. */
const keyLength = 32
const nonceLength = 12
const tagLength = 16

/**
 * Electron's safeStorage, with a key file in userData for a keystore. `STANDIN_KEYSTORE` names the Linux keystore to
 * imitate; with the default, `basic_text`, Electron seals nothing until it is told that obscuring is enough.
 */
export function createSafeStorage(app: App): object {
  const backend = process.env['STANDIN_KEYSTORE'] ?? 'basic_text'
  let plainTextAllowed = false
  const isAvailable = (): boolean => app.isReady() && (backend !== 'basic_text' || plainTextAllowed)
  const keyFile = (): string => join(app.getPath('userData'), 'stand-in-keystore')

  // Only the asynchronous half: the other one is deprecated, and no new code should lean on it.
  return strict('safeStorage', {
    isAsyncEncryptionAvailable: () => Promise.resolve(isAvailable()),
    getSelectedStorageBackend: () => (app.isReady() ? backend : 'unknown'),
    setUsePlainTextEncryption: (allowed: boolean) => {
      plainTextAllowed = allowed
    },
    encryptStringAsync: (plain: string) =>
      isAvailable()
        ? Promise.resolve(seal(plain, openKey(keyFile())))
        : Promise.reject(new Error('Encryption is not available.')),
    decryptStringAsync: (sealed: Buffer) => {
      try {
        if (!isAvailable()) throw new Error('Decryption is not available.')
        if (!sealed.subarray(0, mark.length).equals(mark)) throw new Error('The text is not sealed.')
        return Promise.resolve({ shouldReEncrypt: false, result: unseal(sealed, readFileSync(keyFile())) })
      } catch (cause) {
        return Promise.reject(new Error('Error while decrypting the ciphertext.', { cause }))
      }
    },
  })
}

function openKey(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(keyLength), { mode: 0o600 })
  }
  return readFileSync(file)
}

function seal(plain: string, key: Buffer): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([mark, nonce, cipher.getAuthTag(), body])
}

function unseal(sealed: Buffer, key: Buffer): string {
  const [nonceAt, tagAt] = [mark.length, mark.length + nonceLength]
  const bodyAt = tagAt + tagLength
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(nonceAt, tagAt), {
    authTagLength: tagLength,
  }).setAuthTag(sealed.subarray(tagAt, bodyAt))
  return decipher.update(sealed.subarray(bodyAt), undefined, 'utf8') + decipher.final('utf8')
}
