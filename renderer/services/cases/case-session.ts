import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Result } from '../../domain/result.ts'
import type { CaseAccount } from '../../domain/setup.ts'
import type { CaseNeeds, CaseShift } from './case-shift.ts'
import type { CaseLink } from './case-link.ts'

/** Milliseconds: a session that ends again so soon is not mended by signing in once more. */
const quiet = 5 * 60_000

export interface SessionNeeds extends Pick<
  CaseNeeds,
  'access' | 'systemFor' | 'state' | 'problems' | 'timing'
> {
  readonly shift: () => CaseShift | undefined
  readonly link: CaseLink
  /** Somebody is signed in: there may be something to fetch and to send. */
  readonly onSignedIn: () => void
}

/** Who the agent is for the case system. A sign-in that does not work keeps nobody from writing. */
export function createCaseSession({
  access,
  systemFor,
  state,
  problems,
  shift,
  link,
  onSignedIn,
  timing,
}: SessionNeeds) {
  function taken(current: CaseShift, user: string): void {
    current.user = user
    current.system = systemFor(user, current.site)
    problems.clear('cases-sign-in-needed', 'cases-wrong-password', 'cases-unreachable')
    state.setState({ user, asking: undefined })
    link.answered()
    onSignedIn()
  }

  function ask(current: CaseShift, user = ''): void {
    const kind = current.site.account === 'token' ? 'token' : 'password'
    state.setState({ asking: { kind, user, busy: false } })
  }

  async function enter(): Promise<void> {
    const current = shift()
    if (!current) return
    const { account } = current
    const result: Result<string, Problem> = await access.signIn(current.realm, account)
    if (shift() !== current) return
    if (result.ok) {
      taken(current, result.value)
      return
    }
    const { code } = result.problem
    if (code === 'cases-sign-in-needed' || code === 'cases-wrong-password') {
      link.signedOut()
      current.account = undefined
      ask(current, account?.user ?? current.user)
      // A form that was filled in wrongly says so; one that is seen for the first time says it by being there.
      if (account || current.endedAt !== undefined) problems.show(result.problem)
      return
    }
    link.lost(true)
  }

  return {
    enter,
    /** With what the agent has typed. */
    async signIn({ user, secret }: Pick<CaseAccount, 'user' | 'secret'>): Promise<void> {
      const current = shift()
      const { asking } = state.getState()
      if (!current || !asking || asking.busy) return
      state.setState({ asking: { ...asking, user, busy: true } })
      // Kept in case that nobody answers now: then it is tried again without the agent.
      current.account = { kind: asking.kind, user, secret }
      await enter()
      state.setState(({ asking: now }) => ({ asking: now && { ...now, busy: false } }))
      if (state.getState().link.kind === 'down') problems.show(problem('cases-unreachable'))
    },
    /** The case system does not accept the session any more. */
    ended(): void {
      const current = shift()
      if (!current?.system) return
      current.system = undefined
      const now = timing.now()
      const isNew = current.endedAt === undefined || Math.abs(now - current.endedAt) > quiet
      current.endedAt = now
      // With what the desk knows it is tried once by itself; what does not help is the agent's business.
      if (isNew) {
        void enter()
        return
      }
      link.signedOut()
      current.account = undefined
      ask(current, current.user)
      problems.show(problem('cases-sign-in-needed'))
    },
  }
}
