import type { ProblemCode } from '../../domain/problem.ts'
import { ns } from './namespaces.ts'
import { attributeOf, childOf, childrenOf, ownChildOf, textOf } from './read-xml.ts'
import type { Answer } from './requests.ts'
import { webAddress } from './shared-file.ts'
import { xml } from './xml-element.ts'

export interface UploadSlot {
  readonly put: string
  readonly get: string
  readonly headers: readonly (readonly [string, string])[]
}

/** XEP-0363 §5.1: the others are the browser's own, or could be used to fake a request. */
const allowedHeaders = ['authorization', 'cookie', 'expires']

export const slotRequest = (file: { readonly name: string; readonly type: string; readonly size: number }) =>
  xml('request', {
    xmlns: ns.upload,
    filename: file.name,
    size: String(file.size),
    'content-type': file.type,
  })

export function parseSlot(answer: Answer): UploadSlot | ProblemCode {
  if (answer.kind === 'silent') return 'chat-unreachable'
  if (answer.kind === 'error') {
    const error = ownChildOf(answer.stanza, 'error')
    if (childOf(error, ns.upload, 'file-too-large')) return 'file-too-large'
    return answer.isForNow ? 'chat-unreachable' : 'chat-file-refused'
  }
  const slot = childOf(answer.stanza, ns.upload, 'slot')
  const put = childOf(slot, ns.upload, 'put')
  const [to, from] = [put, childOf(slot, ns.upload, 'get')].map((element) =>
    webAddress(attributeOf(element, 'url')),
  )
  if (!put || !to || !from) return 'chat-file-refused'
  const headers = childrenOf(put, ns.upload, 'header')
    .map((header) => [attributeOf(header, 'name') ?? '', textOf(header).replace(/[\r\n]/gu, '')] as const)
    .filter(([name]) => allowedHeaders.includes(name.toLowerCase()))
  return { put: to.href, get: from.href, headers }
}
