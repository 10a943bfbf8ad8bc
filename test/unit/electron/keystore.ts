import type { Keystore } from '../../../electron/secrets.ts'

/** A keystore that seals by reversing, and can be locked or changed as an operating system's can. */
export function createKeystore() {
  const state = { available: true, broken: false, rotated: false }
  const keystore: Keystore = {
    isAsyncEncryptionAvailable: () => Promise.resolve(state.available),
    encryptStringAsync: (plain) => Promise.resolve(Buffer.from(plain).reverse()),
    decryptStringAsync: (sealed) =>
      state.broken
        ? Promise.reject(new Error('Error while decrypting'))
        : Promise.resolve({
            shouldReEncrypt: state.rotated,
            result: Buffer.from(sealed).reverse().toString(),
          }),
  }
  return { keystore, state }
}
