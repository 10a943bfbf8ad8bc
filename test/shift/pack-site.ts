import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import * as v from 'valibot'

import { out } from '../../build/bundles.ts'

export interface PackSite {
  /** A centre's `knowledge`, as IT would write it. */
  readonly knowledge: readonly unknown[]
  /** Nothing answers there any more. */
  close(): Promise<void>
}

const Built = v.array(v.object({ name: v.string(), file: v.string(), key: v.string() }))

/** A plain web server with the sample packs, as they were built with the desk. */
export async function openPackSite(): Promise<PackSite> {
  const folder = join(out, 'packs')
  const built = v.parse(Built, JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')))
  const files = new Map(built.map(({ file }) => [`/${file}`, readFileSync(join(folder, file))]))
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url)
    response.writeHead(file ? 200 : 404).end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    knowledge: built.map(({ name, file, key }) => ({
      ...{ name, keys: [key] },
      url: `http://127.0.0.1:${String(port)}/${file}`,
    })),
    async close() {
      if (!server.listening) return
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
