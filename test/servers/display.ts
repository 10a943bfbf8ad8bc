import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { startChild } from './process.ts'
import { makeRunDirectory } from './run-directory.ts'
import { startOrUndo } from './undo.ts'
import { pngFromXwd } from './xwd.ts'

const READY_WITHIN_MS = 8000

export type Display = {
  /** E.g. ":3". */
  readonly name: string
  /** For the programs whose windows shall be on it. */
  readonly env: Readonly<Record<string, string>>
  /** Writes what is on the whole screen into a PNG file. */
  screenshot(file: string): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a screen that nobody sees (Xvfb), under a display number that nobody uses.
 * @param size in pixels.
 * @throws ProgramMissing, ServerDidNotStart; nothing is left behind then.
 */
export function startDisplay(size: { readonly width: number; readonly height: number }): Promise<Display> {
  return startOrUndo(async (undo) => {
    const runDirectory = await makeRunDirectory('display', undo)
    const screen = `${String(size.width)}x${String(size.height)}x24`
    const child = await startChild({
      program: 'Xvfb',
      debianPackage: 'xvfb',
      // It chooses the number itself and reports it; the screen's content is kept in a file for the screenshots.
      args: [
        '-displayfd',
        '3',
        '-screen',
        '0',
        screen,
        '-fbdir',
        runDirectory,
        '-nolisten',
        'tcp',
        '-noreset',
      ],
      runDirectory,
      reports: true,
      isReady: (started) => started.report().endsWith('\n'),
      readyWithinMs: READY_WITHIN_MS,
    })
    undo.add(() => child.stop())
    const name = `:${child.report().trim()}`
    return {
      name,
      env: { DISPLAY: name },
      screenshot: async (file) => {
        await writeFile(file, pngFromXwd(await readFile(join(runDirectory, 'Xvfb_screen0'))))
      },
      stop: () => undo.run(),
    }
  })
}
