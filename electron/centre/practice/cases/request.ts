import type { IncomingHttpHeaders } from 'node:http'
import type { Book } from './book.ts'
import type { Person } from './records.ts'
import type { Showing } from './showing.ts'
import type { Views } from './views.ts'

/** A request to the REST interface by somebody who has signed in. */
export interface TrackerRequest {
  readonly method: string
  /** Below `/REST/2.0`. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly user: Person
  readonly book: Book
  readonly views: Views
  readonly showing: Showing
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON; `undefined` for none. */
  readonly body?: unknown
}

export const answer = (body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  ...{ status: 200, body, headers },
})

export const refuse = (status: number, message: string): Reply => ({ status, body: { message } })

export const forbidden = refuse(403, 'Forbidden')
export const notFound = refuse(404, 'Not Found')
