import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How Prosody spells names of files and folders (util.datamanager): everything but letters and digits as `%xx`. */
const spelt = (name: string): string =>
  [...Buffer.from(name)]
    .map((byte) => String.fromCharCode(byte))
    .map((letter) =>
      /[A-Za-z0-9]/.test(letter) ? letter : `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
    .join('')

/**
 * Writes an account into Prosody's store, also while it runs: each sign-in reads it anew. A password in plain text is
 * hashed by Prosody at the first sign-in (mod_auth_internal_hashed).
 */
export async function writeAccount(
  data: string,
  account: { readonly user: string; readonly domain: string; readonly password: string },
): Promise<void> {
  const folder = join(data, spelt(account.domain), 'accounts')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${spelt(account.user)}.dat`)
  // A Lua table; JSON's escapes of printable ASCII are Lua's too.
  await writeFile(`${file}.new`, `return {\n\t["password"] = ${JSON.stringify(account.password)};\n};\n`)
  await rename(`${file}.new`, file)
}
