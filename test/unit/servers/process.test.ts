// @vitest-environment node
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { startChild, ServerDidNotStart, type ChildSetup } from '../../servers/process.ts'
import { ProgramMissing } from '../../servers/programs.ts'
import { makeRunDirectory } from '../../servers/run-directory.ts'
import { startOrUndo, UndoList } from '../../servers/undo.ts'

let undo: UndoList
let runDirectory: string
beforeEach(async () => {
  undo = new UndoList()
  runDirectory = await makeRunDirectory('process-test', undo)
})
afterEach(() => undo.run())

function shell(script: string): ChildSetup {
  return {
    program: 'sh',
    debianPackage: 'dash',
    args: ['-c', script],
    runDirectory,
    isReady: (child) => child.log().includes('ready'),
    readyWithinMs: 3000,
    stopWithinMs: 100,
  }
}

/** A process that has ended but was not yet waited for by its new parent (a zombie) does not run any more. */
function runs(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${String(pid)}/stat`, 'utf8').includes(') Z')
  } catch {
    return false
  }
}

async function forkOf(directory: string): Promise<number> {
  const file = join(directory, 'fork')
  for (let tries = 0; tries < 100 && !existsSync(file); tries += 1) await delay(10)
  return Number(readFileSync(file, 'utf8'))
}

describe('a server of the tests', () => {
  it('is handed out when it is ready, and is gone with its forks after stop', async () => {
    const child = await startChild(shell('sleep 60 & echo $! > fork; echo ready; wait'))
    const fork = await forkOf(runDirectory)
    expect([child.pid, fork].map(runs)).toEqual([true, true])
    await child.stop()
    expect([child.pid, fork].map(runs)).toEqual([false, false])
    expect(await child.ended).toBe('was ended by SIGTERM')
  })

  it('is killed when it does not end by itself, and when it is paused', async () => {
    const stubborn = await startChild(shell('trap "" TERM; echo ready; while :; do sleep 0.02; done'))
    const paused = await startChild({ ...shell('echo ready; exec sleep 60'), name: 'paused' })
    paused.signal('SIGSTOP')
    await Promise.all([stubborn.stop(), paused.stop()])
    expect([stubborn.pid, paused.pid].map(runs)).toEqual([false, false])
    expect(await stubborn.ended).toBe('was ended by SIGKILL')
  })

  it('ends with the test process, even when that is killed', async () => {
    const script = `
      const { startChild } = await import('./test/servers/process.ts')
      const child = await startChild({
        program: 'sleep', args: ['60'], debianPackage: 'coreutils', runDirectory: process.argv[1],
        isReady: () => true, readyWithinMs: 1000,
      })
      console.log(child.pid)`
    const owner = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script, runDirectory],
      {
        cwd: new URL('../../..', import.meta.url),
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const pid = Number(String(await once(owner.stdout, 'data')))
    expect(runs(pid)).toBe(true)
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    for (let tries = 0; tries < 100 && runs(pid); tries += 1) await delay(10)
    expect(runs(pid)).toBe(false)
  })

  it('reports the end of its log when it dies early', async () => {
    const start = startChild(shell('echo "no port for me" >&2; exit 3'))
    await expect(start).rejects.toThrow(ServerDidNotStart)
    await expect(start).rejects.toThrow('sh ended with code 3. The end of its log:\nno port for me')
  })

  it('is not left behind when it is never ready', async () => {
    const start = startChild({ ...shell('echo $$ > fork; echo waiting; exec sleep 60'), readyWithinMs: 200 })
    await expect(start).rejects.toThrow('sh was not ready after 200 ms. The end of its log:\nwaiting')
    expect(runs(await forkOf(runDirectory))).toBe(false)
  })

  it('is not skipped when it is not installed: the message names the package and the command', async () => {
    const start = startChild({ ...shell(''), program: 'no-such-server', debianPackage: 'such-package' })
    await expect(start).rejects.toThrow(ProgramMissing)
    await expect(start).rejects.toThrow('sudo apt-get install -y --no-install-recommends such-package')
  })

  it('does not keep what was started before it when a later part fails', async () => {
    const undone: string[] = []
    const start = startOrUndo((list) => {
      list.add(() => void undone.push('first'))
      list.add(() => void undone.push('second'))
      return Promise.reject(new Error('third failed'))
    })
    await expect(start).rejects.toThrow('third failed')
    expect(undone).toEqual(['second', 'first'])
  })
})
