import { isLater } from '../../../renderer/domain/case-event.ts'
import { fieldOf, oneOf } from '../../../renderer/domain/case.ts'
import type { CaseNumber } from '../../../renderer/domain/case.ts'
import type {
  Answer,
  CaseList,
  CaseSystem,
  ContactSearch,
  Found,
  Message,
  Place,
  Written,
} from '../../../renderer/ports/case-system.ts'
import type { KeptCase } from './kept.ts'
import { contacts, queues, site } from './site.ts'
import type { CaseServer, Outcome } from './server.ts'
import type { Wire } from './wire.ts'

const answer = <T>(value: T): Answer<T> => ({ kind: 'answer', value })

const forbidden = { kind: 'refused', why: 'forbidden', detail: 'you may not see it' } as const

interface Needs {
  readonly server: CaseServer
  readonly user: string
  readonly wire: Wire
}

/** The server behind the port, for one agent over one wire. */
export function caseSystemOver({ server, user, wire }: Needs): CaseSystem {
  const read = <T>(name: string, of: string, apply: () => Answer<T>) =>
    wire.carry({ name, of, isWrite: false, words: '' }, { apply })

  /** The outcome, with the case read again. */
  function written(outcome: Outcome): Written {
    if (outcome.kind === 'refused') return outcome
    const one = server.standing(outcome.number)
    if (!one) throw new Error(`case ${outcome.number} was just written`)
    return { kind: 'written', case: server.asCase(one), event: outcome.event }
  }

  /** Only where this agent may, and only at the revision that they saw. */
  function writeAt(
    number: CaseNumber,
    revision: Place['revision'] | undefined,
    write: () => Outcome,
  ): Written {
    const one = server.standing(number)
    if (one?.isForbidden) return forbidden
    if (one && !one.isDeleted && revision !== undefined) {
      const now = server.asCase(one)
      if (now.revision !== revision) return { kind: 'stale', case: now }
    }
    return written(write())
  }

  /** Only to the case that is meant: its number may have been given to another since a backup was restored. */
  const say = (kind: 'note' | 'reply', number: CaseNumber, message: Message) =>
    change(kind, number, message.text, () => {
      const one = server.standing(number)
      const now =
        one?.number === number && !one.isDeleted && !one.isForbidden ? server.asCase(one) : undefined
      if (now && message.of !== undefined && now.id !== message.of) return { kind: 'stale', case: now }
      return writeAt(number, undefined, () => server[kind](user, number, message))
    })

  const change = (name: string, at: CaseNumber, words: string, apply: () => Written) =>
    wire.carry<Written>({ name, of: at, isWrite: true, words }, { apply })

  return {
    queues: () => read('queues', '', () => answer(queues)),
    case: (number) => read('case', number, () => found(server, number)),
    history: (number, after) =>
      read('history', number, () => {
        const one = server.standing(number)
        if (!one || one.isDeleted)
          return { kind: 'refused', why: 'gone', detail: `there is no case ${number}` }
        if (one.isForbidden) return forbidden
        return answer(server.events(one).filter(({ id }) => after === undefined || isLater(id, after)))
      }),
    attachment: (id) =>
      read('attachment', id, () => {
        const bytes = server.file(id)
        return bytes ? answer(bytes) : { kind: 'refused', why: 'gone', detail: `there is no file ${id}` }
      }),
    list: (which, limit) =>
      read('list', which.kind, () => answer(listed(server, user, which).slice(0, limit))),
    changes: (since) => read('changes', since?.event ?? '', () => answer(server.changes(since))),
    contacts: (by) => read('contacts', by.kind, () => answer(contacts.filter((one) => isMeant(one, by)))),

    create(id, begun) {
      const blindly = () => written(server.create(user, begun, id))
      const apply = () => {
        const known = server.byClientId(id)
        return known ? written({ kind: 'applied', number: known.number, event: undefined }) : blindly()
      }
      // Whoever sends it has looked for the id long before a late request arrives.
      const words = `${begun.text} ${[...begun.fields.values()].flat().join(' ')}`
      return wire.carry<Written>({ name: 'create', of: id, isWrite: true, words }, { apply, late: blindly })
    },
    change: ({ number, revision }, field, value) =>
      change('change', number, value.join(' '), () =>
        writeAt(number, revision, () => server.change(user, number, field, value)),
      ),
    addNote: (number, message) => say('note', number, message),
    reply: (number, message) => say('reply', number, message),
    link: ({ number, revision }, link, remove) =>
      change('link', number, link.target, () =>
        writeAt(number, revision, () => server.link(user, number, link, remove)),
      ),
  }
}

function found(server: CaseServer, number: CaseNumber): Answer<Found> {
  const one = server.standing(number)
  if (!one) return answer({ kind: 'absent' })
  if (one.isForbidden) return answer({ kind: 'forbidden' })
  if (one.number !== number) return answer({ kind: 'merged', into: one.number })
  return answer(one.isDeleted ? { kind: 'deleted' } : { kind: 'here', case: server.asCase(one) })
}

function listed(server: CaseServer, user: string, which: CaseList): readonly CaseNumber[] {
  return server
    .numbers()
    .flatMap((number) => server.kept(number) ?? [])
    .filter(
      (one) => !one.isDeleted && !one.isForbidden && one.mergedInto === undefined && isIn(one, user, which),
    )
    .map(({ number }) => number)
    .reverse()
}

function isIn(one: KeptCase, user: string, which: CaseList): boolean {
  const isActive = !site.inactive.includes(oneOf(one, 'status') ?? '')
  switch (which.kind) {
    case 'mine':
      return isActive && oneOf(one, 'owner') === user
    case 'queue':
      return isActive && oneOf(one, 'queue') === which.queue
    case 'of-contact':
      return fieldOf(one, 'requestors').includes(which.address)
    case 'text':
      return (oneOf(one, 'subject') ?? '').includes(which.text)
    case 'client-id':
      return one.clientId === which.id
  }
}

function isMeant(one: (typeof contacts)[number], by: ContactSearch): boolean {
  switch (by.kind) {
    case 'number':
      return one.numbers.includes(by.number)
    case 'address':
      return one.address === by.address
    case 'text':
      return one.name.includes(by.text)
  }
}
