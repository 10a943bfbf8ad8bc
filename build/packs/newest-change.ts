import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** When something in these folders was changed last, in epoch milliseconds; taking a file out changes its folder. */
export async function newestChange(folders: readonly string[]): Promise<number> {
  const times = await Promise.all(
    folders.map(async (folder) => {
      const inside = await readdir(folder, { recursive: true })
      const all = await Promise.all(['', ...inside].map((name) => stat(join(folder, name))))
      return Math.max(...all.map(({ mtimeMs }) => mtimeMs))
    }),
  )
  return Math.max(...times)
}
