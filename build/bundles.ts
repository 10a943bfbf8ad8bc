import { cpSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const out = join(root, 'out')

const nodeModules = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** A bundle for Node or for Electron's own side: one CommonJS file, with the libraries inside. */
function nodeBundle(entry: string, file: string): InlineConfig {
  const [folder, name] = [dirname(file), file.slice(dirname(file).length + 1)]
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      outDir: join(out, folder),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      ssr: join(root, entry),
      rolldownOptions: {
        external: ['electron', ...nodeModules],
        output: { format: 'cjs', entryFileNames: name, codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: ['electron'] },
  }
}

export const mainBundle = nodeBundle('electron/main.ts', 'main/main.cjs')
export const preloadBundle = nodeBundle('electron/preload.ts', 'main/preload.cjs')
export const centreBundle = nodeBundle('electron/centre/centre.ts', 'centre/centre.cjs')
export const queueBundle = nodeBundle('electron/centre/queue/run-queue.ts', 'centre/queue.cjs')

export const windowBundle: InlineConfig = {
  configFile: false,
  root: join(root, 'renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: join(out, 'renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { manualChunks: firstScreenInOneFile } },
  },
}

/** The customers' page is for whatever browser they have, not for the desk's own. */
export const customerBundle: InlineConfig = {
  configFile: false,
  root: join(root, 'renderer', 'customer'),
  base: './',
  logLevel: 'warn',
  build: {
    outDir: join(out, 'customer'),
    emptyOutDir: true,
    target: ['chrome120', 'firefox120', 'safari17'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
}

interface ModuleFacts {
  readonly isEntry: boolean
  readonly importers: readonly string[]
}

interface ModuleGraph {
  readonly getModuleInfo: (id: string) => ModuleFacts | null
}

/** What the first screen imports before it runs, in one file: many small ones cost a journey each. */
function firstScreenInOneFile(id: string, { getModuleInfo }: ModuleGraph): string | undefined {
  const seen = new Set<string>()
  const isNeededAtOnce = (module: string): boolean => {
    if (seen.has(module)) return false
    seen.add(module)
    const info = getModuleInfo(module)
    return info !== null && (info.isEntry || info.importers.some(isNeededAtOnce))
  }
  return isNeededAtOnce(id) ? 'first-screen' : undefined
}

/** The practice customers' voices lie beside their centre. */
export function copyVoices(): void {
  const target = join(out, 'centre', 'voices')
  rmSync(target, { recursive: true, force: true })
  cpSync(join(root, 'electron', 'centre', 'practice', 'voices'), target, {
    recursive: true,
    filter: (file) => !/\.(md|sh)$/.test(file),
  })
}
