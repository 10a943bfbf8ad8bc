import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'

import type { BrowserContext } from 'playwright-core'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/**
 * Gives a browser in another network the files of a folder under a loopback address, which counts as a secure one. The
 * answers come through Playwright's pipe, so no server is needed over there, and none can be cut off by a fault.
 * @returns the origin.
 */
export async function servePageByPipe(context: BrowserContext, folder: string): Promise<string> {
  const origin = 'http://127.0.0.1:8080'
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    if (!existsSync(file)) {
      await route.fulfill({ status: 404 })
      return
    }
    const contentType = TYPES[extname(file)] ?? 'application/octet-stream'
    await route.fulfill({ body: readFileSync(file), contentType })
  })
  // A page that came by no network counts as one from the Internet, which may not speak to this machine unasked.
  await context.grantPermissions(['local-network-access'], { origin })
  return origin
}
