import type { ColleagueScript } from './colleagues.ts'
import type { PracticeScript, SpokenScript } from './customers.ts'
import { Person } from './person.ts'
import type { PersonMeans } from './person.ts'
import type { RtpClock } from './rtp-clock.ts'
import { ScriptedSpeech } from './scripted-speech.ts'
import type { Voices } from './voices.ts'

export interface PeopleMeans {
  readonly voices: Voices
  readonly rtpClock: RtpClock
  /** µ-law, as somebody with a script hears it: a customer's id or an extension. */
  readonly onSound?: ((hearer: string, sound: Uint8Array) => void) | undefined
}

/** The customers' words are written down for the agent; what colleagues and announcements say is not. */
type Comer = Pick<PersonMeans, 'name' | 'card' | 'writtenIn'>

/** Everybody with a script who is calling, waiting or talking now. */
export class People {
  readonly #means: PeopleMeans
  readonly #present = new Set<Person>()

  constructor(means: PeopleMeans) {
    this.#means = means
  }

  customer(script: PracticeScript): Person {
    const { id, number, name, queue, language } = script.customer
    const headers = [`X-Queue: ${queue}`, `X-Language: ${language}`]
    return this.#come({ name: id, card: { number, name, headers }, writtenIn: language }, script)
  }

  /** A customer who calls an agent past the queue, by their own number. */
  returningCustomer(script: PracticeScript): Person {
    const { id, number, name, language } = script.customer
    const headers = [`X-Language: ${language}`]
    return this.#come({ name: id, card: { number, name, headers }, writtenIn: language }, script)
  }

  colleague(script: ColleagueScript): Person {
    const { extension, name } = script.colleague
    return this.#come({ name: extension, card: { number: extension, name, headers: [] } }, script)
  }

  announcement(extension: string, script: SpokenScript): Person {
    return this.#come({ name: extension, card: { number: extension, name: extension, headers: [] } }, script)
  }

  /** Everybody, or those of that name. */
  all(name?: string): readonly Person[] {
    return [...this.#present].filter((person) => name === undefined || person.name === name)
  }

  #come({ name, card, writtenIn }: Comer, script: SpokenScript): Person {
    const { voices, rtpClock, onSound } = this.#means
    const person = new Person({
      ...{ name, card, rtpClock, writtenIn },
      speech: new ScriptedSpeech(script, voices),
      onSound: (sound) => onSound?.(name, sound),
    })
    this.#present.add(person)
    person.whenGone(() => this.#present.delete(person))
    return person
  }
}
