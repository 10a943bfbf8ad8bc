import { problem } from '../domain/problem.ts'
import type { ComputerNews } from '../ports/desktop.ts'
import type { LinkFact, Telephony } from '../ports/telephony.ts'
import { downSince, linkUp } from '../state/shift-store.ts'
import type { Link, ShiftStore } from '../state/shift-store.ts'
import type { Availability } from './availability.ts'
import type { Problems } from './problems.ts'

export interface LinkWatchNeeds {
  readonly telephony: Pick<Telephony, 'listen' | 'doubtLink'>
  readonly computer: Pick<ComputerNews, 'onWoke' | 'onNetwork'>
  readonly availability: Pick<Availability, 'stopTakingCalls'>
  readonly shift: ShiftStore
  readonly problems: Problems
}

/** Shows how the link is, and has it looked at when the computer tells of something that may have broken it. */
export function createLinkWatch({ telephony, computer, availability, shift, problems }: LinkWatchNeeds) {
  const since = (at: number): number => downSince(shift.getState().link, at)

  function follow(fact: LinkFact): void {
    const down = (link: Link): void => shift.setState({ link })
    switch (fact.kind) {
      case 'link-lost':
        down({ kind: 'trying', since: fact.at })
        problems.show(problem('link-lost'))
        break
      case 'link-waiting':
        down({ kind: 'waiting', since: since(fact.at), retryAt: fact.retryAt })
        break
      case 'link-trying':
        down({ kind: 'trying', since: since(fact.at) })
        break
      case 'link-back':
        shift.setState({ link: linkUp })
        problems.clear('link-lost')
        break
      case 'signed-out-by-server':
        shift.setState({ link: { kind: 'signed-out' } })
        availability.stopTakingCalls()
        problems.clear('link-lost')
        problems.show(problem('signed-out'))
        break
    }
  }

  const undos = [
    telephony.listen((fact) => {
      if (!('call' in fact)) follow(fact)
    }),
    computer.onWoke(() => telephony.doubtLink('wake')),
    computer.onNetwork((why) => telephony.doubtLink(why)),
  ]

  return {
    retry: (): void => telephony.doubtLink('asked'),
    stop: (): void => undos.forEach((undo) => undo()),
  }
}
