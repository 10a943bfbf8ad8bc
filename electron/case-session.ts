import type { ProblemCode } from '../renderer/domain/problem.ts'
import type { CaseAccount, Realm } from '../renderer/domain/setup.ts'
import { placeOf } from './case-address.ts'
import { exchange } from './case-exchange.ts'
import type { Asked, CaseWeb, Exchanged, ExchangeLimits } from './case-exchange.ts'

/** Who is signed in where. */
export interface CaseSession {
  readonly realm: Realm
  readonly server: string
  readonly account: CaseAccount
}

export interface CaseDoor {
  readonly web: CaseWeb
  /** Without "Mozilla": to a browser such systems answer with a page where they should refuse. */
  readonly userAgent: string
  readonly limits: ExchangeLimits
}

/** Why a sign-in does not work; `undefined` when it does. */
type NotSignedIn = Extract<ProblemCode, 'cases-wrong-password' | 'cases-unreachable' | 'cases-not-understood'>

/** A token goes with every request, and no cookie then; a password only to the form that begins a session. */
export const askAs = (
  { web, userAgent, limits }: CaseDoor,
  { account }: CaseSession,
  asked: Omit<Asked, 'cookies'>,
): Promise<Exchanged> =>
  exchange(web, limits, {
    ...asked,
    headers: {
      ...asked.headers,
      'user-agent': userAgent,
      ...(account.kind === 'token' && { authorization: `token ${account.secret}` }),
    },
    cookies: account.kind === 'password',
  })

/** Begins a session anew, and proves that it holds. */
export async function begin(door: CaseDoor, session: CaseSession): Promise<NotSignedIn | undefined> {
  await door.web.forgetCookies()
  const form = session.account.kind === 'password' ? await sendForm(door, session) : undefined
  if (form?.kind === 'unreached') return 'cases-unreachable'
  if (form?.kind === 'answer' && form.status >= 500) return 'cases-not-understood'
  const proof = await askAs(door, session, {
    url: `${placeOf(session.server, 'api')}/rt`,
    method: 'GET',
    headers: { accept: 'application/json' },
  })
  return whyRefused(proof, form)
}

/** @param form what the form answered, where one was sent */
function whyRefused(proof: Exchanged, form: Exchanged | undefined): NotSignedIn | undefined {
  switch (proof.kind) {
    case 'unreached':
      return 'cases-unreachable'
    case 'redirected':
      // Who has a cookie and no session is sent to a page. Whoever sends everybody elsewhere is not the case system.
      return form?.kind === 'answer' ? 'cases-wrong-password' : 'cases-not-understood'
    case 'answer':
      if (proof.status === 401 || proof.status === 403) return 'cases-wrong-password'
      return proof.status === 200 && objectIn(proof) ? undefined : 'cases-not-understood'
  }
}

const sendForm = (door: CaseDoor, session: CaseSession): Promise<Exchanged> =>
  askAs(door, session, {
    url: placeOf(session.server, 'signIn'),
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ user: session.account.user, pass: session.account.secret }).toString(),
  })

/** The user as the case system writes them; as they were given where it does not say. */
export async function nameOf(door: CaseDoor, session: CaseSession): Promise<string> {
  const { user } = session.account
  const answer = await askAs(door, session, {
    url: `${placeOf(session.server, 'api')}/user/${encodeURIComponent(user)}`,
    method: 'GET',
    headers: { accept: 'application/json' },
  })
  const found = answer.kind === 'answer' && answer.status === 200 ? objectIn(answer)?.['Name'] : undefined
  return typeof found === 'string' && found.toLowerCase() === user.toLowerCase() ? found : user
}

/** Ends it at the server too, where that can be reached, and forgets its cookies in any case. */
export async function end(door: CaseDoor, session: CaseSession): Promise<void> {
  if (session.account.kind === 'password')
    await askAs(door, session, { url: placeOf(session.server, 'signOut'), method: 'GET', headers: {} })
  await door.web.forgetCookies()
}

function objectIn({
  type,
  body,
}: Extract<Exchanged, { kind: 'answer' }>): Partial<Record<string, unknown>> | undefined {
  if (type !== 'application/json') return undefined
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
