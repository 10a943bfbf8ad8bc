/** What a window asks of the case system, through the main process: it names no host and carries no credential. */
export interface CaseRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below the configured prefix: begins with `/`, may have a query, climbs nowhere. */
  readonly path: string
  /** JSON. */
  readonly body?: string | undefined
  /** The revision that must still stand (If-Match, RFC 9110 §13.1.1). */
  readonly revision?: string | undefined
}

/** What came of it. Redirects are not followed: one means that the session has ended. */
export type CaseAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** The media type, without its parameters, in lower case. */
      readonly type: string
      readonly etag: string | undefined
      readonly body: string
    }
  /** `no`: nothing has reached the server for sure. `perhaps`: it may have been done. */
  | { readonly kind: 'unreached'; readonly arrived: 'no' | 'perhaps' }
  | { readonly kind: 'signed-out' }
