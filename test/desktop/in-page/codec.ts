/*
 * JSON for the values that Electron's IPC carries (the structured clone algorithm, HTML 2.7.3, without cycles).
 * The functions are used in Node and are injected into pages as text: they may use one another, their arguments and
 * what both sides have, and nothing else.
 */

interface Tagged {
  readonly type: string
  readonly value?: unknown
}

/** @throws Error in Electron's words for what cannot be cloned, such as a function. */
export function encode(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (value === undefined) return { type: 'undefined' }
  if (typeof value === 'bigint') return { type: 'bigint', value: String(value) }
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value
    return { type: 'number', value: Object.is(value, -0) ? '-0' : String(value) }
  }
  if (typeof value !== 'object') throw new Error('An object could not be cloned.')
  if (Array.isArray(value)) return value.map((item) => encode(item))
  return encodeObject(value)
}

export function encodeObject(value: object): Tagged {
  if (value instanceof Date) return { type: 'Date', value: value.getTime() }
  if (value instanceof Map) return { type: 'Map', value: encode([...value]) }
  if (value instanceof Set) return { type: 'Set', value: encode([...value]) }
  if (value instanceof Error) return { type: 'Error', value: [value.name, value.message, value.stack ?? ''] }
  if (value instanceof ArrayBuffer) return { type: 'ArrayBuffer', value: toBase64(new Uint8Array(value)) }
  if (value instanceof Uint8Array) return { type: 'Uint8Array', value: toBase64(value) }
  if (ArrayBuffer.isView(value))
    throw new Error('stand-in: sending this kind of array is not imitated; see docs/stand-in.md')
  if (Object.prototype.toString.call(value) !== '[object Object]')
    throw new Error('An object could not be cloned.')
  return { type: 'Object', value: Object.entries(value).map(([key, item]) => [key, encode(item)]) }
}

export function decode(encoded: unknown): unknown {
  if (Array.isArray(encoded)) return encoded.map((item) => decode(item))
  if (encoded === null || typeof encoded !== 'object') return encoded
  const { type, value } = encoded as Tagged
  const decoders: Readonly<Record<string, () => unknown>> = {
    undefined: () => undefined,
    bigint: () => BigInt(value as string),
    number: () => Number(value),
    Date: () => new Date(value as number),
    Map: () => new Map(decode(value) as [unknown, unknown][]),
    Set: () => new Set(decode(value) as unknown[]),
    Error: () => decodeError(value as [string, string, string]),
    ArrayBuffer: () => fromBase64(value as string).buffer,
    Uint8Array: () => fromBase64(value as string),
    Object: () =>
      Object.fromEntries((value as [string, unknown][]).map(([key, item]) => [key, decode(item)])),
  }
  return decoders[type]?.()
}

export function decodeError([name, message, stack]: [string, string, string]): Error {
  return Object.assign(new Error(message), { name, stack })
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // A call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x2000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x2000))
  return btoa(binary)
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}
