import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Place } from './place.ts'
import { startChild, type Child } from './process.ts'

const READY_WITHIN_MS = 5000

export type SippSetup = {
  readonly name: string
  /** The scenario, as XML (sipp.readthedocs.io, "Creating your own XML scenarios"). */
  readonly scenario: string
  readonly place: Place
  readonly runDirectory: string
  readonly port: number
  /** Further arguments. */
  readonly args?: readonly string[]
}

/** Starts sipp with a scenario; resolves when it listens. It ends with code 0 when its calls went as written. */
export async function startSipp({
  name,
  scenario,
  place,
  runDirectory,
  port,
  args = [],
}: SippSetup): Promise<Child> {
  const file = `${name}.xml`
  await writeFile(join(runDirectory, file), scenario)
  const there = ['-i', place.address, '-p', String(port)]
  return startChild({
    program: 'sipp',
    debianPackage: 'sip-tester',
    prefix: place.prefix,
    name,
    // It asks the terminal for the name of its log otherwise, and reads keys from it.
    args: ['-sf', file, ...there, '-nostdin', '-trace_err', '-error_file', `${name}.errors`, ...args],
    runDirectory,
    env: { TERM: 'dumb' },
    isReady: ({ pid }) => listensUdp(pid, port),
    readyWithinMs: READY_WITHIN_MS,
    stopWithinMs: 300,
  })
}

/** proc(5): /proc/<pid>/net/udp lists the sockets of the process's own network, with ports in hexadecimal. */
function listensUdp(pid: number, port: number): boolean {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')} `
  try {
    return readFileSync(`/proc/${String(pid)}/net/udp`, 'latin1').includes(wanted)
  } catch {
    // It has ended, which the caller sees.
    return false
  }
}
