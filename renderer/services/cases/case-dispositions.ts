import { comparableText } from '../../domain/case-event.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Cases } from './create-cases.ts'

export interface DispositionNeeds {
  readonly store: Pick<CaseStore, 'entriesOf'>
  readonly cases: Pick<Cases, 'disposition'>
  /** What came of an interaction, in the agent's words. */
  readonly say: (interaction: Interaction) => Promise<string>
}

/** Writes what came of an interaction into its case, once: a wrap-up that is finished a second time adds nothing. */
export function createCaseDispositions({ store, cases, say }: DispositionNeeds) {
  return async (interaction: Interaction): Promise<boolean> => {
    if (interaction.case === undefined) return true
    const text = await say(interaction)
    const known = await store.entriesOf(interaction.case)
    if (!known.ok) return false
    const there = known.value.some(
      ({ edit, writtenAt }) =>
        edit.kind === 'note' &&
        edit.purpose === 'disposition' &&
        writtenAt >= interaction.offeredAt &&
        comparableText(edit.text) === comparableText(text),
    )
    return there || cases.disposition(interaction.case, text)
  }
}
