import type { Message } from '../../../renderer/domain/message.ts'
import type { RoomMessage } from '../../servers/xmpp/room-message.ts'

export const chatHarms = ['lost', 'doubled', 'out of order', 'stuck'] as const
export type ChatHarm = (typeof chatHarms)[number]

export interface ChatViolation {
  readonly harm: ChatHarm
  readonly what: string
}

/** What both wrote, in the order in which each wrote it. */
export interface Written {
  readonly agent: readonly string[]
  readonly customer: readonly string[]
}

/**
 * What is wrong with a chat of which one end keeps the archive and the other the desk's disk. @param kept in the order of the
 * screen
 */
export function harmIn(
  written: Written,
  archive: readonly RoomMessage[],
  kept: readonly Message[],
): readonly ChatViolation[] {
  const there = archive.filter(({ notice }) => notice === undefined).map(({ text }) => text)
  const here = kept.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))
  const waiting = kept.filter(({ delivery }) => delivery === 'waiting' || delivery === 'refused')
  return [
    ...wrongIn('the archive', written, there),
    ...wrongIn('the desk', written, here),
    ...(there.join('\n') === here.join('\n')
      ? []
      : [{ harm: 'out of order' as const, what: 'the desk shows another order than the archive' }]),
    ...waiting.map(({ body }) => ({ harm: 'stuck' as const, what: JSON.stringify(body) })),
  ]
}

function wrongIn(where: string, { agent, customer }: Written, found: readonly string[]): ChatViolation[] {
  const violations: ChatViolation[] = []
  for (const wanted of [agent, customer]) {
    const theirs = found.filter((text) => wanted.includes(text))
    const once = [...new Set(theirs)]
    for (const text of wanted) {
      const times = theirs.filter((one) => one === text).length
      if (times === 0) violations.push({ harm: 'lost', what: `${text} is not in ${where}` })
      if (times > 1) violations.push({ harm: 'doubled', what: `${text} is ${times} times in ${where}` })
    }
    const ordered = wanted.filter((text) => once.includes(text))
    if (once.join('\n') !== ordered.join('\n'))
      violations.push({ harm: 'out of order', what: `in ${where}: ${once.slice(0, 20).join(', ')}…` })
  }
  return violations
}
