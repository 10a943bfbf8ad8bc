import { problem } from '../renderer/domain/problem.ts'
import type { Problem } from '../renderer/domain/problem.ts'
import { done, failed } from '../renderer/domain/result.ts'
import type { Result } from '../renderer/domain/result.ts'
import type { Realm } from '../renderer/domain/setup.ts'
import type { CaseGateway } from './case-gateway.ts'
import type { Journals } from './journal.ts'
import type { Log } from './log.ts'
import type { Packs } from './packs.ts'
import type { Secrets } from './secrets.ts'

export interface Wiped {
  readonly journals: Pick<Journals, 'destroy'>
  readonly secrets: Pick<Secrets, 'destroy'>
  readonly cases: Pick<CaseGateway, 'signOut'>
  readonly packs: Pick<Packs, 'wipe'>
  readonly log: Log
}

/**
 * Destroys what this side has of a realm. The keys first: without them nobody can read the rest, whatever comes between.
 * Each is tried, also when the one before was refused.
 */
export async function wipe(
  { journals, secrets, cases, packs, log }: Wiped,
  realm: Realm,
): Promise<Result<undefined, Problem>> {
  const works = [
    () => secrets.destroy(realm),
    () => journals.destroy(realm),
    () => cases.signOut(realm, true),
    () => packs.wipe(realm),
  ]
  let refused = 0
  for (const work of works) await work().catch(() => (refused += 1))
  log.write('realm-wiped', { realm, refused })
  return refused === 0 ? done : failed(problem('desktop-refused'))
}
