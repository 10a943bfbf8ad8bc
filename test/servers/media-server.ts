import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Place } from './place.ts'
import { startChild } from './process.ts'
import type { UndoList } from './undo.ts'

const READY_WITHIN_MS = 10_000

export type MediaSetup = {
  readonly runDirectory: string
  readonly place: Place
  readonly controlPort: number
  readonly firstMediaPort: number
  readonly mediaPorts: number
  /** The address that desks are told instead of its own. */
  readonly deskReachesMediaAt: string | undefined
}

/** Where rtpengine keeps the packets of every call while it runs. */
export function recordingDirectory(runDirectory: string): string {
  return join(runDirectory, 'recordings')
}

/** Starts rtpengine, in user space. */
export async function startMediaServer(setup: MediaSetup, undo: UndoList): Promise<void> {
  const { runDirectory, place, firstMediaPort, deskReachesMediaAt: told } = setup
  const recordings = recordingDirectory(runDirectory)
  await mkdir(recordings)
  const child = await startChild({
    program: 'rtpengine',
    debianPackage: 'rtpengine-daemon',
    prefix: place.prefix,
    args: [
      // Not the machine's own configuration.
      '--config-file=none',
      '--foreground',
      '--log-stderr',
      '--log-level=6',
      // No kernel module.
      '--table=-1',
      `--interface=telephones/${place.address}`,
      `--interface=agents/${place.address}${told === undefined ? '' : `!${told}`}`,
      `--listen-ng=${place.address}:${String(setup.controlPort)}`,
      `--port-min=${String(firstMediaPort)}`,
      `--port-max=${String(firstMediaPort + setup.mediaPorts - 1)}`,
      // Seconds without sound before a call is dropped, in talk and on hold.
      '--timeout=60',
      '--silent-timeout=600',
      '--delete-delay=0',
      '--num-threads=2',
      `--recording-dir=${recordings}`,
      '--recording-method=pcap',
      '--recording-format=raw',
    ],
    runDirectory,
    isReady: (started) => started.log().includes('Startup complete'),
    readyWithinMs: READY_WITHIN_MS,
  })
  undo.add(() => child.stop())
}
