import type { PracticeAddress, PracticeOrder } from '../../../renderer/domain/practice.ts'
import { ok } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import { openCaseServer } from './cases/case-server.ts'
import type { CaseServer } from './cases/case-server.ts'
import { openChatCentre } from './chat/chat-centre.ts'
import type { ChatCentre, ChatCentreOrder } from './chat/chat-centre.ts'
import type { CustomerPage } from './chat/customer-page.ts'
import { CallFloor } from './call-floor.ts'
import type { FloorMeans } from './call-floor.ts'
import { colleagueScripts } from './colleagues.ts'
import { practiceScripts } from './customers.ts'
import { DigestGate } from './digest.ts'
import { Registrar } from './registrar.ts'
import { openSipSocket } from './sip-socket.ts'
import { Switchboard } from './switchboard.ts'
import { echoExtension } from './training-numbers.ts'

/** `newId`: unguessable text of letters and digits, for secrets, passwords, nonces and ids. */
export type PracticeMeans = Omit<FloorMeans, 'domain'> & {
  /** What customers who chat see; without it nothing is served to them. */
  readonly customerPage?: CustomerPage | undefined
}

export interface PracticeCentre {
  readonly address: PracticeAddress
  /** Who is calling, waiting or talking hangs up: everybody but the agents, or those of that name. */
  hangUp(name?: string): void
  /** They put the agent on hold, or come back. */
  hold(held: boolean, name?: string): void
  /** They send no packet of sound at all, or speak again. */
  hush(quiet: boolean, name?: string): void
  /** That customer comes to the queue now, beside the schedule. */
  arrive(customer: string): void
  /** That customer calls an agent now, the first where none is named, whatever the agent's state is. */
  placeCall(customer: string, user?: string): void
  /** Every dialog is lost without a word: whatever a desk asks for in a call gets a 481. */
  forgetCalls(): void
  /** The case system, with what happens to it from elsewhere than a desk. */
  readonly cases: CaseServer
  /** The chat server, its queue and the customers who come by chat. */
  readonly chat: ChatCentre
  /** Ends every call with a BYE, then closes the door. Takes some 2 s at most. */
  close(): Promise<void>
}

/** RFC 6761 §6.4: a name that no network will ever know. */
const domain = 'practice.invalid'

/** In this part of the replies that agents write the customer writes back, some minutes later. */
const answeredReplies = 0.5

/**
 * A whole contact centre on loopback ports: its registrar, its agents' lines, its customers and their voices; its case
 * system; its chats.
 */
export async function openPracticeCentre(
  order: PracticeOrder,
  means: PracticeMeans,
): Promise<Result<PracticeCentre, 'port-taken'>> {
  const secret = means.newId()
  const floor = new CallFloor(order, { ...means, domain })
  const passwords = new Map(floor.agents.map(({ user }) => [user, means.newId()]))
  const switchboard = switchboardFor(floor, passwords, means)
  const socket = await openSipSocket({
    port: order.port,
    origin: order.origin,
    secret,
    log: means.log,
    onMessage: (flow, message) => switchboard.receive(flow, message),
    onClosed: (flow) => switchboard.closed(flow),
  })
  if (!socket.ok) return socket
  const cases = await openCaseServer(
    { port: order.casesPort ?? 0, seed: order.seed, agents: floor.agents, answers: answeredReplies },
    means,
  )
  if (!cases.ok) {
    await socket.value.close()
    return cases
  }
  const chat = await openChatCentre(
    { ...chatOrder(order, floor, passwords), page: means.customerPage },
    means,
  )
  if (!chat.ok) {
    await Promise.all([socket.value.close(), cases.value.close()])
    return chat
  }
  const server = `ws://127.0.0.1:${socket.value.port}/${secret}`
  return ok({
    address: {
      ...addressOf(server, floor, passwords),
      cases: { server: cases.value.server, accounts: cases.value.accounts },
      chat: chat.value.address,
    },
    cases: cases.value,
    chat: chat.value,
    hangUp: (name) => floor.people(name).forEach((person) => person.hangUp()),
    hold: (held, name) => floor.people(name).forEach((person) => person.hold(held)),
    hush: (quiet, name) => floor.people(name).forEach((person) => person.hush(quiet)),
    arrive: (customer) => floor.arrive(customer),
    placeCall: (customer, user = floor.agents[0]?.user ?? '') => floor.placeCall(customer, user),
    forgetCalls: () => floor.forgetCalls(),
    close: async () => {
      await floor.close()
      await Promise.all([socket.value.close(), cases.value.close(), chat.value.close()])
    },
  })
}

/** Customers write less often than they call: a chat goes on for longer, and several at once. */
const chatPauses = 4

function chatOrder(
  { chatPort = 0, origin, seed, pauseSeconds, chatPauseSeconds }: PracticeOrder,
  { agents }: CallFloor,
  passwords: ReadonlyMap<string, string>,
): ChatCentreOrder {
  const [shortest, longest] = pauseSeconds
  return {
    ...{ port: chatPort, origin, domain, agents, passwords, seed: seed + 4 },
    pauseSeconds: chatPauseSeconds ?? [chatPauses * shortest, chatPauses * longest],
  }
}

function addressOf(
  server: string,
  floor: CallFloor,
  passwords: ReadonlyMap<string, string>,
): Omit<PracticeAddress, 'cases' | 'chat'> {
  const accounts = floor.agents.map(({ user, extension }) => ({
    ...{ user, extension },
    password: passwords.get(user) ?? '',
  }))
  const [first] = accounts
  if (!first) throw new RangeError('a centre without agents')
  return {
    ...{ server, domain, user: first.user, password: first.password, accounts },
    customers: practiceScripts.map(({ customer }) => customer),
    colleagues: colleagueScripts.map(({ colleague }) => colleague),
    echo: echoExtension,
  }
}

function switchboardFor(
  floor: CallFloor,
  passwords: ReadonlyMap<string, string>,
  { clock, newId, log }: PracticeMeans,
): Switchboard {
  const passwordOf = (user: string) => passwords.get(user)
  const digest = new DigestGate({ realm: domain, clock, newNonce: newId, passwordOf })
  const registrar = new Registrar({ domain, digest, clock })
  const { lines, agency } = floor
  return new Switchboard({
    ...{ domain, registrar, lines, agency, newId, log },
    onAgentsChanged: () => floor.agentsChanged(),
  })
}
