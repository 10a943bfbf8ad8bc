import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { recordingDirectory } from './media-server.ts'
import { readPcap } from './pcap.ts'
import { RtpRecording } from './rtp-recording.ts'

/** Consecutive UDP ports. */
export type Ports = { readonly first: number; readonly count: number }

/**
 * All that the other side of a telephone's newest call has sent, as it came to rtpengine and by the clock on the wall: a
 * WAV from the call's first packet on, with a silence wherever nothing came. While the call lasts its last quarter of a
 * second may be missing.
 * @param soundPorts of the telephone, which tell its own packets from the others.
 * @returns undefined when it had no call with sound.
 */
export function sentTo(soundPorts: Ports, runDirectory: string): Buffer | undefined {
  for (const file of newestFirst(join(recordingDirectory(runDirectory), 'pcaps'))) {
    const packets = readPcap(readFileSync(file))
    const isOwn = (port: number): boolean =>
      port >= soundPorts.first && port < soundPorts.first + soundPorts.count
    const [first] = packets
    if (first === undefined || !packets.some(({ fromPort }) => isOwn(fromPort))) continue
    const recording = new RtpRecording(first.at)
    for (const { at, fromPort, payload } of packets) if (!isOwn(fromPort)) recording.take(at, payload)
    return recording.wav()
  }
  return undefined
}

function newestFirst(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .map((name) => join(directory, name))
    .map((file) => ({ file, written: statSync(file).mtimeMs }))
    .sort((one, other) => other.written - one.written)
    .map(({ file }) => file)
}
