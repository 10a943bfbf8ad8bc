import { randomBytes } from 'node:crypto'

import { blankHost } from '../chromium/app-server.ts'
import * as codec from './codec.ts'
import * as pageWorld from './page-world.ts'
import * as preloadWorld from './preload-world.ts'
import * as watching from './watching.ts'
import { WorldLink } from './world-link.ts'

/** Names that only this run knows: a page can neither guess nor list them. */
const secret = randomBytes(12).toString('hex')
const token = `stand-in-${secret}`

/** The function by which the preload's world speaks to the main process. */
export const bindingName = `tell_${secret}`

/** The function by which the main process speaks to the preload's world. */
export const receiverName = `hear_${secret}`

/** Name of the preload's world: Electron's own. */
export const preloadWorldName = 'Electron Isolated Context'

export interface PreloadScript {
  readonly code: string
  /** The preload's path, as it reads in stack traces. */
  readonly url: string
  readonly process: object
}

/** Script for the page's own world. */
export function pageSource(): string {
  return wrap(`${declare({ ...pageWorld, WorldLink })} preparePage(${JSON.stringify(token)}, WorldLink)`)
}

/** Script for the preload's world. */
export function preloadSource({ code, url, process }: PreloadScript): string {
  const needs = [
    `token: ${JSON.stringify(token)}`,
    `binding: ${JSON.stringify(bindingName)}`,
    `receiver: ${JSON.stringify(receiverName)}`,
    `process: ${JSON.stringify(process)}`,
    'codec: { encode, decode }',
    'Link: WorldLink',
    'watches: [watchState, watchTitle, watchLinks]',
    `script: function (require, module, exports, process) {${code}\n}`,
  ]
  const start = `startPreload({ ${needs.join(', ')} })`
  return (
    wrap(`${declare({ ...codec, ...watching, ...preloadWorld, WorldLink })} ${start}`) +
    `\n//# sourceURL=${url}`
  )
}

/** Declares functions and classes from their own text, so that they know one another by name. */
function declare(parts: Readonly<Record<string, unknown>>): string {
  return Object.entries(parts)
    .filter(([, part]) => typeof part === 'function')
    .map(([name, part]) => `const ${name} = (${String(part)});`)
    .join('\n')
}

/** The loader of this TypeScript names functions through a helper, `__name`, that does not exist in a page. */
function wrap(body: string): string {
  const start = `const __name = (named) => named; if (location.host === ${JSON.stringify(blankHost)}) return;`
  return `(() => { ${start} ${body} })()`
}
