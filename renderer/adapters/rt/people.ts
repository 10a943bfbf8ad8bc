import * as v from 'valibot'

import { text } from './shapes.ts'
import type { Heard, Wire } from './wire.ts'

/** RT's users and queues by the names and numbers with which it refers to them. Each is asked for once. */
export interface People {
  /** The mail addresses of users, by name or number. */
  addresses(keys: readonly string[]): Promise<Heard<readonly string[]>>
  /** The user name, by number; empty for nobody. */
  name(key: string): Promise<string>
  queueName(key: string): Promise<string>
}

/** The user who stands for nobody, in RT. */
export const nobody = 'Nobody'

/** A user's summary, which RT gives every agent (UserSummaryExtraInfo says what is in it). */
const User = v.object({ Name: v.optional(text, ''), EmailAddress: v.optional(text, '') })
type User = v.InferOutput<typeof User>
const Queue = v.object({ Name: text })

/** More than a shift meets; then it begins again, so that a desk that is never closed does not grow. */
const mostKept = 10_000

export function createPeople(wire: Wire): People {
  const users = new Map<string, User>()
  const queues = new Map<string, string>()

  async function user(key: string): Promise<Heard<User>> {
    const known = users.get(key)
    if (known) return { kind: 'answer', value: known, revision: undefined }
    const heard = await wire.get(`/user/${encodeURIComponent(key)}`, User)
    if (heard.kind === 'unreached' || heard.kind === 'signed-out') return heard
    // A group, or somebody whom this agent may not see: the name must do.
    const value = heard.kind === 'answer' ? heard.value : { Name: '', EmailAddress: '' }
    const full = { Name: value.Name || key, EmailAddress: value.EmailAddress || value.Name || key }
    if (heard.kind !== 'not-understood') keep(users, key, full)
    return { kind: 'answer', value: full, revision: undefined }
  }

  async function addresses(keys: readonly string[]): Promise<Heard<readonly string[]>> {
    const found: string[] = []
    for (const key of keys) {
      const heard = await user(key)
      if (heard.kind !== 'answer') return heard
      found.push(heard.value.EmailAddress)
    }
    return { kind: 'answer', value: found, revision: undefined }
  }

  async function name(key: string): Promise<string> {
    if (!/^\d+$/.test(key)) return key === nobody ? '' : key
    const heard = await user(key)
    const found = heard.kind === 'answer' ? heard.value.Name : key
    return found === nobody ? '' : found
  }

  async function queueName(key: string): Promise<string> {
    if (!/^\d+$/.test(key)) return key
    const known = queues.get(key)
    if (known !== undefined) return known
    const heard = await wire.get(`/queue/${key}`, Queue)
    if (heard.kind === 'answer') keep(queues, key, heard.value.Name)
    return heard.kind === 'answer' ? heard.value.Name : key
  }

  return { addresses, name, queueName }
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, value)
}
