import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import { fieldOf } from '../../../renderer/domain/case.ts'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import type { Deed, Ledger } from '../../model/ledger.ts'
import type { SeatedCases } from './seated-cases.ts'

export interface Office {
  readonly desks: readonly SeatedCases[]
  readonly ledger: Ledger
  readonly random: Random
  /** Tells the words of one schedule from those of the others. */
  readonly mark: string
  readonly queue: string
  /** A mail address that no other schedule has. */
  readonly customer: string
}

interface Doing {
  readonly deed: Deed
  readonly told: Promise<boolean>
}

type Act = (office: Office, desk: SeatedCases, record: CaseRecord) => Doing | undefined

const wordsOf = ({ ledger, mark }: Office): string => `${mark}x${ledger.nextWords()}x`

const acts: readonly Act[] = [
  note,
  note,
  reply,
  reply,
  subject,
  subject,
  // Of an agent's lists both additions are kept.
  copy,
  copy,
  begin,
]

function note(office: Office, { desk }: SeatedCases, { id }: CaseRecord): Doing {
  const words = `Note ${wordsOf(office)}\nSecond line, é.`
  return { deed: { kind: 'note', words }, told: desk.note(id, words) }
}

function reply(office: Office, { desk }: SeatedCases, { id }: CaseRecord): Doing {
  const words = `Dear customer, ${wordsOf(office)}.`
  return { deed: { kind: 'reply', words }, told: desk.reply(id, words) }
}

function subject(office: Office, { desk }: SeatedCases, { id }: CaseRecord): Doing {
  const words = `Subject ${wordsOf(office)}`
  return { deed: { kind: 'change', field: 'subject', words }, told: desk.change(id, 'subject', [words]) }
}

function copy(office: Office, { desk }: SeatedCases, { id, current }: CaseRecord): Doing {
  const words = `${wordsOf(office)}@example.org`
  const told = desk.change(id, 'cc', [...fieldOf(current, 'cc'), words])
  return { deed: { kind: 'change', field: 'cc', words }, told }
}

function begin(office: Office, { desk }: SeatedCases): Doing {
  const words = `Wants to know ${wordsOf(office)}.`
  const { queue, customer, mark } = office
  const begun = { queue, subject: `Begun ${mark}`, requestors: [customer], text: words }
  const told = desk.begin({ ...begun, fields: new Map(), files: [] }).then((id) => id !== undefined)
  return { deed: { kind: 'create', words }, told }
}

/** One of the agents does something to one of the cases that they know of. */
export async function act(office: Office): Promise<void> {
  const { desks, random, ledger, customer } = office
  const desk = drawn(desks, random)
  const [which, how] = [random(), random()]
  const known = desk ? await casesOf(desk, customer) : []
  const record = known[Math.floor(which * known.length)]
  const doing = desk && record && acts[Math.floor(how * acts.length)]?.(office, desk, record)
  if (doing) ledger.note(desk.user, doing.deed, doing.told)
}

const drawn = <T>(all: readonly T[], random: Random): T | undefined => all[Math.floor(random() * all.length)]

/** The cases of a schedule that a desk knows of. */
export async function casesOf(desk: SeatedCases, customer: string): Promise<readonly CaseRecord[]> {
  const own = (await desk.records()).filter(({ current }) =>
    fieldOf(current, 'requestors').includes(customer),
  )
  return own.sort((a, b) => (a.id < b.id ? -1 : 1))
}
