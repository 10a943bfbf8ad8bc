import { colleagueScripts } from './colleagues.ts'
import type { ColleagueScript } from './colleagues.ts'
import { practiceScripts } from './customers.ts'
import type { PracticeScript } from './customers.ts'
import { echoExtension, trainingNumbers } from './training-numbers.ts'
import type { Training } from './training-numbers.ts'

/** Who is at the other end of what was dialled. */
export type Listed =
  | { readonly kind: 'customer'; readonly script: PracticeScript }
  | { readonly kind: 'colleague'; readonly script: ColleagueScript }
  | { readonly kind: 'desk'; readonly user: string }
  | { readonly kind: 'echo' }
  | { readonly kind: 'training'; readonly extension: string; readonly training: Training }
  | { readonly kind: 'nobody' }

/** Where a desk can be dialled. */
export interface ListedDesk {
  readonly user: string
  readonly extension: string
}

/** The part of an address before the @: a number with any of the separators of RFC 3966 §5.1.1, or a name. */
export function lookUp(dialled: string, desks: readonly ListedDesk[]): Listed {
  const wanted = bare(dialled)
  const desk = desks.find(({ user, extension }) => wanted === extension || unescaped(dialled) === user)
  if (desk) return { kind: 'desk', user: desk.user }
  const customer = practiceScripts.find((script) => script.customer.number === wanted)
  if (customer) return { kind: 'customer', script: customer }
  const colleague = colleagueScripts.find((script) => script.colleague.extension === wanted)
  if (colleague) return { kind: 'colleague', script: colleague }
  if (wanted === echoExtension) return { kind: 'echo' }
  const training = Object.hasOwn(trainingNumbers, wanted) ? trainingNumbers[wanted] : undefined
  return training ? { kind: 'training', extension: wanted, training } : { kind: 'nobody' }
}

const bare = (dialled: string): string =>
  unescaped(dialled)
    .split(';', 1)
    .join()
    .replace(/[-.() ]/g, '')

/** RFC 3261 §19.1.2: any character of a user part may be written as `%2A`. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
