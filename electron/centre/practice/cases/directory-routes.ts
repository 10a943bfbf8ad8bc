import { fits } from './json-query.ts'
import { queryIn } from './list-routes.ts'
import { ordered } from './ordering.ts'
import { countedList, uncountedList } from './paging.ts'
import { nobodyId, systemId } from './records.ts'
import { answer, notFound } from './request.ts'
import type { Reply, TrackerRequest } from './request.ts'
import { shownFields } from './showing.ts'
import { selfLink } from './views.ts'

/** What agents may search and see of people: RT's setting `UserSummaryExtraInfo`, as docs/case-system.md wants it. */
const summary = ['RealName', 'Name', 'EmailAddress', 'MobilePhone', 'WorkPhone', 'HomePhone']

/** A condition on any other field is passed over, so that everybody is found. */
export function listPeople(request: TrackerRequest): Reply {
  const { book, views, showing } = request
  const query = queryIn(request)
  const found = book.ledger.people
    .filter(({ id }) => id !== systemId && id !== nobodyId)
    .map((person) => views.person(person))
    .filter(({ field }) => fits(query, summary, field))
  const byName = ordered(found, ['Name'], new URLSearchParams({ orderby: 'Name' }))
  return answer(countedList(ordered(byName, [...summary, 'id'], showing.query), '/users', showing))
}

/** By number or name. */
export function showPerson({ book, user, views, showing }: TrackerRequest, wanted: string): Reply {
  const person = book.ledger.people.find(
    ({ id, name }) => String(id) === wanted || name.toLowerCase() === wanted.toLowerCase(),
  )
  if (!person) return notFound
  const { base } = showing
  return answer({
    ...shownFields(summary, views.person(person).field, showing),
    ...(person.id === user.id && { id: person.id, Disabled: '0', Memberships: [] }),
    Privileged: person.privileged ? 1 : 0,
    _hyperlinks: [
      selfLink(base, 'user', person.id),
      { ref: 'history', _url: `${base}/user/${person.id}/history` },
    ],
  })
}

export function listQueues({ book, user, views, showing }: TrackerRequest): Reply {
  const seen = (queue: (typeof book.ledger.queues)[number]) =>
    book.sees(user, queue.id) ? views.queue(queue) : undefined
  return answer(uncountedList(book.ledger.queues, seen, showing))
}

/** By the queue's number alone: RT knows no such list under its name. */
export function listQueueFields({ book, user, views, showing }: TrackerRequest, id: string): Reply {
  const fields = book.sees(user, Number(id)) ? book.fieldsOf(Number(id)) : []
  const byName = [...fields].sort((a, b) => (a.name < b.name ? -1 : 1))
  return answer(uncountedList(byName, (field) => views.field(field), showing))
}

export function listFieldValues({ book, showing }: TrackerRequest, id: string): Reply {
  const values = book.ledger.fields.find((field) => String(field.id) === id)?.values ?? []
  const items = values.map((name, at) => {
    const own = Number(id) * 1000 + at
    return { type: 'customfieldvalue', id: own, name, _url: `${showing.base}/customfield/${id}/value/${own}` }
  })
  return answer({ count: items.length, total: items.length, page: 1, per_page: 20, items })
}
