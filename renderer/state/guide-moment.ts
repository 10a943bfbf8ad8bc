import { fieldOf, oneOf } from '../domain/case.ts'
import type { CaseRecord } from '../domain/case-record.ts'
import { customName } from '../domain/case-field.ts'
import type { Interaction } from '../domain/interaction.ts'
import type { GuideFacts } from '../domain/knowledge/guide-facts.ts'
import type { Moment } from '../domain/knowledge/moment.ts'
import type { CaseState, CaseStateStore } from './case-store.ts'
import type { ChatState, ChatStateStore } from './chat-store.ts'
import { knowledgeOf } from './knowledge-store.ts'
import type { KnowledgeState, KnowledgeStore } from './knowledge-store.ts'
import type { ShiftState, ShiftStore } from './shift-store.ts'
import type { InHand } from './work-store.ts'

export interface MomentStores {
  readonly knowledge: KnowledgeStore
  readonly cases: CaseStateStore
  readonly chats: ChatStateStore
  readonly shift: ShiftStore
}

/** Milliseconds. */
const month = 30 * 86_400_000

/** What of the desk's state guides can know. */
export interface MomentStates {
  readonly knowledge: Pick<KnowledgeState, 'inHand'>
  readonly cases: Pick<CaseState, 'inHand' | 'open'>
  readonly chats: Pick<ChatState, 'agentName'>
  readonly shift: Pick<ShiftState, 'workplace'>
}

/** What guides can know of an interaction at this moment. @param at epoch milliseconds */
export const momentOf = (page: InHand, stores: MomentStores, at: number): Moment =>
  momentIn(
    page,
    {
      knowledge: stores.knowledge.getState(),
      cases: stores.cases.getState(),
      chats: stores.chats.getState(),
      shift: stores.shift.getState(),
    },
    at,
  )

/** The same, of what a screen shows. @param at epoch milliseconds */
export function momentIn(page: InHand, { knowledge, cases, chats, shift }: MomentStates, at: number): Moment {
  const { interaction } = page
  const { workplace } = shift
  const facts: GuideFacts = {
    channel: interaction.channel,
    queue: interaction.queue,
    ...hereAndNow(at),
    mood: knowledgeOf(knowledge, interaction.id).mood,
    contact: contactFacts(page, at),
    case: caseFacts(tiedCase(interaction, cases)),
  }
  return {
    ...{ at, facts, country: workplace?.dialling.country ?? 'CA' },
    agent: chats.agentName || workplace?.user,
  }
}

/** `YYYY-MM-DD` where the agent is. @param at epoch milliseconds */
export const dayOf = (at: number): string => hereAndNow(at).today

/** `YYYY-MM-DD` and `HH:MM` where the agent is. */
function hereAndNow(at: number): Pick<GuideFacts, 'today' | 'time'> {
  const here = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return {
    today: `${here.getFullYear()}-${two(here.getMonth() + 1)}-${two(here.getDate())}`,
    time: `${two(here.getHours())}:${two(here.getMinutes())}`,
  }
}

const contactFacts = ({ interaction, contact, past }: InHand, at: number): GuideFacts['contact'] => ({
  known: contact !== undefined,
  name: contact?.name,
  language: contact?.language,
  recent: past.filter((one) => one.id !== interaction.id && at - one.offeredAt < month).length,
})

function caseFacts(record: CaseRecord | undefined): GuideFacts['case'] {
  if (!record) return { known: false, number: undefined, status: undefined, queue: undefined, fields: {} }
  const { current } = record
  const fields = [...current.fields.keys()].map((key) => [
    customName(key) ?? key,
    fieldOf(current, key).join(', '),
  ])
  return {
    known: true,
    number: current.number,
    status: oneOf(current, 'status'),
    queue: oneOf(current, 'queue'),
    fields: Object.fromEntries(fields) as Record<string, string>,
  }
}

/** The case that the interaction is about, where the screen has it. */
function tiedCase(
  { case: id }: Interaction,
  { inHand, open }: MomentStates['cases'],
): CaseRecord | undefined {
  if (id === undefined) return undefined
  return open?.record.id === id ? open.record : inHand?.records.find((record) => record.id === id)
}
