import type { Archives } from '../archive/archives.ts'
import { ns } from '../namespaces.ts'
import { errorFor, payloadOf, resultOf, typeOf } from '../stanza.ts'
import type { Send, Stanza } from '../stanza.ts'
import { xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Session } from './session.ts'

export interface RequestsMeans {
  /** Addresses of the rooms, the upload and the components, with their names. */
  readonly services: readonly (readonly [address: string, name: string])[]
  readonly archives: Archives
  readonly send: Send
}

/** Requests to the server itself, of anybody. */
export function answerForServer(request: Stanza, { services, send }: RequestsMeans): void {
  const answer = serverAnswer(request, services)
  const sent = answer ?? errorFor(request, 'service-unavailable')
  if (sent) send(sent)
}

/** Requests of somebody about their own account. */
export function answerForOwner(session: Session, request: Stanza, means: RequestsMeans): void {
  const { archives, send } = means
  const asked = payloadOf(request)
  const namespace = asked?.getNS()
  if (namespace === ns.carbons) session.wantsCarbons = asked?.getName() === 'enable'
  if (namespace === ns.archive) session.readsArchive = true
  if (namespace === ns.carbons || namespace === ns.session) send(resultOf(request))
  else if (namespace === ns.roster) send(resultOf(request, xml('query', { xmlns: ns.roster })))
  else if (!archives.answer(request, session.account, send)) answerForServer(request, means)
}

function serverAnswer(request: Stanza, services: RequestsMeans['services']): Stanza | undefined {
  const asked = payloadOf(request)
  const namespace = asked?.getNS()
  if (typeOf(request) !== 'get' || asked?.attrs['node'] !== undefined) return undefined
  if (namespace === ns.ping) return resultOf(request)
  if (namespace === ns.info) return resultOf(request, information())
  if (namespace !== ns.items) return undefined
  const items = services.map(([jid, name]) => xml('item', { jid, name }))
  return resultOf(request, xml('query', { xmlns: ns.items }, ...items))
}

const features = [ns.info, ns.items, ns.ping, ns.carbons, ns.archive, ns.archiveMore, ns.ids]

const information = (): Xml =>
  xml(
    'query',
    { xmlns: ns.info },
    xml('identity', { category: 'server', type: 'im', name: 'Practice' }),
    ...features.map((name) => xml('feature', { var: name })),
  )
