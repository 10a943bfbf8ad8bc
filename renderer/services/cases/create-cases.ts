import type { CaseId } from '../../domain/ids.ts'
import type { CaseAccount, CaseSite, Realm } from '../../domain/setup.ts'
import type { Undo } from '../../ports/undo.ts'
import { noCases } from '../../state/case-store.ts'
import type { Problems } from '../problems.ts'
import type { CaseDesk } from './case-desk.ts'
import { createCaseParts } from './case-parts.ts'
import type { CaseParts } from './case-parts.ts'
import { createCaseRounds } from './case-rounds.ts'
import { pageRows } from './case-screen.ts'
import type { CaseNeeds, CaseShift } from './case-shift.ts'

export interface CasesOfShift {
  readonly realm: Realm
  /** `undefined` for a centre that keeps its cases elsewhere. */
  readonly site: CaseSite | undefined
  /** How to sign in; without one, with what the keystore has. */
  readonly account: CaseAccount | undefined
}

/** Milliseconds after which a disk that is full, or does not answer, is tried again. */
const diskPause = 2000

/** The desk's work with cases: it begins and ends with a shift. */
export function createCases(needs: CaseNeeds) {
  const { store, journal, timing, random, problems, state, access } = needs
  let shift: CaseShift | undefined
  /** The store can only be read. */
  let looking = false
  /** Whether this window is the one that fetches and sends. */
  let leading = false
  let undos: Undo[] = []
  let rounds: ReturnType<typeof createCaseRounds> | undefined
  const parts = createCaseParts({
    ...needs,
    shift: () => shift,
    problems: whileIn(() => shift !== undefined || looking, problems),
    look: () => rounds?.now(),
  })
  const { screen, link, book, session, drain, pulling, fetching, drafts, search, keeping } = parts

  /** `false` when the link has to say when to look again. */
  async function look(): Promise<boolean> {
    // A credential that was refused is not tried again: that would lock the account. The form is there.
    const isRefused = state.getState().asking !== undefined && shift?.account === undefined
    if (!parts.system() && !isRefused) await session.enter()
    if (!parts.system()) return false
    if (!leading) return true
    await pulling.pull()
    await keeping.look()
    await screen.all()
    drain.wake()
    return link.isUp()
  }

  async function lead(): Promise<void> {
    const current = shift
    // Only here: what another window has written down and not stored yet is not lost.
    if (!current) return
    const reconciled = await parts.reconcile(current.realm)
    if (shift !== current) return
    if (!reconciled.ok) {
      problems.unwrap(reconciled)
      undos.push(timing.after(diskPause, () => void lead()))
      return
    }
    leading = true
    await drain.start()
    await screen.all()
    rounds?.now()
    await keeping.tidy()
  }

  /** Another window has written something. */
  async function followOthers(ids: readonly CaseId[]): Promise<void> {
    for (const id of ids) {
      const known = await book.read(id)
      if (known.ok) drain.learn(id, known.value.entries)
      await screen.follow(id, 'soon')
    }
    drain.wake()
  }

  async function take(realm: Realm, site: CaseSite, account: CaseAccount | undefined): Promise<boolean> {
    // At once: what is written from here on is measured by what this site says.
    const current: CaseShift = {
      ...{ realm, site, account, user: undefined, endedAt: undefined, system: undefined },
    }
    shift = current
    current.user = await access.knownUser(realm)
    if (!problems.unwrap(await journal.open(realm))) {
      shift = undefined
      return false
    }
    const known = await store.known()
    const queues = known.ok ? known.value.queues : []
    const down = { kind: 'down', since: timing.now(), retryAt: undefined } as const
    state.setState({ link: down, user: current.user, queues })
    await Promise.all([drafts.load(), screen.all()])
    return true
  }

  return {
    desk: caseDesk(needs, parts, { rest: () => rounds?.rest(), isShift: () => shift !== undefined }),
    disposition: (id: CaseId, text: string) => parts.commands.disposition(id, text),
    fetching,
    system: () => shift?.system,
    /** Takes up the cases of a realm whose store is open. Needs no link; `false` when the disk does not give them. */
    async begin({ realm, site, account }: CasesOfShift): Promise<boolean> {
      if (!site) return true
      if (!(await take(realm, site, account))) return false
      rounds = createCaseRounds({ timing, random, computer: needs.computer, look, hurry: link.tryNow })
      const stopLeading = (): void => void (leading = false)
      undos = [
        needs.oneWindow.hold(`foyer-cases-${realm}`, () => {
          void lead()
          return stopLeading
        }),
        store.onChanged((ids) => void followOthers(ids)),
      ]
      rounds.now()
      return true
    },
    /** Shows the cases of a realm that can only be read: nothing is fetched, sent, or compared with the journal. */
    async look({ realm, site, account }: CasesOfShift): Promise<void> {
      if (!site) return
      looking = true
      const [known, kept] = await Promise.all([store.known(), access.knownUser(realm)])
      const user = kept ?? account?.user
      const show = { kind: 'view', view: user === undefined ? 'team' : 'mine' } as const
      const queues = known.ok ? known.value.queues : []
      state.setState({ user, queues, list: { ...noCases.list, show } })
      await screen.all()
    },
    lookAway(): void {
      looking = false
      search.stop()
      screen.stop()
      state.setState(noCases)
    },
    /** Everything that was written is on the disk; what has not been sent is sent in the next shift. */
    async end(): Promise<void> {
      const ended = shift
      if (!ended) return
      await drafts.flush()
      shift = undefined
      for (const undo of undos) undo()
      undos = []
      rounds?.stop()
      for (const part of [drain, fetching, search, link, screen]) part.stop()
      journal.close()
      parts.newest.forget()
      book.forget()
      state.setState(noCases)
      await access.signOut(ended.realm, false)
    },
  }
}

/** What comes after the shift, from a request that was under way or a store that is closed by then, is nobody's problem. */
const whileIn = (isIn: () => boolean, problems: Problems): Problems => ({
  ...problems,
  show: (problem) => (isIn() ? problems.show(problem) : undefined),
  unwrap: (result) => (isIn() || result.ok ? problems.unwrap(result) : undefined),
})

/** What the screen can ask for. */
function caseDesk(
  { state, timing }: CaseNeeds,
  parts: CaseParts,
  { rest, isShift }: { readonly rest: () => void; readonly isShift: () => boolean },
): Omit<CaseDesk, 'attach'> {
  const { screen, search, fetching, book, link, session, drafts, files } = parts
  return {
    ...parts.commands,
    ...parts.decisions,
    async show(view) {
      search.stop()
      state.setState(({ list }) => ({
        list: { ...list, show: { kind: 'view', view }, records: [], loading: true },
      }))
      await screen.list(pageRows)
    },
    search: (text) => search.search(text),
    stop() {
      const isFetching = state.getState().progress?.what === 'fetching'
      search.stop()
      fetching.stop()
      if (isFetching) rest()
    },
    more: () => screen.list(state.getState().list.records.length + pageRows),
    async open(id) {
      await screen.openCase(id)
      if (!isShift()) return
      await book.revise(id, ({ record }) => record && { record: { ...record, openedAt: timing.now() } })
      const number = state.getState().open?.record.server.number
      if (number !== undefined && link.isUp()) await fetching.fetch(number)
      await screen.follow(id, 'now')
    },
    close: () => state.setState({ open: undefined }),
    file: (id, attachment) => files.bytes(id, attachment),
    draft: (id, values) => drafts.draft(id, values),
    signIn: (typed) => session.signIn(typed),
    refresh: () => link.tryNow(),
  }
}

export type Cases = ReturnType<typeof createCases>
