import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Answering = (seen: Seen, response: ServerResponse) => void

export interface CaseServer {
  /** The address to configure. */
  readonly address: string
  readonly seen: readonly Seen[]
  /** What is asked, as `GET /REST/2.0/rt`. */
  readonly asked: () => readonly string[]
  /** Answers everything but the sign-in from now on. */
  answer(answering: Answering): void
  /** Ends every session, as a restart of the server does. */
  endSessions(): void
  changePassword(password: string): void
  stop(): Promise<void>
}

export const json = (response: ServerResponse, value: unknown, status = 200): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', etag: '"17"' })
    .end(JSON.stringify(value))

const token = '1-14-abcdef'

/** As the case system that it stands for, a cookie without a session is sent to a page, and nobody at all is refused. */
export async function startCaseServer(port = 0): Promise<CaseServer> {
  const seen: Seen[] = []
  let sessions = new Set<string>()
  let password = 'correct horse'
  let answering: Answering = (_seen, response) => json(response, { ok: true })

  function signIn({ body }: Seen, response: ServerResponse): void {
    const form = new URLSearchParams(body)
    const cookie = `s${seen.length}`
    response.setHeader('set-cookie', `SID=${cookie}; path=/; HttpOnly; SameSite=Lax`)
    if (form.get('user')?.toLowerCase() !== 'ada' || form.get('pass') !== password) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<form>Your username or password…</form>')
      return
    }
    sessions.add(cookie)
    response.writeHead(302, { location: '/' }).end()
  }

  function handle(one: Seen, response: ServerResponse): void {
    const cookie = /SID=(\w+)/.exec(one.headers.cookie ?? '')?.[1]
    if (one.url === '/NoAuth/Login.html') signIn(one, response)
    else if (one.url === '/NoAuth/Logout.html') {
      sessions.delete(cookie ?? '')
      response.writeHead(200, { 'content-type': 'text/html' }).end()
    } else if (one.headers.authorization !== `token ${token}` && !sessions.has(cookie ?? '')) {
      if (cookie === undefined)
        response.writeHead(401, { 'content-type': 'text/plain' }).end('Authorization required')
      else response.writeHead(302, { location: '/' }).end('Login required')
    } else if (one.url === '/REST/2.0/rt') json(response, { Version: '5.0.3' })
    else if (/^\/REST\/2\.0\/user\/ada$/i.test(one.url)) json(response, { Name: 'ada' })
    else answering(one, response)
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
      seen.push(one)
      handle(one, response)
    })
  })
  const address = await listen(server, port)
  return {
    address,
    seen,
    asked: () => seen.map(({ method, url }) => `${method} ${url}`),
    answer: (next) => (answering = next),
    endSessions: () => (sessions = new Set()),
    changePassword: (next) => (password = next),
    stop: () => stop(server),
  }
}

/** @returns the address */
export async function listen(server: Server, port = 0): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
