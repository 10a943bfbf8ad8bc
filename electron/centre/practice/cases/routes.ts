import { listFieldValues, listPeople, listQueueFields, listQueues, showPerson } from './directory-routes.ts'
import {
  listFilesOfTicket,
  listFilesOfTransaction,
  listHistory,
  listTickets,
  listTransactions,
} from './list-routes.ts'
import type { OwnerAction } from './ownership.ts'
import { showCustomField, showFile, showQueue, showTransaction } from './record-routes.ts'
import { KnownFault, Refusal } from './refusal.ts'
import { answer, notFound, refuse } from './request.ts'
import type { Reply, TrackerRequest } from './request.ts'
import {
  changeOwner,
  changeTicket,
  createByRequest,
  createOverExisting,
  sayToTicket,
  showTicket,
} from './ticket-routes.ts'

/** The version whose answers were taken down. */
const version = '5.0.3+dfsg-3~deb12u6'

type Route = (request: TrackerRequest, ...parts: readonly string[]) => Reply
type Methods = Readonly<Partial<Record<string, Route>>>

const both = (route: Route): Methods => ({ GET: route, POST: route })

const owner =
  (action: OwnerAction): Route =>
  (request, id = '') =>
    changeOwner(request, id, action)

const routes: readonly (readonly [RegExp, Methods])[] = [
  [/^\/rt$/, { GET: () => answer({ Version: version }) }],
  [/^\/ticket\/?$/, { GET: () => notFound, PUT: () => notFound, POST: createByRequest }],
  [
    /^\/ticket\/(\d+)\/?$/,
    {
      GET: (request, id = '') => showTicket(request, id),
      PUT: (request, id = '') => changeTicket(request, id),
      POST: (request, id = '') => createOverExisting(request, id),
    },
  ],
  [/^\/ticket\/(\d+)\/take$/, { PUT: owner('take') }],
  [/^\/ticket\/(\d+)\/untake$/, { PUT: owner('untake') }],
  [/^\/ticket\/(\d+)\/steal$/, { PUT: owner('steal') }],
  [/^\/ticket\/(\d+)\/comment$/, { POST: (request, id = '') => sayToTicket(request, id, 'comment') }],
  [/^\/ticket\/(\d+)\/correspond$/, { POST: (request, id = '') => sayToTicket(request, id, 'correspond') }],
  [/^\/ticket\/(\d+)\/history\/?$/, both((request, id = '') => listHistory(request, id))],
  [/^\/ticket\/(\d+)\/attachments\/?$/, both((request, id = '') => listFilesOfTicket(request, id))],
  [/^\/tickets\/?$/, both(listTickets)],
  [/^\/transactions\/?$/, both(listTransactions)],
  [/^\/transaction\/(\d+)\/?$/, { GET: (request, id = '') => showTransaction(request, id) }],
  [/^\/transaction\/(\d+)\/attachments\/?$/, both((request, id = '') => listFilesOfTransaction(request, id))],
  [/^\/attachment\/(\d+)\/?$/, { GET: (request, id = '') => showFile(request, id) }],
  [/^\/users\/?$/, both(listPeople)],
  [/^\/user\/([^/]+)\/?$/, { GET: (request, name = '') => showPerson(request, name) }],
  [/^\/queues\/all\/?$/, both(listQueues)],
  [/^\/queue\/([^/]+)\/?$/, { GET: (request, wanted = '') => showQueue(request, wanted) }],
  [/^\/queue\/(\d+)\/customfields\/?$/, both((request, id = '') => listQueueFields(request, id))],
  [/^\/customfield\/(\d+)\/?$/, { GET: (request, id = '') => showCustomField(request, id) }],
  [/^\/customfield\/(\d+)\/values\/?$/, both((request, id = '') => listFieldValues(request, id))],
]

const knownMethods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']

/** Answers one request. What RT dies of is a 500 without a body; what we die of is a bug, and throws. */
export function route(request: TrackerRequest): Reply {
  const { method, path } = request
  for (const [pattern, methods] of routes) {
    const match = pattern.exec(path)
    if (!match) continue
    if (!knownMethods.includes(method)) return refuse(501, 'Not Implemented')
    const handler = methods[method === 'HEAD' ? 'GET' : method]
    if (!handler) return refuse(405, 'Method Not Allowed')
    if (!acceptsJson(request)) return refuse(406, 'Not Acceptable')
    return guarded(() => handler(request, ...match.slice(1).map(unescaped)))
  }
  return notFound
}

function guarded(handle: () => Reply): Reply {
  try {
    return handle()
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.status, error.message)
    if (error instanceof KnownFault) return { status: 500 }
    throw error
  }
}

const acceptsJson = ({ headers: { accept = '*/*' } }: TrackerRequest): boolean =>
  /\*\/\*|application\/(?:json|\*)/i.test(accept)

/** A path may hold any character as `%20`. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
