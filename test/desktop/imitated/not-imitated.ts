/** The app asked for something of Electron's that the stand-in does not have: a bug of the app or a gap to fill. */
export class NotImitatedError extends Error {
  constructor(what: string) {
    super(`stand-in: ${what} is not imitated; see docs/stand-in.md`)
    this.name = 'NotImitatedError'
  }
}

/** Asked of every object by promises, JSON, bundlers and inspectors: absent, not refused. */
const probed = new Set(['then', 'toJSON', 'inspect', '__esModule'])

/** What may still be asked of an object that has been destroyed. */
const afterTheEnd = ['isDestroyed', 'on', 'once', 'off', 'removeListener']

/**
 * Wraps an imitated object so that reading or setting anything that it does not have throws a NotImitatedError,
 * where JavaScript would say `undefined`. Its methods stay bound to it. Once `isDestroyed`, it refuses its use in
 * Electron's words.
 */
export function strict<T extends object>(name: string, target: T, isDestroyed = (): boolean => false): T {
  const bound = new WeakMap<object, unknown>()

  const bind = (method: object): unknown => {
    const known = bound.get(method)
    if (known !== undefined) return known
    const call = (...args: unknown[]): unknown => {
      const result: unknown = Reflect.apply(method as () => unknown, target, args)
      return result === target ? proxy : result
    }
    bound.set(method, call)
    return call
  }

  const proxy: T = new Proxy(target, {
    get(_target, key) {
      if (typeof key === 'string' && !probed.has(key) && !(key in target))
        throw new NotImitatedError(`${name}.${key}`)
      if (typeof key === 'string' && !afterTheEnd.includes(key) && !probed.has(key) && isDestroyed())
        throw new TypeError('Object has been destroyed')
      const value: unknown = Reflect.get(target, key)
      // A class has a prototype of its own and must stay constructible; a method has none.
      return typeof value === 'function' && !Object.hasOwn(value, 'prototype') ? bind(value) : value
    },
    set(_target, key, value) {
      if (!(key in target)) throw new NotImitatedError(`setting ${name}.${String(key)}`)
      return Reflect.set(target, key, value)
    },
  })
  return proxy
}

/** Throws for the first key of `given` that is not among `known`. */
export function refuseUnknownOptions(name: string, given: object, known: readonly string[]): void {
  for (const key of Object.keys(given))
    if (!known.includes(key)) throw new NotImitatedError(`the option ${name}.${key}`)
}
