import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { Place } from '../../servers/place.ts'
import { findProgram } from '../../servers/programs.ts'
import { makeRunDirectory } from '../../servers/run-directory.ts'
import { startOrUndo, type UndoList } from '../../servers/undo.ts'
import { ip, ipAll, NetworksForbidden } from './ip-tool.ts'
import { removeLeftovers } from './leftovers.ts'
import { networkNames, type LinkNames, type NetworkNames } from './names.ts'

export type Networks = {
  /** For `startSipServers`, `startTelephone` and the like. */
  readonly servers: Place
  readonly desk: {
    /** Goes before the command of a program that shall be at the desk's end. */
    readonly prefix: readonly string[]
    /** The desk's addresses on link 1 and link 2. */
    readonly addresses: readonly [string, string]
    /** A program that runs another one at the desk's end with the same arguments: for Playwright's `executablePath`. */
    runs(program: string): Promise<string>
  }
  /** A change of network: the other link goes down, then this one comes up and leads to the servers. */
  use(link: 1 | 2): Promise<void>
  /** Both links are up; link 1 leads to the servers. So it is at the start. */
  useBoth(): Promise<void>
  /** Both links are down, and the desk's machine knows it. */
  unplug(): Promise<void>
  /** Everything to the desk is lost on the way, though every link looks well, until the next `deliver()`. */
  swallow(): Promise<void>
  deliver(): Promise<void>
  stop(): Promise<void>
}

let started = 0

/**
 * Makes two networks, the servers' and the desk's, with two links between them (network namespaces and veth pairs).
 * They are reachable from this machine only.
 * @throws NetworksForbidden without the rights; nothing is left behind then.
 */
export function startNetworks(): Promise<Networks> {
  if (process.getuid?.() !== 0) return Promise.reject(new NetworksForbidden())
  return startOrUndo(async (undo) => {
    await removeLeftovers()
    started += 1
    const names = networkNames(process.pid, started)
    await makeNamespaces(names, undo)
    await layCables(names, undo)
    const runDirectory = await makeRunDirectory('networks', undo)
    const inside = (name: string): string[] => [findProgram('ip', 'iproute2'), 'netns', 'exec', name]
    const desk = inside(names.desk)
    const links = switching(names)
    await links.useBoth()
    return {
      servers: {
        address: names.serverAddress,
        testAddress: names.control.near.address,
        prefix: inside(names.servers),
      },
      desk: {
        prefix: desk,
        addresses: [names.links[0].far.address, names.links[1].far.address],
        runs: (program) => writeWrapper(runDirectory, desk, program),
      },
      ...links,
      stop: () => undo.run(),
    }
  })
}

async function makeNamespaces({ servers, desk }: NetworkNames, undo: UndoList): Promise<void> {
  for (const name of [servers, desk]) {
    await ip(undefined, `netns add ${name}`).catch((error: unknown) => {
      throw new NetworksForbidden(error)
    })
    undo.add(async () => {
      await ip(undefined, `netns delete ${name}`)
    })
    await ip(name, 'link set lo up')
  }
}

async function layCables(
  { servers, desk, serverAddress, control, links }: NetworkNames,
  undo: UndoList,
): Promise<void> {
  await ip(servers, `addr add ${serverAddress}/32 dev lo`)
  await layCable(control, [undefined, servers])
  // A connection that could not be closed properly keeps a deleted namespace for minutes, and the cable with it.
  undo.add(async () => {
    await ip(undefined, `link delete ${control.near.device}`)
  })
  // The servers answer from this address.
  await ip(undefined, `route add ${serverAddress}/32 via ${control.far.address}`)
  for (const link of links) await layCable(link, [servers, desk])
}

async function layCable(
  { near, far }: LinkNames,
  [nearEnd, farEnd]: readonly [string | undefined, string],
): Promise<void> {
  await ip(farEnd, `link add ${far.device} type veth peer name ${near.device}`)
  await ip(farEnd, `link set ${near.device} netns ${nearEnd ?? String(process.pid)}`)
  await ipAll(nearEnd, [`addr add ${near.address}/30 dev ${near.device}`, `link set ${near.device} up`])
  await ipAll(farEnd, [`addr add ${far.address}/30 dev ${far.device}`, `link set ${far.device} up`])
}

type Switching = Pick<Networks, 'use' | 'useBoth' | 'unplug' | 'swallow' | 'deliver'>

function switching({ servers, desk, links: [first, second] }: NetworkNames): Switching {
  const up = (link: LinkNames, metric: number): Promise<void> =>
    ipAll(desk, [
      `link set ${link.far.device} up`,
      // A link that went down took its routes along.
      `route replace default via ${link.near.address} metric ${String(metric)}`,
    ])
  const down = (link: LinkNames): Promise<string> => ip(desk, `link set ${link.far.device} down`)
  const blackHoles = async (verb: 'replace' | 'delete'): Promise<void> => {
    for (const { far } of [first, second]) {
      const change = ip(servers, `route ${verb} blackhole ${far.address}/32`)
      // There is none to delete where nothing was swallowed.
      await (verb === 'delete' ? change.catch(() => undefined) : change)
    }
  }
  return {
    use: async (link) => {
      await down(link === 1 ? second : first)
      await up(link === 1 ? first : second, link)
    },
    useBoth: async () => {
      await up(first, 1)
      await up(second, 2)
    },
    unplug: async () => {
      await down(first)
      await down(second)
    },
    swallow: () => blackHoles('replace'),
    deliver: () => blackHoles('delete'),
  }
}

async function writeWrapper(directory: string, prefix: readonly string[], program: string): Promise<string> {
  const file = join(directory, basename(program))
  const quoted = [...prefix, program].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
  await writeFile(file, `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 })
  return file
}
