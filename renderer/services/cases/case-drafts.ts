import { asCaseId } from '../../domain/ids.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { CaseStore, Draft } from '../../ports/case-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { Problems } from '../problems.ts'
import { createSaveQueue } from '../save-queue.ts'

export interface CaseDraftsNeeds {
  readonly store: CaseStore
  readonly state: CaseStateStore
  readonly timing: Timing
  readonly problems: Problems
  /** The customer says what must not be kept. */
  readonly isPrivate: (id: CaseId | undefined) => boolean
}

const kinds = { note: 'note', reply: 'reply', promise: 'promise' } as const

/** `note:<case>`, `reply:<case>`, `promise:<case>`; everything else is a case that is being begun. */
function draftOf(id: string, values: Draft['values'], savedAt: number): Draft {
  const [name = '', rest = ''] = id.split(/:(.*)/s)
  const kind = Object.entries(kinds).find(([key]) => key === name)?.[1]
  return { id, kind: kind ?? 'case', case: kind && asCaseId(rest), values, savedAt }
}

/** What somebody is writing: on the disk as soon as the version before is, so that a crash costs a burst of keys. */
export function createCaseDrafts({ store, state, timing, problems, isPrivate }: CaseDraftsNeeds) {
  type Version = { readonly id: string; readonly draft: Draft | undefined }
  const queue = createSaveQueue<Version>(
    ({ id, draft }) => (draft ? store.saveDraft(draft) : store.dropDraft(id)),
    (report) => {
      if (report.kind === 'refused') problems.show(report.problem)
    },
  )
  return {
    async load(): Promise<void> {
      const found = problems.unwrap(await store.drafts()) ?? []
      state.setState({ drafts: new Map(found.map(({ id, values }) => [id, values])) })
    },
    /** Takes nothing in a private stretch, as the note of a page; the forms say why. */
    draft(id: string, values: Draft['values'] | undefined): void {
      const draft = values && draftOf(id, values, timing.now())
      if (draft && isPrivate(draft.case)) return
      const drafts = new Map(state.getState().drafts)
      if (values) drafts.set(id, values)
      else drafts.delete(id)
      state.setState({ drafts })
      void queue.put({ id, draft })
    },
    flush: () => queue.flush(),
  }
}
