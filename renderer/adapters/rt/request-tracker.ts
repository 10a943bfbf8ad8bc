import * as v from 'valibot'

import type { CaseSite } from '../../domain/setup.ts'
import type { CaseGateway } from '../../ports/case-gateway.ts'
import type { Answer, CaseSystem } from '../../ports/case-system.ts'
import { changeField } from './change.ts'
import { changesSince } from './changes.ts'
import { createContacts } from './contacts.ts'
import { createCase } from './create.ts'
import { historyOf } from './history.ts'
import { changeLink } from './links.ts'
import { listOfCases } from './lists.ts'
import { addMessage } from './messages.ts'
import { createPeople } from './people.ts'
import { queuesOf } from './queues.ts'
import { findCase } from './read-case.ts'
import { isNumber } from './ticket-sql.ts'
import { bytesOf } from './uploads.ts'
import { createWire, notUnderstood } from './wire.ts'
import type { Heard } from './wire.ts'

export interface RequestTrackerNeeds {
  readonly gateway: CaseGateway
  /** The agent, as RT calls them. */
  readonly user: string
  readonly site: Pick<CaseSite, 'clientIdField' | 'inactive'>
}

/** The case system of a site that has Request Tracker 5, by its REST 2.0. */
export function createRequestTracker({ gateway, user, site }: RequestTrackerNeeds): CaseSystem {
  const { clientIdField, inactive } = site
  const wire = createWire(gateway)
  const needs = { wire, people: createPeople(wire), user, clientIdField, inactive }
  const contacts = createContacts(wire)

  return {
    queues: async () => answerOf(await queuesOf(needs)),
    case: (number) => findCase(needs, number),
    history: async (number, after) => answerOf(await historyOf(needs, number, after)),
    attachment: async (id) => {
      if (!isNumber(id)) return gone
      const heard = await wire.get(`/attachment/${id}`, v.object({ Content: v.optional(v.string(), '') }))
      if (heard.kind !== 'answer') return heard
      const bytes = bytesOf(heard.value.Content)
      return bytes ? { kind: 'answer', value: bytes } : notUnderstood
    },
    list: async (which, limit) => answerOf(await listOfCases(needs, which, limit)),
    changes: async (since) => answerOf(await changesSince(wire, since)),
    contacts: async (by) => answerOf(await contacts(by)),
    create: (id, begun) => createCase(needs, id, begun),
    change: async (at, field, value) =>
      isNumber(at.number) ? changeField(needs, at, { field, value }) : gone,
    addNote: (number, message) => addMessage(needs, number, { kind: 'note', message }),
    reply: (number, message) => addMessage(needs, number, { kind: 'reply', message }),
    link: (at, link, remove) => changeLink(needs, at, { link, remove }),
  }
}

const gone = { kind: 'refused', why: 'gone', detail: '' } as const

const answerOf = <T>(heard: Heard<T>): Answer<T> =>
  heard.kind === 'answer' ? { kind: 'answer', value: heard.value } : heard
