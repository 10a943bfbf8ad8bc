import { within } from '../link/within.ts'
import { parseAddress } from './address.ts'
import { ns } from './namespaces.ts'
import { attributeOf, childOf, childrenOf } from './read-xml.ts'
import type { Answer, Request } from './requests.ts'
import { xml } from './xml-element.ts'

/** Where the server has its rooms, and where it takes files. */
export interface SiteServices {
  readonly rooms: string | undefined
  readonly upload: string | undefined
}

/** Of a server's parts so many are asked what they are, for so long (milliseconds). */
const mostParts = 20
const limit = 10_000

/** Asks the server of what it consists (XEP-0030). */
export async function findServices(
  domain: string,
  ask: (request: Request) => Promise<Answer>,
): Promise<SiteServices | undefined> {
  const answer = await ask({ type: 'get', to: domain, payload: xml('query', { xmlns: ns.discoItems }) })
  if (answer.kind !== 'result') return undefined
  const query = childOf(answer.stanza, ns.discoItems, 'query')
  const parts = query
    ? childrenOf(query, ns.discoItems, 'item')
        .map((item) => parseAddress(attributeOf(item, 'jid')))
        .filter((address) => address !== undefined && address.local === undefined)
        .slice(0, mostParts)
    : []
  const found: { rooms: string | undefined; upload: string | undefined } = {
    rooms: undefined,
    upload: undefined,
  }
  const asking = parts.map(async (part) => {
    const features = await featuresOf(part?.bare ?? '', ask)
    if (features.includes(ns.muc)) found.rooms ??= part?.bare
    if (features.includes(ns.upload)) found.upload ??= part?.bare
  })
  await within(limit, Promise.all(asking))
  return found
}

async function featuresOf(
  part: string,
  ask: (request: Request) => Promise<Answer>,
): Promise<readonly string[]> {
  const answer = await ask({ type: 'get', to: part, payload: xml('query', { xmlns: ns.discoInfo }) })
  const query = answer.kind === 'result' ? childOf(answer.stanza, ns.discoInfo, 'query') : undefined
  return query
    ? childrenOf(query, ns.discoInfo, 'feature').map((feature) => attributeOf(feature, 'var') ?? '')
    : []
}
