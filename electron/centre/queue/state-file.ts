import { mkdir, open, rename } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

import * as v from 'valibot'

import { AgentNow, Chat, Need, Offer, PastChat, emptyState } from './routing/state.ts'
import type { QueueState } from './routing/state.ts'

const KeptState = v.object({
  version: v.literal(1),
  chats: v.array(Chat),
  needs: v.array(Need),
  offers: v.array(Offer),
  agents: v.array(AgentNow),
  keptOut: v.array(v.tuple([v.string(), v.number()])),
  past: v.array(PastChat),
  served: v.array(v.tuple([v.string(), v.array(v.number())])),
})

export function writeState(state: QueueState): string {
  const kept: v.InferOutput<typeof KeptState> = {
    version: 1,
    chats: [...state.chats.values()],
    needs: [...state.needs.values()],
    offers: [...state.offers.values()],
    agents: [...state.agents.values()],
    keptOut: [...state.keptOut],
    past: [...state.past.values()],
    served: [...state.served].map(([queue, times]) => [queue, [...times]]),
  }
  return JSON.stringify(kept)
}

/** `undefined` when this is no state of a queue: starting from half of one would drop customers without a word. */
export function readState(text: string): QueueState | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = v.safeParse(KeptState, json)
  if (!parsed.success) return undefined
  const kept = parsed.output
  return {
    ...emptyState,
    chats: new Map(kept.chats.map((one) => [one.room, one])),
    needs: new Map(kept.needs.map((one) => [one.id, one])),
    offers: new Map(kept.offers.map((one) => [one.id, one])),
    agents: new Map(kept.agents.map((one) => [one.user, one])),
    keptOut: new Map(kept.keptOut),
    past: new Map(kept.past.map((one) => [one.room, one])),
    served: new Map(kept.served),
  }
}

/** What a queue's file holds: nothing yet, a state, or something else, which is never overwritten. */
export function loadState(file: string): QueueState | 'not-understood' {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyState
    return 'not-understood'
  }
  return readState(text) ?? 'not-understood'
}

/**
 * Replaces the file so that after a power cut there is the old one or the new one, whole (POSIX rename is atomic), and
 * comes back when it is on the disk. Readable by this user only.
 */
export async function replaceDurably(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const beside = `${file}.new`
  const written = await open(beside, 'w', 0o600)
  try {
    await written.writeFile(text)
    await written.sync()
  } finally {
    await written.close()
  }
  await rename(beside, file)
  const folder = await open(dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
