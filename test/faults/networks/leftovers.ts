import { existsSync, readdirSync } from 'node:fs'

import { ip } from './ip-tool.ts'
import { ownerOf, ownerOfDevice } from './names.ts'

/** The names of all network namespaces of this machine that ip(8) knows. */
export async function namespaces(): Promise<string[]> {
  const text = await ip(undefined, 'netns list')
  return text.split('\n').flatMap((line) => line.split(' ')[0] || [])
}

/** Removes the namespaces and cables of test processes that died before they could. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await namespaces()) await removeIfDead(ownerOf(name), `netns delete ${name}`)
  for (const name of networkInterfaces()) await removeIfDead(ownerOfDevice(name), `link delete ${name}`)
}

async function removeIfDead(owner: number | undefined, command: string): Promise<void> {
  if (owner === undefined || existsSync(`/proc/${String(owner)}`)) return
  // Another process may be clearing away the same one.
  await ip(undefined, command).catch(() => undefined)
}

function networkInterfaces(): string[] {
  return readdirSync('/sys/class/net')
}
