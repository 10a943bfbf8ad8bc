import { checkArticles } from './checks/check-articles.ts'
import { checkBranches } from './checks/check-branches.ts'
import { checkCalls } from './checks/check-calls.ts'
import { checkChoices } from './checks/check-choices.ts'
import { checkDates } from './checks/check-dates.ts'
import { checkExpressions } from './checks/check-expressions.ts'
import { checkFields } from './checks/check-fields.ts'
import { checkLinks } from './checks/check-links.ts'
import { checkNames } from './checks/check-names.ts'
import { checkPrivate } from './checks/check-private.ts'
import { checkSet } from './checks/check-set.ts'
import { checkSteps } from './checks/check-steps.ts'
import { checkWords } from './checks/check-words.ts'
import { inOrder, isFault } from './fault.ts'
import type { Fault } from './fault.ts'
import type { Pack } from '../../renderer/domain/knowledge/pack.ts'
import type { PackSource } from './read/pack-source.ts'
import { readPack } from './read/read-pack.ts'
import { readTexts } from './source/text-file.ts'
import type { TextFile } from './source/text-file.ts'

export interface CheckedPack {
  readonly faults: readonly Fault[]
  /** `undefined` where there is a fault; warnings stop nothing. */
  readonly pack: Pack | undefined
  readonly source: PackSource
}

/**
 * Reads a folder and says all that is wrong with it. `today` (`YYYY-MM-DD`) is the day by which something has expired;
 * without it nothing has.
 */
export async function checkFolder(folder: string, today: string | undefined): Promise<CheckedPack> {
  const { files, faults } = await readTexts(folder)
  const checked = checkTexts(files, today)
  const all = inOrder([...faults, ...checked.faults])
  return { ...checked, faults: all, pack: all.some(isFault) ? undefined : checked.pack }
}

const checks = [
  ...[checkSteps, checkBranches, checkExpressions, checkWords, checkFields],
  ...[checkSet, checkChoices, checkNames, checkLinks, checkCalls, checkPrivate, checkArticles],
]

export function checkTexts(files: readonly TextFile[], today: string | undefined): CheckedPack {
  const { pack, faults: unread } = readPack(files)
  const faults = inOrder([
    ...unread,
    ...checks.flatMap((check) => check(pack)),
    ...(today === undefined ? [] : checkDates(pack, today)),
  ])
  return { faults, source: pack, pack: faults.some(isFault) ? undefined : packOf(pack) }
}

/** Its parts in the order of their names, so that one folder makes one file. */
const packOf = ({ head, articles, guides, replies, glossary }: PackSource): Pack | undefined =>
  head && {
    ...head,
    articles: articles.flatMap(({ article }) => article ?? []),
    guides: guides.map(({ guide }) => guide),
    replies: replies.map(({ reply }) => reply),
    glossary,
  }
