import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { systemClock } from '../../../electron/centre/practice/clock.ts'
import type { CallEvent, PracticeCall } from '../../../electron/centre/practice/call-events.ts'
import { openPracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import type { PracticeCentre, PracticeMeans } from '../../../electron/centre/practice/practice-centre.ts'
import { practiceQueues } from '../../../electron/centre/practice/customers.ts'
import type { PracticeCustomer } from '../../../renderer/domain/practice.ts'
import { languages } from '../../../renderer/domain/language.ts'
import { tones } from './far-end.ts'
import type { FarEnd, FarEndNeeds, TargetKind } from './far-end.ts'
import { HeardSound } from './heard-sound.ts'
import { Peer } from './peer.ts'
import { PracticeCustomerCall } from './practice-customer.ts'
import { toneVoices } from './practice-voices.ts'
import { SoundDetour } from './sound-detour.ts'
import { within } from './soon.ts'
import { layWires } from './wires.ts'

/** What is dialled (electron/centre/practice/training-numbers.ts, colleagues.ts). */
const numbers: Readonly<Record<TargetKind, string>> = {
  colleague: '2001',
  announces: '2183',
  busy: '2486',
  declines: '2603',
  absent: '2480',
  unknown: '2404',
  'rings-on': '2180',
}
/** Whose telephone is a page, who has the first agent's desk, and what its extension is. */
const colleague = 'agent2'
const desk = { user: 'agent', extension: '1001' }
/** Milliseconds in which a queue that sends a customer at all has done so. */
const routed = 800

type Told = { readonly call: PracticeCall; readonly event: CallEvent }

/** The practice centre itself, with its own port, clock and media; only the voices are tones. */
export async function startPracticeFarEnd({ desk: page, queueDecides }: FarEndNeeds): Promise<FarEnd> {
  const told: Told[] = []
  const heard = new Map<string, HeardSound>()
  const centre = await openCentre(page.origin, {
    onCallEvent: (call, event) => told.push({ call, event }),
    onSound: (hearer, sound) => heard.get(hearer)?.take(sound),
  })
  const { server, domain, user, password, customers, accounts } = centre.address
  const detour = new SoundDetour()
  const wires = await layWires(server, (text) => detour.rewrite(text))
  let turn = 0
  let peer: Promise<Peer> | undefined

  const follow = (customer: PracticeCustomer, agent: string): PracticeCustomerCall => {
    heard.set(customer.id, new HeardSound())
    const from = told.length
    return new PracticeCustomerCall({
      customer,
      centre,
      heard,
      events: () =>
        told
          .slice(from)
          .filter(({ call }) => call.from === customer.id && call.to === agent)
          .map(({ event }) => event),
    })
  }
  const nextCustomer = (): PracticeCustomer => {
    const customer = customers[turn % customers.length]
    if (!customer) throw new Error('a centre without customers')
    turn += 1
    return customer
  }
  const openPeer = async (): Promise<Peer> => {
    const account = accounts.find((one) => one.user === colleague)
    return Peer.open(await page.openPeer(), {
      ...{ server, domain, user: colleague, password: account?.password ?? '' },
      ...{ displayName: 'Colleague', hertz: tones.colleague, registers: true },
    })
  }
  return {
    account: { servers: wires.doors, domain, user, password, iceServers: [], instanceId: randomUUID() },
    queue: { kind: 'published' },
    wires,
    target: (kind) => {
      heard.set(numbers[kind], new HeardSound())
      return Promise.resolve({ user: numbers[kind], isNumber: false })
    },
    async ring() {
      const customer = nextCustomer()
      const call = follow(customer, desk.user)
      if (queueDecides) centre.arrive(customer.id)
      else centre.placeCall(customer.id, desk.user)
      await call.until('ringing')
      return call
    },
    async reaches() {
      const customer = nextCustomer()
      const call = follow(customer, desk.user)
      centre.arrive(customer.id)
      const rang = await within(routed, () => call.has('ringing'))
      centre.hangUp(customer.id)
      return rang
    },
    async consult() {
      const telephone = await (peer ??= openPeer())
      const customer = nextCustomer()
      const call = follow(customer, colleague)
      centre.placeCall(customer.id, colleague)
      await call.until('connected')
      await telephone.call(desk.extension)
      return { customer: call, complete: () => telephone.handOver() }
    },
    colleagueHeard: (tone) => Promise.resolve(heard.get(numbers.colleague)?.seconds(tones[tone]) ?? 0),
    forgetCalls() {
      centre.forgetCalls()
      return Promise.resolve()
    },
    async vanish(milliseconds) {
      await wires.drop()
      await delay(milliseconds)
      await wires.heal()
    },
    loseSound() {
      detour.stall()
      return Promise.resolve(() => detour.heal())
    },
    async clear() {
      detour.heal()
      await wires.heal()
      await (await peer)?.hangUp()
      centre.hangUp()
    },
    async stop() {
      await (await peer)?.close()
      await wires.stop()
      await centre.close()
      await detour.stop()
    },
  }
}

async function openCentre(
  origin: string,
  watch: Required<Pick<PracticeMeans, 'onCallEvent' | 'onSound'>>,
): Promise<PracticeCentre> {
  // No customer comes by themselves.
  const order = { port: 0, origin, seed: 1, pauseSeconds: [3600, 3600] } as const
  const agents = [desk.user, colleague].map((user) => ({ user, queues: practiceQueues, languages }))
  const opened = await openPracticeCentre(
    { ...order, agents },
    {
      clock: systemClock,
      newId: () => randomBytes(16).toString('hex'),
      voices: toneVoices(),
      log: () => undefined,
      ...watch,
    },
  )
  if (!opened.ok) throw new Error(opened.problem)
  return opened.value
}
