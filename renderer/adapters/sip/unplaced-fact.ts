import type { CallFact } from '../../domain/call.ts'

type WithoutPlace<F> = F extends CallFact ? Omit<F, 'call' | 'at'> & { readonly at?: number } : never

/** What a call tells before it is known which call it is, and, if it is now, when. */
export type UnplacedFact = WithoutPlace<CallFact>
