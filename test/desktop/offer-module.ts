import Module from 'node:module'

type Load = (request: string, ...rest: unknown[]) => unknown

/** Lets `require('electron')` in the app's main process give `electron`, whatever is installed under that name. */
export function offerModule(electron: object): void {
  // The function behind every require of Node's; it has no public name.
  const load = Reflect.get(Module, '_load') as Load
  const offer: Load = (request, ...rest) =>
    request === 'electron' || request === 'electron/main'
      ? electron
      : Reflect.apply(load, Module, [request, ...rest])
  Reflect.set(Module, '_load', offer)
}
