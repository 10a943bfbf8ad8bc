import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { PracticeChat } from '../../../../renderer/domain/practice.ts'
import { practiceQueues } from '../customers.ts'
import { filesOf } from './chat-server.ts'
import type { CustomerPage, PageFile } from './customer-page.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The built page (out/customer), read once; `undefined` where it was not built. */
export async function loadCustomerPage(folder: string): Promise<CustomerPage | undefined> {
  const page = new Map<string, PageFile>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).replaceAll(sep, '/')}`
    page.set(path === '/index.html' ? '/' : path, { type, bytes: await readFile(file) })
  }
  return page.has('/') ? page : undefined
}

/** `config.json`, as a site would write it (docs/customer-page.md). */
export function configFor({ server, domain, customers, queues }: PracticeChat): PageFile {
  const config = {
    ...{ server, customers, files: filesOf(domain) },
    service: { en: 'Practice', fr: 'Pratique' },
    queues: queues.map((address, index) => ({ address, name: practiceQueues[index] ?? address })),
  }
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify(config)) }
}
