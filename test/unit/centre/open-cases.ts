import { randomBytes } from 'node:crypto'
import { openCaseServer } from '../../../electron/centre/practice/cases/case-server.ts'
import type { CaseServer, CaseServerOrder } from '../../../electron/centre/practice/cases/case-server.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Parsed where it is JSON; otherwise as it came. */
  readonly body: unknown
}

export interface OpenCases extends CaseServer {
  readonly clock: FakeClock
  /** What the server wrote to its log; it is a bug of ours if there is anything. */
  readonly log: readonly string[]
  /** Asks as the first agent, with their token. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** The same as the second agent. */
  askAsOther(method: string, path: string, body?: unknown): Promise<Answer>
}

export const queues = ['Passports', 'Prestations']

/** A case server on a real port, in which time passes only when told. */
export async function openCases(order: Partial<CaseServerOrder> = {}): Promise<OpenCases> {
  const clock = fakeClock()
  const log: string[] = []
  const agents = ['ada', 'ben'].map((user) => ({ user, queues, languages: ['en', 'fr'] as const }))
  const opened = await openCaseServer(
    { port: 0, seed: 7, agents, ...order },
    { clock, newId: () => randomBytes(16).toString('hex'), log: (line) => log.push(line) },
  )
  if (!opened.ok) throw new Error(opened.problem)
  const server = opened.value
  const askAs =
    (agent: number) =>
    (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      knock(`${server.server}/REST/2.0${path}`, {
        method,
        headers: {
          authorization: `token ${server.accounts[agent]?.token ?? ''}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
  return { ...server, clock, log, ask: askAs(0), askAsOther: askAs(1) }
}

/** Like Electron's main process: no user agent of a browser, and redirects are looked at. */
export async function knock(url: string, request: RequestInit = {}): Promise<Answer> {
  const headers = { 'user-agent': 'Foyer', ...(request.headers as Record<string, string>) }
  const response = await fetch(url, { redirect: 'manual', ...request, headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A new ticket's number. */
export async function made(cases: OpenCases, more: object = {}): Promise<string> {
  const { status, body } = await cases.ask('POST', '/ticket', {
    ...{ Queue: 'Passports', Subject: 'Lost', Requestor: 'margaret.ellis@example.org' },
    ...more,
  })
  if (status !== 201) throw new Error(`not made: ${JSON.stringify(body)}`)
  return (body as { id: string }).id
}

export const search = (query: string, more = ''): string =>
  `/tickets?query=${encodeURIComponent(query)}${more}`

/** The numbers in a list. */
export const idsIn = ({ body }: Answer): readonly string[] =>
  (body as { items: { id: string | number }[] }).items.map(({ id }) => String(id))

/** The values of a ticket's own field, by its name. */
export const valuesIn = ({ body }: Answer, name: string): unknown =>
  (body as { CustomFields: { name: string; values: unknown }[] }).CustomFields.find(
    (one) => one.name === name,
  )?.values
