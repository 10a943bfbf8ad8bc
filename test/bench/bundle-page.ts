import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'vite'

import { out, root } from '../../build/bundles.ts'

/** The script of a bench, `test/bench/BENCH/page/NAME.ts`, as one text that is put into the desk's page. */
export async function bundlePage(bench: string, name: string): Promise<string> {
  const folder = join(out, 'bench', name)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ...{ outDir: folder, emptyOutDir: true, target: 'chrome140' },
      lib: {
        entry: join(root, 'test', 'bench', bench, 'page', `${name}.ts`),
        formats: ['iife'],
        name: 'benchPage',
        fileName: () => `${name}.js`,
      },
    },
  })
  return readFileSync(join(folder, `${name}.js`), 'utf8')
}
