import type { LibraryWorker } from './create-packs.ts'
import address from './library.worker.ts?worker&url'

interface Policy {
  readonly createScriptURL: (url: string) => string
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy
}

/** The one script that may run beside the window's: the policy lets no other address through (Trusted Types §4.1). */
export function startLibraryWorker(): LibraryWorker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const rules: Policy = { createScriptURL: (url) => url }
  const policy = trustedTypes?.createPolicy('library-worker', rules) ?? rules
  return new Worker(policy.createScriptURL(address), { type: 'module' })
}
