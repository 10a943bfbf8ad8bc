import { createRequestTracker } from '../../../renderer/adapters/rt/request-tracker.ts'
import type { CaseAnswer, CaseRequest } from '../../../renderer/domain/case-request.ts'
import { asCaseId } from '../../../renderer/domain/ids.ts'
import type { Begun, CaseSystem, Upload } from '../../../renderer/ports/case-system.ts'

/** What the imitated RT answers to one kind of request; the last of several answers is given again and again. */
export interface Rule {
  readonly to: RegExp
  readonly say: readonly CaseAnswer[]
}

export interface TrackerUnderTest {
  readonly tracker: CaseSystem
  readonly requests: CaseRequest[]
  /** The bodies of what was written, in order. */
  readonly writes: () => readonly unknown[]
}

/** The adapter over a wire on which every answer is written down. `to` is matched with `METHOD path`. */
export function trackerUnderTest(rules: readonly Rule[], user = 'agent1'): TrackerUnderTest {
  const requests: CaseRequest[] = []
  const given = rules.map(() => 0)
  const ask = (request: CaseRequest): Promise<CaseAnswer> => {
    requests.push(request)
    const line = `${request.method} ${decodeURIComponent(request.path)}`
    const index = rules.findIndex(({ to }) => to.test(line))
    const say = rules[index]?.say ?? [refusal(404, 'Not Found')]
    const turn = Math.min(given[index] ?? 0, say.length - 1)
    given[index] = turn + 1
    return Promise.resolve(say[turn] ?? refusal(404, 'Not Found'))
  }
  const tracker = createRequestTracker({
    gateway: { ask },
    user,
    site: { clientIdField: 'ClientUUID', inactive: ['resolved', 'rejected'] },
  })
  const isWrite = ({ method, path }: CaseRequest): boolean =>
    method === 'PUT' || /^\/ticket(?:$|\/\d+\/(?:comment|correspond)$)/.test(path)
  const writes = () => requests.filter(isWrite).map(({ body = 'null' }): unknown => JSON.parse(body))
  return { tracker, requests, writes }
}

export const json = (
  value: unknown,
  { status = 200, etag = undefined as string | undefined } = {},
): CaseAnswer => ({
  ...{ kind: 'answer', status, etag, type: 'application/json' },
  body: JSON.stringify(value),
})
export const refusal = (status: number, message: string): CaseAnswer => json({ message }, { status })
export const body = (text: string, status = 200): CaseAnswer => ({
  ...{ kind: 'answer', status, etag: undefined, type: 'text/html', body: text },
})
export const lost: CaseAnswer = { kind: 'unreached', arrived: 'perhaps' }
export const offline: CaseAnswer = { kind: 'unreached', arrived: 'no' }

export const items = (...all: readonly unknown[]): CaseAnswer =>
  json({ items: all, count: all.length, pages: null, total: null, page: 1, per_page: 100 })
/** One page, and an empty one after it. */
export const paged = (...all: readonly unknown[]): readonly CaseAnswer[] => [items(...all), items()]

const user = (id: string) => ({ type: 'user', id, _url: `http://rt/user/${id}` })
const field = (id: string, name: string, ...values: readonly string[]) => ({
  id,
  name,
  values,
  type: 'customfield',
})

/** A ticket as RT 5.0.3 gives it, as far as it matters. */
export const ticketJson = (over: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id: 12, Subject: 'Passport', Status: 'open', Priority: '0', Type: 'ticket' },
  ...{ Created: '2026-11-23T11:00:00Z', LastUpdated: '2026-11-23T11:05:00Z', Due: '1970-01-01T00:00:00Z' },
  ...{ Owner: user('Nobody'), Queue: { type: 'queue', id: '3', Name: 'Contact Centre' } },
  ...{ Requestor: [user('customer1@example.org')], Cc: [] },
  CustomFields: [field('2', 'ClientUUID', clientId), field('3', 'Channel'), field('9', 'Topics')],
  _hyperlinks: [
    { ref: 'self', type: 'ticket', id: 12 },
    { ref: 'comment' },
    { ref: 'correspond' },
    { ref: 'lifecycle', from: 'open', to: 'resolved' },
  ],
  ...over,
})

export const clientId = '5f4f7f0a-6d0f-4a52-9a3e-0d6a3f0f4b11'
export const caseId = asCaseId(clientId)
export const ticket = (over?: Readonly<Record<string, unknown>>, etag = '"154"'): CaseAnswer =>
  json(ticketJson(over), { etag })
export const customField = field
export const person = user

export const transaction = (id: number, Type: string, over: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id: String(id), type: 'transaction', Type, Creator: user('agent1'), Created: '2026-11-23T11:05:00Z' },
  ...{ Field: '', OldValue: '', NewValue: '' },
  ...over,
})

/** People whom RT knows: the name is the address, but for one. */
export const people: readonly Rule[] = [
  { to: /GET \/user\/mme\.t/, say: [json({ Name: 'mme.t', EmailAddress: 'tremblay@example.org' })] },
  { to: /GET \/user\/34/, say: [json({ Name: 'agent2', EmailAddress: 'agent2@desk.test' })] },
  { to: /GET \/user\/6$/, say: [json({ Name: 'Nobody', EmailAddress: '' })] },
]

export const queueRule: Rule = {
  to: /GET \/queue\/Contact Centre/,
  say: [json({ id: 3, TicketCustomFields: [{ name: 'ClientUUID' }, { name: 'Channel' }] })],
}

export const begun = (over: Partial<Begun> = {}): Begun => ({
  fields: new Map([
    ['subject', ['Passport']],
    ['queue', ['Contact Centre']],
  ]),
  text: 'Lost it',
  attachments: [],
  ...over,
})

export const upload = (name: string, text: string): Upload => ({
  ...{ id: 'a', name, type: 'text/plain', size: text.length },
  bytes: new TextEncoder().encode(text),
})

export const place = { number: '12', revision: '154' }
