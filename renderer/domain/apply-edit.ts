import { sameLink, withField } from './case.ts'
import type { Case } from './case.ts'
import type { OutboxEntry } from './outbox.ts'
import { byOrder, isUnderWay } from './outbox.ts'
import { unreachable } from './unreachable.ts'

/** The case as it will be when what was written here has arrived. */
export function withEntries(server: Case, entries: readonly OutboxEntry[]): Case {
  return entries.filter(isUnderWay).sort(byOrder).reduce(withEntry, server)
}

function withEntry(one: Case, { edit, writtenAt }: OutboxEntry): Case {
  const updatedAt = Math.max(one.updatedAt, writtenAt)
  switch (edit.kind) {
    case 'create':
      return { ...one, updatedAt, fields: new Map([...one.fields, ...edit.fields]) }
    case 'change':
      return { ...one, updatedAt, fields: withField(one.fields, edit.step.field, edit.step.after) }
    case 'note':
    case 'reply':
      return { ...one, updatedAt }
    case 'link': {
      const others = one.links.filter((link) => !sameLink(link, edit.link))
      return { ...one, updatedAt, links: edit.remove ? others : [...others, edit.link] }
    }
    default:
      return unreachable(edit)
  }
}

/** A case that was begun here and that the case system has not seen. */
export function newCase(entry: OutboxEntry): Case {
  const fields = entry.edit.kind === 'create' ? entry.edit.fields : new Map()
  const { case: id, writtenAt } = entry
  return {
    ...{ id, number: undefined, revision: undefined, nextStatuses: undefined, links: [] },
    ...{ createdAt: writtenAt, updatedAt: writtenAt, fields },
  }
}
