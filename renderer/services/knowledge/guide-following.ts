import type { GuideRunId, InteractionId } from '../../domain/ids.ts'
import { asGuideRunId } from '../../domain/ids.ts'
import { answer, correct } from '../../domain/knowledge/answer-step.ts'
import type { AnswerFault } from '../../domain/knowledge/check-answer.ts'
import {
  abandon,
  back,
  begin,
  endPrivate,
  jump,
  leave,
  next,
  resume,
} from '../../domain/knowledge/follow-guide.ts'
import type { GuideRun } from '../../domain/knowledge/guide-run.ts'
import type { Moment } from '../../domain/knowledge/moment.ts'
import type { Followed } from '../../domain/knowledge/stepped.ts'
import type { GuideStore } from '../../ports/guide-store.ts'
import { knowledgeOf, runInHand, withKnowledge } from '../../state/knowledge-store.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import { pageOf } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import { createInTurn } from '../cases/in-turn.ts'
import type { Problems } from '../problems.ts'
import type { GuideDesk } from './guide-desk.ts'
import { isAboutCase } from './guide-effects.ts'
import type { GuideEffects } from './guide-effects.ts'
import { momentOf } from '../../state/guide-moment.ts'
import type { MomentStores } from '../../state/guide-moment.ts'

export interface FollowingNeeds {
  readonly store: Pick<GuideStore, 'saveRun' | 'run'>
  readonly state: KnowledgeStore
  readonly work: WorkStore
  readonly stores: MomentStores
  readonly effects: GuideEffects
  readonly problems: Problems
  readonly now: () => number
  readonly newId: () => string
}

type FollowVerbs =
  'begin' | 'answer' | 'next' | 'back' | 'jump' | 'abandon' | 'resume' | 'correct' | 'endPrivate'

export type GuideFollowing = Pick<GuideDesk, FollowVerbs> & {
  /** What waits for a case goes into the one that the interaction is about now. */
  caseIsThere: (interaction: InteractionId) => Promise<void>
}

/** Follows guides: each step is on the disk before its effects are, and one thing is done after the other. */
export function createGuideFollowing(needs: FollowingNeeds): GuideFollowing {
  const { store, state, work, effects, problems } = needs
  const turn = createInTurn<GuideRunId>()

  const moment = (interaction: InteractionId): Moment | undefined => {
    const page = pageOf(work.getState(), interaction)
    return page && momentOf(page, needs.stores, needs.now())
  }

  const find = (id: GuideRunId): GuideRun | undefined =>
    [...state.getState().inHand.values()].flatMap(({ runs }) => runs).find((run) => run.id === id)

  function show(run: GuideRun): void {
    state.setState((now) =>
      withKnowledge(now, run.interaction, ({ runs, unfinished, ...rest }) => ({
        ...rest,
        runs: runs.some(({ id }) => id === run.id)
          ? runs.map((one) => (one.id === run.id ? run : one))
          : [...runs, run],
        unfinished: unfinished.filter(({ id }) => id !== run.id),
      })),
    )
  }

  /** Whoever is found out, and the case that it is about, only while it is followed. */
  function withWhom(run: GuideRun): GuideRun {
    const about = pageOf(work.getState(), run.interaction)?.interaction
    return { ...run, contact: run.contact ?? about?.contact, case: run.case ?? about?.case }
  }

  async function keep(followed: GuideRun): Promise<boolean> {
    const run = withWhom(followed)
    show(run)
    const saved = await store.saveRun(run)
    if (!saved.ok) problems.show(saved.problem)
    return saved.ok
  }

  async function settle(followed: Followed): Promise<boolean> {
    if (!followed.ok) return false
    const { run, asked } = followed.value
    const forCase = asked.filter(isAboutCase).map((one) => ({ ...one, id: needs.newId() }))
    // What is to go into the case is on the disk before it goes there: a crash in between loses none of it.
    const isKept = await keep({ ...run, waiting: [...run.waiting, ...forCase] })
    effects.atTheDesk(run, asked)
    await fillCase(run.id)
    return isKept
  }

  async function fillCase(id: GuideRunId): Promise<void> {
    const run = find(id)
    if (!run || run.waiting.length === 0) return
    const { filled, waiting } = await effects.inCase(run)
    if (waiting.length === run.waiting.length) return
    await keep({ ...run, filled: [...run.filled, ...filled], waiting })
  }

  /** The newest version of a run, with what can be known now. */
  const following = (
    id: GuideRunId,
    follow: (run: GuideRun, now: Moment) => Promise<boolean>,
  ): Promise<boolean> =>
    turn(id, async () => {
      const run = find(id)
      const now = run && moment(run.interaction)
      return run && now ? follow(run, now) : false
    })

  async function answering(
    id: GuideRunId,
    follow: (run: GuideRun, now: Moment) => Followed<readonly AnswerFault[] | string>,
  ): Promise<readonly AnswerFault[] | boolean> {
    let faults: readonly AnswerFault[] | undefined
    const isDone = await following(id, async (run, now) => {
      const followed = follow(run, now)
      if (followed.ok) return settle(followed)
      faults = typeof followed.problem === 'string' ? undefined : followed.problem
      return false
    })
    return faults ?? isDone
  }

  /** Another that is followed in the interaction is left where it is. */
  async function leaveOthers(interaction: InteractionId): Promise<void> {
    const before = runInHand(state.getState(), interaction)
    if (before) await turn(before.id, () => keep(leave(before, { at: needs.now() })))
  }

  return {
    async begin(interaction, packName, guide) {
      const page = pageOf(work.getState(), interaction)
      const pack = state.getState().packs.find(({ name }) => name === packName)?.pack
      const now = moment(interaction)
      if (!page || !pack || !now) return false
      await leaveOthers(interaction)
      const { contact, case: tied } = page.interaction
      const about = { interaction, contact, case: tied, guides: pack.guides, guide }
      const id = asGuideRunId(needs.newId())
      return settle(begin({ ...about, id, pack: { name: pack.name, version: pack.version } }, now))
    },
    answer: (id, values) => answering(id, (run, now) => answer(run, values, now)),
    correct: (id, field, typed) => answering(id, (run, now) => correct(run, { field, typed }, now)),
    next: (id) => following(id, (run, now) => settle(next(run, now))),
    back: (id) => following(id, (run, now) => settle(back(run, now))),
    jump: (id, step) => following(id, (run, now) => settle(jump(run, step, now))),
    abandon: (id) => following(id, (run, now) => settle(abandon(run, now))),
    endPrivate: (id) => following(id, (run) => settle(endPrivate(run))),
    async resume(interaction, id) {
      const now = moment(interaction)
      const read = await store.run(id)
      if (!now || !read.ok || !read.value) return false
      await leaveOthers(interaction)
      const run = read.value
      state.setState((all) => ({
        inHand: new Map(
          [...all.inHand].map(([at, one]) => [
            at,
            { ...one, runs: one.runs.filter((other) => other.id !== id) },
          ]),
        ),
      }))
      return settle(resume(run, interaction, now))
    },
    async caseIsThere(interaction) {
      for (const { id } of knowledgeOf(state.getState(), interaction).runs)
        await turn(id, async () => {
          const run = find(id)
          if (run?.case === undefined && run) await keep(run)
          await fillCase(id)
        })
    },
  }
}
