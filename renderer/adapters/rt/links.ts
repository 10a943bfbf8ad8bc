import { sameLink } from '../../domain/case.ts'
import type { CaseLink, LinkKind } from '../../domain/case.ts'
import type { Place, Written } from '../../ports/case-system.ts'
import { eventOfWrite } from './change.ts'
import type { HistoryNeeds } from './history.ts'
import { readBack, staleCase } from './read-case.ts'
import { isNumber, wellFormed } from './ticket-sql.ts'

/** RT's words for what a link says. */
const names: Readonly<Record<LinkKind, string>> = {
  'refers-to': 'RefersTo',
  'referred-to-by': 'ReferredToBy',
  'depends-on': 'DependsOn',
  'depended-on-by': 'DependedOnBy',
  parent: 'MemberOf',
  child: 'Members',
}

export async function changeLink(
  needs: HistoryNeeds,
  { number, revision }: Place,
  { link, remove }: { readonly link: CaseLink; readonly remove: boolean },
): Promise<Written> {
  const target = wellFormed(link.target)
  if (!isNumber(number)) return { kind: 'refused', why: 'gone', detail: '' }
  if (!isNumber(target) && !/^https?:\/\/\S+$/i.test(target))
    return { kind: 'refused', why: 'invalid', detail: 'link: neither a number nor an address of the web' }
  const told = await needs.wire.write(
    { method: 'PUT', path: `/ticket/${number}`, revision },
    { [`${remove ? 'Delete' : 'Add'}${names[link.kind]}`]: [target] },
  )
  if (told.kind === 'stale') return staleCase(needs, number)
  if (told.kind !== 'told') return told
  const back = await readBack(needs, number)
  if (back.kind !== 'read') return back
  const isThere = back.one.links.some((one) => sameLink(one, { kind: link.kind, target }))
  if (isThere === remove)
    return { kind: 'refused', why: 'invalid', detail: told.messages.join(' ').slice(0, 500) }
  const type = remove ? 'DeleteLink' : 'AddLink'
  const event = await eventOfWrite(needs, back.heard, { revision, is: ({ Type }) => Type === type })
  return event.kind === 'answer' ? { kind: 'written', case: back.one, event: event.value } : event
}
