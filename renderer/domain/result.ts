/** An expected failure is a value: offline, busy, refused. A bug throws. */
export type Result<T, P> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

export const done: Result<undefined, never> = { ok: true, value: undefined }

export const failed = <P>(problem: P): Result<never, P> => ({ ok: false, problem })
