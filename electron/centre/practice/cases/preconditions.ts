import { KnownFault } from './refusal.ts'
import { refuse } from './request.ts'
import type { Reply, TrackerRequest } from './request.ts'

const isJson = (type = ''): boolean => /^application\/json\s*(?:;|$)/i.test(type)

/**
 * RFC 9110 §13 as far as RT has it. A time in a condition is more than it can bear.
 * @param etag `undefined` where the record has none
 */
export function failedCondition(
  { method, headers }: TrackerRequest,
  etag: string | undefined,
): Reply | undefined {
  if (headers['if-unmodified-since'] !== undefined || headers['if-modified-since'] !== undefined)
    throw new KnownFault('a condition with a time')
  const match = headers['if-match']
  if (match !== undefined && !names(match, etag)) return refuse(412, 'Precondition Failed')
  const noneMatch = headers['if-none-match']
  if (noneMatch === undefined || !names(noneMatch, etag)) return undefined
  return method === 'GET' || method === 'HEAD'
    ? { status: 304, headers: { etag: `"${etag ?? ''}"` } }
    : refuse(412, 'Precondition Failed')
}

const names = (list: string, etag: string | undefined): boolean =>
  etag !== undefined &&
  list.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^"(.*)"$/, '$1')))

/** RT changes nothing without a body of JSON, an empty object at least. */
export const unsupported = ({ headers }: TrackerRequest): Reply | undefined =>
  isJson(headers['content-type']) ? undefined : refuse(415, 'Unsupported Media Type')

export const hasJson = ({ headers }: TrackerRequest): boolean => isJson(headers['content-type'])
