import { drawBetween } from '../../../../renderer/domain/seeded-random.ts'
import type { Random } from '../../../../renderer/domain/seeded-random.ts'
import type { Language } from '../../../../renderer/domain/language.ts'
import type { Clock } from '../clock.ts'
import type { Mail } from './records.ts'
import { residents } from './world/residents.ts'

export interface CustomerAnswersMeans {
  readonly clock: Clock
  readonly random: Random
  /** In which part of the replies the customer answers, 0 to 1. */
  readonly share: number
  /** A letter comes in to that case. */
  readonly write: (letter: CustomersLetter) => void
}

export interface CustomersLetter {
  readonly number: string
  readonly from: string
  readonly text: string
}

/** Seconds until a customer has written back: soon enough for a shift's training. */
const shortestWait = 40
const longestWait = 240

const letters: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Thank you for your answer. I will do that today.',
    'Thank you. One more question: will I get a confirmation by post?',
    'I am afraid I do not understand. Could somebody call me, please?',
    'That is good news, thank you very much!',
  ],
  fr: [
    'Merci de votre réponse. Je m’en occupe aujourd’hui.',
    'Merci. Encore une question : est-ce que je recevrai une confirmation par la poste ?',
    'Je ne comprends pas très bien. Est-ce que quelqu’un pourrait m’appeler, s’il vous plaît ?',
    'C’est une bonne nouvelle, merci beaucoup !',
  ],
}

/** Customers who sometimes write back, some time after a reply has reached them. */
export class CustomerAnswers {
  readonly #means: CustomerAnswersMeans
  /** Calls off each answer that is still being written, by the number of its case. */
  readonly #waiting = new Map<string, () => void>()

  constructor(means: CustomerAnswersMeans) {
    this.#means = means
  }

  /** A letter has left. Nobody writes twice at a time about the same case. */
  sent({ kind, number, to }: Mail): void {
    const { random, share, clock, write } = this.#means
    const resident = residents.find(({ address }) => to.includes(address))
    if (kind !== 'reply' || !resident || this.#waiting.has(number) || random() >= share) return
    const seconds = drawBetween(random, shortestWait, longestWait)
    const choice = letters[resident.language]
    const text = `${choice[Math.floor(random() * choice.length)] ?? ''}\n\n${resident.name}`
    const callOff = clock.after(seconds * 1000, () => {
      this.#waiting.delete(number)
      write({ number, from: resident.address, text })
    })
    this.#waiting.set(number, callOff)
  }

  /** Nobody writes any more of what they were about to. */
  forget(): void {
    for (const callOff of this.#waiting.values()) callOff()
    this.#waiting.clear()
  }
}
