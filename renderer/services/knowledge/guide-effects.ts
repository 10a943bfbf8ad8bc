import type { CaseId, InteractionId } from '../../domain/ids.ts'
import { addDuration } from '../../domain/knowledge/duration.ts'
import type { Asked, AskedAct, Filled, GuideRun } from '../../domain/knowledge/guide-run.ts'
import type { Language } from '../../domain/language.ts'
import type { DialStore } from '../../state/dial-store.ts'
import { pageOf } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { WriteUp } from '../write-up.ts'
import type { GuideDesk } from './guide-desk.ts'
import type { PrivateStretches } from './private-stretches.ts'

export interface EffectNeeds {
  readonly cases: Pick<CaseDesk, 'change' | 'promise'>
  readonly writeUp: Pick<WriteUp, 'disposition'>
  readonly openArticle: GuideDesk['openArticle']
  readonly privacy: Pick<PrivateStretches, 'set'>
  readonly work: WorkStore
  readonly dial: DialStore
  readonly language: () => Language
  readonly now: () => number
}

/** What came of what a guide has asked for. */
export interface Done {
  readonly filled: readonly Filled[]
  /** Needs a case, and there is none, or the disk did not take it. */
  readonly waiting: readonly Asked[]
}

export type GuideEffects = ReturnType<typeof createGuideEffects>

/** Does what guides ask for, in order, through the same ways by which the agent does it. */
export function createGuideEffects(needs: EffectNeeds) {
  const { cases, work } = needs

  async function inCase(run: GuideRun, asked: Asked, id: CaseId): Promise<Filled | boolean> {
    const { act, value, guide, step, id: promise } = asked
    const at = needs.now()
    if (act.kind === 'fill') {
      if (value === undefined) return true
      const isWritten = await cases.change(id, act.field, [value])
      return isWritten && { case: id, field: act.field, value, guide, step, at }
    }
    if (act.kind !== 'promise' && act.kind !== 'call-back') return true
    return cases.promise(id, {
      ...{ id: promise, kind: act.kind },
      what: act.what[needs.language()],
      dueAt: addDuration(at, act.within),
      number:
        act.kind === 'call-back' ? pageOf(work.getState(), run.interaction)?.interaction.number : undefined,
    })
  }

  function atTheDesk({ act }: Asked, run: GuideRun): void {
    switch (act.kind) {
      case 'disposition':
        needs.writeUp.disposition(run.interaction, act.disposition)
        return
      case 'article':
        void needs.openArticle(run.pack.name, act.article, { how: 'guide' })
        return
      case 'transfer':
        openTransfer(run.interaction, act.to)
        return
      case 'private':
        needs.privacy.set(run, act.on)
        return
      case 'fill':
      case 'promise':
      case 'call-back':
    }
  }

  /** The form with the place in it: handing over is the agent's to do, when the customer has heard of it. */
  function openTransfer(interaction: InteractionId, to: string): void {
    const call = pageOf(work.getState(), interaction)?.call
    if (call !== undefined) needs.dial.setState({ open: { kind: 'transfer', call }, text: to })
  }

  return {
    /** What is not about a case: at once, and never again. */
    atTheDesk: (run: GuideRun, asked: readonly Asked[]): void => asked.forEach((one) => atTheDesk(one, run)),
    /** What waits for the case of the run, once there is one. Done again after a crash, it changes nothing. */
    async inCase(run: GuideRun): Promise<Done> {
      const id = pageOf(work.getState(), run.interaction)?.interaction.case ?? run.case
      const filled: Filled[] = []
      const waiting: Asked[] = []
      for (const one of run.waiting) {
        const came = id === undefined ? false : await inCase(run, one, id)
        if (came === false) waiting.push(one)
        else if (came !== true) filled.push(came)
      }
      return { filled, waiting }
    },
  }
}

const acts: readonly AskedAct['kind'][] = ['fill', 'promise', 'call-back']

/** It has to go into a case, and waits where there is none. */
export const isAboutCase = ({ act }: Asked): boolean => acts.includes(act.kind)
