import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import type { FieldKey, FieldValue } from '../../../renderer/domain/case-field.ts'
import { asCaseId } from '../../../renderer/domain/ids.ts'
import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import type { CaseSystem } from '../../../renderer/ports/case-system.ts'
import type { CaseCentre } from '../../contract/cases/case-centre.ts'
import { seatDesk } from '../../contract/cases/case-desk.ts'
import { answered, found, written } from '../../contract/cases/outcome.ts'
import { startRealCaseCentre } from '../../contract/cases/real-case-centre.ts'
import { byChance } from '../../faults/http/http-fault.ts'
import { startHttpRelay } from '../../faults/http/http-relay.ts'
import type { HttpRelay } from '../../faults/http/http-relay.ts'
import type { Violation } from '../../model/invariants.ts'
import { createLedger } from '../../model/ledger.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { act, casesOf } from './act.ts'
import type { Office } from './act.ts'
import { answerQuestions } from './answer-questions.ts'
import { seatCases } from './seated-cases.ts'
import type { SeatedCases } from './seated-cases.ts'
import { divergedFrom, stuckAt, tornAt, wrongWith } from './tracker-harm.ts'
import type { Truth } from './tracker-harm.ts'
import { weather } from './weather.ts'

/** What one agent does after the other, and how much of what is asked meets something on its way. */
const acts = 8
const rate = 0.25
/** Milliseconds at most between two of them. */
const pause = 120
/** The weather lasts for so many requests, or so many milliseconds. */
const bad = { requests: 30, milliseconds: 8000 }
/** Milliseconds in which everything comes through in calm weather, on a machine with much else to do. */
const calm = 120_000
/** Milliseconds between two looks at whether it has. */
const look = 1000

interface Place {
  readonly centre: CaseCentre
  readonly wire: HttpRelay
  readonly desks: readonly SeatedCases[]
  /** Past the faults. */
  readonly direct: CaseSystem
}

/** Two desks at one Request Tracker, for as many schedules as there are. */
export async function withTracker<T>(seed: number, work: (place: Place) => Promise<T>): Promise<T> {
  const { place, leave } = await startOrUndo(async (undo) => {
    const centre = await startRealCaseCentre()
    undo.add(() => centre.stop())
    const wire = await startHttpRelay(centre.server)
    undo.add(() => wire.stop())
    const { clientIdField } = centre.world
    const seats = centre.accounts.map((account, index) => ({
      ...{ server: wire.url, account, clientIdField },
      random: seededRandom(seed + index),
    }))
    const desks = await Promise.all(seats.map(seatCases))
    undo.add(() => Promise.all(desks.map((desk) => desk.leave())).then(() => undefined))
    const [, account] = centre.accounts
    const { system } = await seatDesk({ server: centre.server, account, clientIdField })
    return { place: { centre, wire, desks, direct: system }, leave: () => undo.run() }
  })
  return work(place).finally(leave)
}

export interface Ran {
  /** What was wrong in the end. */
  readonly violations: readonly Violation[]
  /** How much the agents wrote, and how many requests met something. */
  readonly written: number
  readonly met: number
}

/** Random edits of two agents in bad weather, then calm. */
export async function runOnTracker(place: Place, seed: number): Promise<Ran> {
  const { centre, wire, desks, direct } = place
  const random = seededRandom(seed)
  const mark = `s${seed}`
  const { queue } = centre.world
  const customer = `${mark}@example.org`
  const office: Office = { desks, random, mark, queue, customer, ledger: createLedger() }
  const fields = new Map<FieldKey, FieldValue>([
    ['queue', [queue]],
    ['subject', [`Case ${mark}`]],
    ['requestors', [customer]],
  ])
  written(await direct.create(asCaseId(randomUUID()), { fields, text: 'By telephone.', attachments: [] }))
  await Promise.all(desks.map((desk) => knows(desk, customer)))
  const before = wire.passages().length
  wire.follow(byChance({ seed, rate, faults: weather }))
  for (let step = 0; step < acts; step += 1) {
    await delay(random() * pause)
    await act(office)
  }
  const until = Date.now() + bad.milliseconds
  while (wire.passages().length < before + bad.requests && Date.now() < until) await delay(20)
  wire.heal()
  const met = wire
    .passages()
    .slice(before)
    .filter(({ fault }) => fault !== 'none').length
  return { violations: await violationsOf(place, office), written: office.ledger.noted.length, met }
}

async function knows(desk: SeatedCases, customer: string): Promise<void> {
  const until = Date.now() + calm
  while ((await casesOf(desk, customer)).length === 0) {
    if (Date.now() > until) throw new Error(`${desk.user} does not hear of a new case`)
    desk.desk.refresh()
    await delay(look)
  }
}

/** Looks again and again until there is nothing wrong, or until it has been looked for long enough. */
async function violationsOf(place: Place, office: Office): Promise<readonly Violation[]> {
  const until = Date.now() + calm
  let violations: readonly Violation[] = [{ harm: 'stuck', what: 'nothing was looked at' }]
  while (violations.length > 0 && Date.now() < until) {
    await delay(look)
    const mails = await place.centre.sentMail()
    for (const desk of place.desks) {
      desk.desk.refresh()
      await answerQuestions(desk, mails, office.random)
    }
    violations = await lookAt(place, office)
  }
  return violations
}

async function lookAt({ desks, centre, direct }: Place, office: Office): Promise<readonly Violation[]> {
  const stuck = await Promise.all(desks.map(stuckAt))
  if (stuck.flat().length > 0) return stuck.flat()
  const truth = await truthFor(office, { centre, direct })
  const entries = (await Promise.all(desks.map((desk) => desk.entries()))).flat()
  const each = await Promise.all(
    desks.map(async (desk) => [...(await tornAt(desk)), ...(await divergedFrom(truth, desk))]),
  )
  return [...office.ledger.noted.flatMap((noted) => wrongWith(noted, entries, truth)), ...each.flat()]
}

async function truthFor(
  { desks, customer }: Office,
  { centre, direct }: Pick<Place, 'centre' | 'direct'>,
): Promise<Truth> {
  const records = (await Promise.all(desks.map((desk) => casesOf(desk, customer)))).flat()
  const numbers = [...new Set(records.flatMap(({ server }) => server.number ?? []))]
  const cases = await Promise.all(
    numbers.map(async (number) => ({
      case: found(await direct.case(number)),
      events: answered(await direct.history(number, undefined)),
    })),
  )
  // Whoever gets a copy is written to by another mail.
  const mails = (await centre.sentMail()).filter(({ to }) => to.includes(customer))
  return { cases, mails }
}
