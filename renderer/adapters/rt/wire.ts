import * as v from 'valibot'

import type { CaseAnswer, CaseRequest } from '../../domain/case-request.ts'
import type { Revision } from '../../domain/case.ts'
import type { CaseGateway } from '../../ports/case-gateway.ts'
import type { Unanswered } from '../../ports/case-system.ts'
import { id, listOf, text } from './shapes.ts'

/** What a request brought: what was asked for, in the shape that was expected, or why not. */
export type Heard<T> =
  { readonly kind: 'answer'; readonly value: T; readonly revision: Revision | undefined } | Unanswered

/** What RT says after a write, in its own words: it says yes to what it then leaves out. */
export type Told =
  | { readonly kind: 'told'; readonly messages: readonly string[]; readonly id: string | undefined }
  | { readonly kind: 'stale' }
  | Unanswered

type Shape<T> = v.GenericSchema<unknown, T>

/** A search: its conditions as RT's JSON, each `{ field, operator, value }`. */
export interface Query {
  readonly path: string
  readonly conditions: readonly Condition[]
}
export interface Condition {
  readonly field: string
  readonly operator: string
  readonly value: string
  readonly entry_aggregator?: 'AND' | 'OR'
}

export interface Wire {
  get<T>(path: string, shape: Shape<T>): Promise<Heard<T>>
  /** For what may not be there. RT 5.0.3 answers with an error of the server (500) for a transaction that does not exist. */
  look<T>(path: string, shape: Shape<T>): Promise<Heard<T> | 'missing'>
  search<T>(query: Query, shape: Shape<T>): Promise<Heard<T>>
  write(request: Pick<CaseRequest, 'method' | 'path' | 'revision'>, body: object): Promise<Told>
}

export function createWire(gateway: CaseGateway): Wire {
  return {
    get: async (path, shape) => heard(await gateway.ask({ method: 'GET', path }), shape),
    look: async (path, shape) => {
      const answer = await gateway.ask({ method: 'GET', path })
      return isMissing(answer) ? 'missing' : heard(answer, shape)
    },
    search: async ({ path, conditions }, shape) =>
      heard(await gateway.ask({ method: 'POST', path, body: JSON.stringify(conditions) }), shape),
    async write({ revision, ...request }, body) {
      const asked = { ...request, revision: tagOf(revision), body: JSON.stringify(body) }
      return told(await gateway.ask(asked))
    },
  }
}

function heard<T>(answer: CaseAnswer, shape: Shape<T>): Heard<T> {
  if (answer.kind !== 'answer') return answer
  if (answer.status !== 200) return failureOf(answer)
  const parsed = v.safeParse(shape, jsonIn(answer.body))
  if (!parsed.success) return notUnderstood
  return { kind: 'answer', value: parsed.output, revision: revisionIn(answer.etag) }
}

const Made = v.object({ id })
const Messages = listOf(text)

function told(answer: CaseAnswer): Told {
  if (answer.kind !== 'answer') return answer
  if (answer.status === 412) return { kind: 'stale' }
  if (answer.status !== 200 && answer.status !== 201) return failureOf(answer)
  const json = jsonIn(answer.body)
  if (Array.isArray(json))
    return { kind: 'told', messages: v.parse(Messages, json).filter((one) => one !== ''), id: undefined }
  const made = v.safeParse(Made, json)
  return made.success ? { kind: 'told', messages: [], id: made.output.id } : notUnderstood
}

export const notUnderstood: Unanswered = { kind: 'not-understood', arrived: 'perhaps' }

const Refused = v.object({ message: v.string() })

const isMissing = (answer: CaseAnswer): boolean =>
  answer.kind === 'answer' &&
  (answer.status === 404 || answer.status === 500) &&
  v.is(Refused, jsonIn(answer.body))

/**
 * Only RT's own refusals are believed: each comes as JSON with a message. A hotel's 403 must not read as a case that was
 * taken away from the agent.
 */
function failureOf({ status, body }: Extract<CaseAnswer, { kind: 'answer' }>): Unanswered {
  if (status === 401) return { kind: 'signed-out' }
  if (status === 413) return { kind: 'refused', why: 'too-large', detail: '' }
  const refused = v.safeParse(Refused, jsonIn(body))
  const why = reasons.get(status)
  if (!refused.success || why === undefined) return notUnderstood
  return { kind: 'refused', why, detail: refused.output.message.slice(0, 500) }
}

const reasons = new Map([
  [400, 'invalid'],
  [403, 'forbidden'],
  [404, 'gone'],
  [409, 'invalid'],
  [410, 'gone'],
  [415, 'invalid'],
  [422, 'invalid'],
] as const) as ReadonlyMap<number, 'invalid' | 'forbidden' | 'gone'>

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** The entity tag is the last transaction's number, in quotes. What a proxy makes of it (`W/`, `-gzip`) is taken off again. */
function revisionIn(etag: string | undefined): Revision | undefined {
  const number = /^(?:W\/)?"?(\d+)(?:-\w+)?"?$/.exec(etag ?? '')?.[1]
  return number ?? etag
}

/** As it goes into If-Match (RFC 9110 §8.8.3). */
const tagOf = (revision: Revision | undefined): string | undefined =>
  transactionOf(revision) === undefined ? revision : `"${revision ?? ''}"`

/** The transaction that a revision stands for; `undefined` where RT gave a date instead. */
export const transactionOf = (revision: Revision | undefined): string | undefined =>
  /^(\d+)$/.exec(revision ?? '')?.[1]

/**
 * After a write that RT has acknowledged, an answer that fails to come does not make it undone: whatever the reason,
 * the write may be (and is) there.
 */
export const perhapsDone: Unanswered = { kind: 'unreached', arrived: 'perhaps' }
