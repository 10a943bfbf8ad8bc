import * as v from 'valibot'

import type { CaseQueue, FieldDefinition, FieldKind } from '../../domain/case-field.ts'
import { customField } from '../../domain/case-field.ts'
import { everyPage, perPage } from './pages.ts'
import { id, listOf, pageOf, text } from './shapes.ts'
import { asQuery, quoted } from './ticket-sql.ts'
import type { Heard, Wire } from './wire.ts'

const Queue = v.object({ id: v.pipe(id, v.digits()), Name: v.string(), Lifecycle: v.optional(text, '') })
type Queue = v.InferOutput<typeof Queue>

const CustomField = v.object({
  id: v.pipe(id, v.digits()),
  Name: v.string(),
  Type: v.optional(text, ''),
  MaxValues: v.optional(text, ''),
  LookupType: v.optional(text, ''),
})
type CustomField = v.InferOutput<typeof CustomField>

/** RT's word for a field of a ticket, among those of its queue. */
const ofTickets = 'RT::Queue-RT::Ticket'

const Choices = v.object({ Values: v.optional(listOf(v.string()), []) })

export interface QueueNeeds {
  readonly wire: Wire
  readonly clientIdField: string
}

/** Every queue that RT shows this agent, with the fields that it has defined for it. */
export async function queuesOf(needs: QueueNeeds): Promise<Heard<readonly CaseQueue[]>> {
  const { wire } = needs
  const queues = await everyPage(wire, {
    query: { path: '/queues/all?fields=Name,Lifecycle', conditions: [] },
    item: Queue,
  })
  if (queues.kind !== 'answer') return queues
  const names = queues.value.map(({ Name }) => Name)
  const choices = new Map<string, readonly string[]>()
  const found: CaseQueue[] = []
  for (const queue of queues.value) {
    const custom = await customFieldsOf(needs, queue, choices)
    if (custom.kind !== 'answer') return custom
    const statuses = await statusesOf(wire, queue)
    if (statuses.kind !== 'answer') return statuses
    const fields = [...commonDefinitions(names, statuses.value), ...custom.value]
    found.push({ name: queue.Name, fields, statuses: statuses.value })
  }
  return { kind: 'answer', value: found, revision: undefined }
}

async function customFieldsOf(
  { wire, clientIdField }: QueueNeeds,
  queue: Queue,
  choices: Map<string, readonly string[]>,
): Promise<Heard<readonly FieldDefinition[]>> {
  const heard = await everyPage(wire, {
    query: { path: `/queue/${queue.id}/customfields?fields=Name,Type,MaxValues,LookupType`, conditions: [] },
    item: CustomField,
  })
  if (heard.kind !== 'answer') return heard
  const ours = heard.value.filter(
    ({ LookupType, Name }) => LookupType === ofTickets && Name !== clientIdField,
  )
  const found: FieldDefinition[] = []
  for (const field of ours) {
    const options = field.Type === 'Select' ? await choicesOf(wire, field, choices) : undefined
    if (options && options.kind !== 'answer') return options
    found.push(definitionOf(field, options?.value ?? []))
  }
  return { ...heard, value: found }
}

/** The list of fields has no choices; they are asked for by field, once for all the queues that share it. */
async function choicesOf(
  wire: Wire,
  { id }: CustomField,
  choices: Map<string, readonly string[]>,
): Promise<Heard<readonly string[]>> {
  const known = choices.get(id)
  if (known) return { kind: 'answer', value: known, revision: undefined }
  const heard = await wire.get(`/customfield/${id}`, Choices)
  if (heard.kind !== 'answer') return heard
  choices.set(id, heard.value.Values)
  return { ...heard, value: heard.value.Values }
}

/** RT's types of fields; what is not in it is shown and not written. */
const kinds: ReadonlyMap<string, FieldKind> = new Map([
  ['Freeform', 'text'],
  ['Autocomplete', 'text'],
  ['Combobox', 'text'],
  ['IPAddress', 'text'],
  ['IPAddressRange', 'text'],
  ['Text', 'long-text'],
  ['Wikitext', 'long-text'],
  ['Select', 'choice'],
  ['Date', 'date'],
  ['DateTime', 'date-time'],
])

function definitionOf({ Name, Type, MaxValues }: CustomField, options: readonly string[]): FieldDefinition {
  const kind = kinds.get(Type) ?? 'other'
  return {
    key: customField(Name),
    label: Name,
    kind,
    // 0 means any number of values.
    several: MaxValues !== '1',
    options,
    writable: kind !== 'other',
  }
}

function commonDefinitions(queues: readonly string[], statuses: readonly string[]): FieldDefinition[] {
  const define = (
    key: FieldDefinition['key'],
    kind: FieldKind,
    rest: Partial<FieldDefinition> = {},
  ): FieldDefinition => ({ key, label: key, kind, several: false, options: [], writable: true, ...rest })
  return [
    define('subject', 'text'),
    define('status', 'choice', { options: statuses }),
    define('owner', 'person'),
    define('queue', 'choice', { options: queues }),
    define('priority', 'number'),
    define('due', 'date-time'),
    define('requestors', 'person', { several: true }),
    define('cc', 'person', { several: true }),
  ]
}

/** RT's own lifecycle (etc/RT_Config.pm, %Lifecycles); an agent deletes nothing. */
const usual = ['new', 'open', 'stalled', 'resolved', 'rejected']

const Seen = v.object({
  Status: v.optional(text, ''),
  _hyperlinks: v.optional(listOf(v.object({ ref: v.literal('lifecycle'), to: v.string() })), []),
})

/**
 * REST 2.0 does not tell what a lifecycle is. The usual one is known; of a site's own, the desk knows the statuses that
 * the queue's newest cases have and can be given.
 */
async function statusesOf(wire: Wire, { id, Lifecycle }: Queue): Promise<Heard<readonly string[]>> {
  if (Lifecycle === '' || Lifecycle === 'default')
    return { kind: 'answer', value: usual, revision: undefined }
  const query = asQuery(`Queue = ${quoted(id)}`)
  const path = `/tickets?${query}&fields=Status,_hyperlinks&orderby=LastUpdated&order=DESC&per_page=${perPage / 2}`
  const heard = await wire.get(path, pageOf(Seen))
  if (heard.kind !== 'answer') return heard
  const seen = heard.value.items.flatMap((one) => [one.Status, ...nextOf(one)])
  return { ...heard, value: [...new Set(seen)].filter((status) => status !== '' && status !== 'deleted') }
}

const nextOf = ({ _hyperlinks }: v.InferOutput<typeof Seen>): readonly string[] =>
  _hyperlinks.map(({ to }) => to)
