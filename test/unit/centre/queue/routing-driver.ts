import type { Answer, Effect, QueueEvent } from '../../../../electron/centre/queue/routing/events.ts'
import { step } from '../../../../electron/centre/queue/routing/step.ts'
import { emptyState } from '../../../../electron/centre/queue/routing/state.ts'
import type { QueueState } from '../../../../electron/centre/queue/routing/state.ts'
import { usualSite } from '../../../../electron/centre/queue/site.ts'
import type { QueueSite } from '../../../../electron/centre/queue/site.ts'

export const bot = 'assistant.test'

/** Ada speaks both languages and leads; Ben serves passports in English, Claire benefits in French. */
export const site: QueueSite = {
  ...usualSite,
  domain: 'chat.test',
  rooms: 'rooms.test',
  offerSeconds: 20,
  retrySeconds: 10,
  agentGraceSeconds: 60,
  customerGraceSeconds: 30,
  botSilenceSeconds: 60,
  queues: [
    { id: 'passports', name: 'Passports', priority: 0, most: 5 },
    { id: 'benefits', name: 'Prestations', priority: 5, most: 5 },
    { id: 'assisted', name: 'Assisted', priority: 0, most: 5, bot: { address: bot, name: 'Assistant' } },
  ],
  agents: [
    {
      user: 'ada',
      name: 'Ada',
      lead: true,
      queues: ['passports', 'benefits', 'assisted'],
      languages: ['en', 'fr'],
      most: 3,
    },
    { user: 'ben', name: 'Ben', lead: false, queues: ['passports'], languages: ['en'], most: 2 },
    { user: 'claire', name: 'Claire', lead: false, queues: ['benefits'], languages: ['fr'], most: 2 },
  ],
}

/** The routing with a clock that a test moves, and everything that it wanted done. */
export class Routing {
  state: QueueState = emptyState
  at = Date.parse('2026-11-23T14:00:00Z')
  effects: Effect[] = []
  readonly #site: QueueSite
  #ids = 0

  constructor(of: QueueSite = site) {
    this.#site = of
  }

  /** What happened, and what is to be done because of it. */
  happen(event: QueueEvent): { readonly answer: Answer; readonly effects: readonly Effect[] } {
    const means = { at: this.at, site: this.#site, newId: () => `id-${String((this.#ids += 1))}` }
    const { state, effects, answer } = step(this.state, event, means)
    this.state = state
    this.effects.push(...effects)
    return { answer, effects }
  }

  /** Time goes by; as in the queue itself, what is due is seen a moment after. */
  wait(seconds: number, moment = 0.25): void {
    for (let gone = 0; gone < seconds; gone += moment) {
      this.at += moment * 1000
      this.happen({ kind: 'tick' })
    }
  }

  ask(
    name: string,
    more: { readonly queue?: string; readonly language?: 'en' | 'fr'; readonly returning?: string } = {},
  ): Answer {
    const { queue = 'passports', ...metadata } = more
    return this.happen({
      kind: 'asked',
      room: `room-${name}`,
      queue,
      address: `${name}@guests.test/web`,
      metadata,
    }).answer
  }

  arrive(user: string, most = 3, takes = true): Answer {
    return this.happen({ kind: 'agent-there', user, address: `${user}@chat.test/desk`, takes, most }).answer
  }

  drop(user: string, onPurpose = false): void {
    this.happen({ kind: 'agent-gone', user, address: `${user}@chat.test/desk`, onPurpose })
  }

  /** To whom a chat is offered now. */
  offeredTo(name: string): string | undefined {
    return this.#offerOf(name)?.user
  }

  accept(name: string): Answer {
    const offer = this.#offerOf(name)
    return this.happen({ kind: 'accepted', offer: offer?.id ?? '', user: offer?.user ?? '' }).answer
  }

  reject(name: string): Answer {
    const offer = this.#offerOf(name)
    return this.happen({ kind: 'rejected', offer: offer?.id ?? '', user: offer?.user ?? '' }).answer
  }

  /** Who has a chat. */
  agentsOf(name: string): readonly string[] | undefined {
    return this.state.chats.get(`room-${name}`)?.agents.map(({ user }) => user)
  }

  /** What the customers of a chat were told since the last call. */
  noticesOf(name: string): readonly string[] {
    const told = this.effects.flatMap((effect) =>
      effect.kind === 'notice' && effect.chat.room === `room-${name}` ? [effect.notice] : [],
    )
    return told
  }

  /** Of one kind, with the last one at the end. */
  wanted<K extends Effect['kind']>(kind: K): readonly Extract<Effect, { readonly kind: K }>[] {
    return this.effects.filter(
      (effect): effect is Extract<Effect, { readonly kind: K }> => effect.kind === kind,
    )
  }

  #offerOf(name: string) {
    const needs = [...this.state.needs.values()].filter(({ room }) => room === `room-${name}`)
    return [...this.state.offers.values()].find(({ need }) => needs.some(({ id }) => id === need))
  }
}
