import { drawBetween } from '../../../../../renderer/domain/seeded-random.ts'
import type { Random } from '../../../../../renderer/domain/seeded-random.ts'
import type { Clock } from '../../clock.ts'
import type { Xml } from '../xml.ts'
import { answersToBot, asides } from './chat-scripts.ts'
import type { ChatScript } from './chat-scripts.ts'
import { VisitorLine } from './visitor-line.ts'
import type { Heard, VisitorClient } from './visitor-line.ts'

export interface VisitorMeans {
  readonly script: ChatScript
  /** The queue's address. */
  readonly queue: string
  readonly clock: Clock
  readonly random: Random
  readonly newId: () => string
  /** Opens a session of the customers' domain. */
  readonly connect: (onStanza: (element: Xml) => void) => VisitorClient
  /** Comes once, when they have gone. */
  readonly onGone: () => void
}

type Said = Extract<Heard, { readonly kind: 'said' }>

/** Milliseconds: reading what came, and typing one letter of the answer. */
const reading = [700, 1800] as const
const perLetter = [18, 35] as const
const longestTyping = 4000
/** Without a word of the agent: a nudge, then they give up. */
const patience = 90_000
const lastPatience = 240_000
/** Until somebody answers at all. */
const longestWait = 900_000
/** After their own goodbye they leave the last word to the agent. */
const lingering = 60_000

/**
 * Somebody who comes to a queue by chat, writes what it is about, answers whatever the agent writes with the next line of
 * their script, and says goodbye.
 */
export class Visitor {
  readonly #means: VisitorMeans
  readonly #line: VisitorLine
  /** What they will say next, from 0: the question first. */
  #next = 0
  /** How often a bot has been answered. */
  #asked = 0
  #isServed = false
  #isGone = false
  #isTyping = false
  #unanswered: Said | undefined
  #reading: (() => void) | undefined
  #typing: (() => void) | undefined
  #waiting: (() => void) | undefined

  constructor(means: VisitorMeans) {
    this.#means = means
    const { script, queue, newId, connect } = means
    this.#line = new VisitorLine({ script, queue, newId, connect, onHeard: (heard) => this.#hear(heard) })
    this.#wait(longestWait, () => this.leave())
  }

  /** They go, whatever is going on. */
  leave(): void {
    if (this.#isGone) return
    this.#isGone = true
    for (const callOff of [this.#reading, this.#typing, this.#waiting]) callOff?.()
    this.#line.leave()
    this.#means.onGone()
  }

  #hear(heard: Heard): void {
    if (this.#isGone) return
    if (heard.kind === 'over') this.leave()
    else if (heard.kind === 'in-room') this.#begin()
    else if (heard.kind === 'agent-here') {
      this.#isServed = true
      this.#beImpatient()
    } else {
      this.#line.receipt(heard.id)
      this.#answer(heard)
    }
  }

  #begin(): void {
    if (this.#next > 0) return
    this.#next = 1
    this.#type(this.#means.script.question)
  }

  /** Once the other has been silent for a moment: one answer to all that they have written meanwhile. */
  #answer(heard: Said): void {
    // What an agent adds while an answer is being typed needs none of its own; a bot waits for each of its own.
    if (this.#isTyping) {
      this.#unanswered = heard.isAgent ? undefined : heard
      return
    }
    this.#reading?.()
    this.#reading = this.#after(this.#draw(reading), () => {
      this.#line.displayed(heard.id)
      const said = this.#nextLine(heard)
      if (said !== undefined) this.#type(said)
    })
  }

  #nextLine({ isAgent }: Said): string | undefined {
    const { script } = this.#means
    if (isAgent) return script.turns[this.#next++ - 1]
    const answers = answersToBot(script)
    return answers[Math.min(this.#asked++, answers.length - 1)]
  }

  #type(text: string): void {
    this.#isTyping = true
    this.#line.composing(true)
    const typing = Math.min(longestTyping, text.length * this.#draw(perLetter))
    this.#typing = this.#after(typing, () => {
      this.#isTyping = false
      this.#line.say(text)
      const isLast = this.#next > this.#means.script.turns.length
      if (isLast) this.#wait(lingering, () => this.leave())
      else if (this.#isServed) this.#beImpatient()
      else this.#wait(longestWait, () => this.leave())
      const unanswered = this.#unanswered
      this.#unanswered = undefined
      if (unanswered) this.#answer(unanswered)
    })
  }

  #beImpatient(): void {
    const { nudge, farewell } = asides[this.#means.script.customer.language]
    this.#wait(patience, () => {
      this.#line.say(nudge)
      this.#wait(lastPatience, () => {
        this.#line.say(farewell)
        this.leave()
      })
    })
  }

  /** One thing at a time is waited for. */
  #wait(milliseconds: number, action: () => void): void {
    this.#waiting?.()
    this.#waiting = this.#after(milliseconds, action)
  }

  #after(milliseconds: number, action: () => void): () => void {
    return this.#means.clock.after(milliseconds, () => {
      if (!this.#isGone) action()
    })
  }

  #draw([low, high]: readonly [number, number]): number {
    return drawBetween(this.#means.random, low, high)
  }
}
