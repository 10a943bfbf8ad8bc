import { register } from 'node:module'

const standIn = new URL('../../stand-ins/strophe-in-node.ts', import.meta.url).href

/**
 * Puts Strophe as a window has it in the place of its build for Node, for whatever is imported from now on; vitest is told
 * so by its configuration.
 */
export function useStropheOfTheWindow(): void {
  const hook = `export const resolve = (name, context, next) => next(name === 'strophe.js' ? '${standIn}' : name, context)`
  register(`data:text/javascript,${encodeURIComponent(hook)}`)
}
