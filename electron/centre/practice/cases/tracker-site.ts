import type { Book } from './book.ts'
import type { Answered, Knock } from './door.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import { refuse } from './request.ts'
import type { Reply } from './request.ts'
import { route } from './routes.ts'
import { pageFor } from './sign-in-page.ts'
import { Views } from './views.ts'

const restPrefix = '/REST/2.0'

/** RT's web pages for signing in, and its REST interface, below one address. */
export class TrackerSite {
  readonly #book: Book
  readonly #doorkeeper: Doorkeeper
  readonly #address: string
  readonly #views: Views

  /** @param address without a slash at its end */
  constructor(book: Book, doorkeeper: Doorkeeper, address: string) {
    this.#book = book
    this.#doorkeeper = doorkeeper
    this.#address = address
    this.#views = new Views(book, address + restPrefix)
  }

  answer(knock: Knock): Answered {
    const { pathname, searchParams } = partsOf(knock.url)
    const page = pageFor({ ...knock, path: pathname }, this.#doorkeeper)
    if (page) return { status: page.status, headers: page.headers, body: page.html }
    if (!pathname.startsWith(`${restPrefix}/`)) return asJson(refuse(404, 'Not Found'))
    const name = this.#doorkeeper.whoAsks(knock.headers)
    const user = name === undefined ? undefined : this.#book.personCalled(name)
    if (!user) return this.#unauthorized(knock)
    const reply = route({
      ...{ method: knock.method, path: pathname.slice(restPrefix.length), headers: knock.headers },
      ...{ body: knock.body, user, book: this.#book, views: this.#views },
      showing: { base: this.#address + restPrefix, query: searchParams },
    })
    return knock.method === 'HEAD' ? { ...asJson(reply), body: '' } : asJson(reply)
  }

  /** A browser, or what RT takes for one because it has a cookie, is sent to the sign-in page. */
  #unauthorized({ headers }: Knock): Answered {
    const isBrowser = headers.cookie !== undefined || (headers['user-agent'] ?? '').includes('Mozilla')
    if (!isBrowser) return asJson(refuse(401, 'Unauthorized'))
    const { pathname } = new URL(this.#address)
    return { status: 302, headers: { location: `${pathname}/` }, body: 'Login required' }
  }
}

/** By hand: what is no address for `URL` must not throw here. */
function partsOf(url: string): { readonly pathname: string; readonly searchParams: URLSearchParams } {
  const at = url.indexOf('?')
  return {
    pathname: at < 0 ? url : url.slice(0, at),
    searchParams: new URLSearchParams(at < 0 ? '' : url.slice(at + 1)),
  }
}

function asJson({ status, headers = {}, body }: Reply): Answered {
  if (status === 304) return { status, headers, body: '' }
  return {
    status,
    headers: { 'content-type': 'application/json; charset="utf-8"', ...headers },
    body: body === undefined ? '' : JSON.stringify(body),
  }
}
