import { xml, type Element } from '@xmpp/client'

import { ns } from './namespaces.ts'

interface File {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Asks for a place for a file and puts it there (XEP-0363 §4 and §5); resolves to the address at which it is. */
export async function upload(
  server: string,
  ask: (iq: Element) => Promise<Element>,
  { name, type, bytes }: File,
): Promise<string> {
  const wanted = { xmlns: ns.upload, filename: name, size: String(bytes.length), 'content-type': type }
  const answer = await ask(xml('iq', { type: 'get', to: server }, xml('request', wanted)))
  const slot = answer.getChild('slot', ns.upload)
  const [put, get] = [slot?.getChild('put'), slot?.getChild('get')]
  if (!put || !get) throw new Error('the server gave no place for a file')
  const headers = put.getChildren('header').map((one) => [one.attrs['name'] ?? '', one.text()] as const)
  const target = put.attrs['url'] ?? ''
  const { status } = await fetch(target, {
    method: 'PUT',
    headers: { 'content-type': type, ...Object.fromEntries(headers) },
    body: new Uint8Array(bytes),
  })
  if (status !== 201) throw new Error(`the file was not taken: ${String(status)}`)
  return get.attrs['url'] ?? ''
}
