import { setTimeout as delay } from 'node:timers/promises'

import type { ConversationId } from '../../../renderer/domain/ids.ts'
import { accountOf, passwordOf, patron, type ChatCentre } from '../../contract/chat/chat-centre.ts'
import { within } from '../../contract/telephony/soon.ts'
import { startTcpRelay, type TcpRelay } from '../../faults/relay/tcp-relay.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { harmIn, type ChatViolation, type Written } from './chat-harm.ts'
import { createComputer, openDeskLife, type Computer, type DeskLife } from './desk-life.ts'
import { drawFaults, type ChatFault, type FaultKind } from './schedule.ts'
import { SteadyCustomer } from './steady-customer.ts'

/** Milliseconds between two messages of each. */
const pause = 15
/** Milliseconds in which everything comes through in calm weather, on a machine with much else to do. */
const calm = 90_000
/** Milliseconds between two comparisons of all that both ends have: each reads and decrypts hundreds of messages. */
const look = 200

export interface RanChat {
  readonly violations: readonly ChatViolation[]
  /** How long it took until nothing waited any more after the last fault, in milliseconds. */
  readonly settledAfter: number
}

/** One chat between a desk behind a faulty link and a customer, and the faults that meet it. */
class FaultyChat {
  readonly #centre: ChatCentre
  readonly #wire: TcpRelay
  readonly #computer: Computer
  #desk: DeskLife | undefined
  #faults: Promise<void> = Promise.resolve()

  constructor(centre: ChatCentre, wire: TcpRelay, seed: number) {
    this.#centre = centre
    this.#wire = wire
    this.#computer = createComputer(seed)
  }

  async desk(): Promise<DeskLife> {
    const account = accountOf(this.#centre, 'ada', this.#wire.url)
    this.#desk ??= await openDeskLife(this.#computer, account)
    return this.#desk
  }

  /** A reload happens at once; of the others one begins when the one before is over, while both go on writing. */
  async suffer(fault: ChatFault): Promise<void> {
    const { kind, lasts } = fault
    if (kind === 'reload') {
      this.#desk?.die()
      this.#desk = undefined
      await this.desk()
      return
    }
    this.#faults = this.#faults.then(() => this.#happen(kind, lasts))
  }

  async calm(): Promise<void> {
    await this.#faults
    await this.#wire.heal()
  }

  async leave(chat: ConversationId | undefined): Promise<void> {
    const desk = await this.desk()
    if (chat !== undefined) await desk.end(chat)
    await desk.leave()
  }

  async #happen(kind: Exclude<FaultKind, 'reload'>, lasts: number): Promise<void> {
    if (kind === 'kill') await this.#centre.kill()
    else if (kind === 'reset') await this.#wire.drop()
    else if (kind === 'stall') await this.#wire.stall()
    else this.#wire.blackhole(kind === 'mute-server' ? 'to-client' : 'to-server')
    await delay(lasts)
    if (kind === 'kill') await this.#centre.start()
    else await this.#wire.heal()
  }
}

/** As many messages each way, with the faults that the seed draws. */
export function runChat(centre: ChatCentre, seed: number, messages: number): Promise<RanChat> {
  return startOrUndo(async (undo) => {
    const wire = await startTcpRelay({ to: centre.server, seed })
    undo.add(() => wire.stop())
    const faulty = new FaultyChat(centre, wire, seed)
    const desk = await faulty.desk()
    const customer = await SteadyCustomer.open(planOf(centre), 'passports')
    undo.add(() => customer.close())
    const chat = await desk.take()
    const written: Written = await write(faulty, customer, { chat, seed, messages })
    await faulty.calm()
    const since = performance.now()
    let violations: readonly ChatViolation[] = []
    await within(calm, async () => {
      if (!customer.isSettled) return false
      const kept = await (await faulty.desk()).messages(chat)
      violations = harmIn(written, await customer.archive().catch(() => []), kept)
      if (violations.length > 0) await delay(look)
      return violations.length === 0
    })
    const settledAfter = performance.now() - since
    if (!customer.isSettled) violations = [...violations, { harm: 'stuck', what: 'the customer' }]
    await customer.rest()
    await faulty.leave(chat)
    await undo.run()
    return { violations, settledAfter }
  })
}

async function write(
  faulty: FaultyChat,
  customer: SteadyCustomer,
  {
    chat,
    seed,
    messages,
  }: { readonly chat: ConversationId; readonly seed: number; readonly messages: number },
): Promise<Written> {
  const faults = drawFaults(seed, messages)
  const agent: string[] = []
  const theirs: string[] = []
  for (let number = 0; number < messages; number += 1) {
    for (const fault of faults) if (fault.before === number) await faulty.suffer(fault)
    const [mine, yours] = [`answer ${number}`, `question ${number}`]
    customer.write(yours)
    theirs.push(yours)
    if (!(await (await faulty.desk()).write(chat, mine))) throw new Error('the disk took nothing')
    agent.push(mine)
    await delay(pause)
  }
  return { agent, customer: theirs }
}

const planOf = ({ server, domain, queues, files }: ChatCentre) => ({
  ...{ server, domain, queues, files, nick: 'Amélie', resource: 'phone' },
  ...{ user: patron, password: passwordOf(patron) },
})
