import { checkFolder } from '../check-pack.ts'
import type { CheckedPack } from '../check-pack.ts'
import { countFaults, counted, printFault } from '../print-faults.ts'
import type { Command, Told } from './command.ts'

/** `check DIR`: every fault and warning, and what there is. */
export const check: Command = async (told) => {
  const checked = await checkAloud(told)
  return checked.pack === undefined ? 1 : 0
}

/** For the commands that go on with what was checked. */
export async function checkAloud({ target, today, say }: Told): Promise<CheckedPack> {
  const checked = await checkFolder(target, today)
  for (const fault of checked.faults) say(printFault(fault))
  const { articles, guides, replies, glossary } = checked.source
  say(
    [
      `${countFaults(checked.faults)} in ${counted(new Set(articles.map(({ id }) => id)).size, 'article')}`,
      counted(guides.length, 'guide'),
      ['reply', 'replies'].map((word) => `${replies.length} ${word}`)[replies.length === 1 ? 0 : 1] ?? '',
      `${counted(glossary.length, 'word')} of the glossary.`,
    ].join(', '),
  )
  return checked
}
