import { largestFile } from '../../domain/case-event.ts'
import type { Attachment } from '../../domain/case-event.ts'
import type { CaseId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import type { CaseStore, StoredFile } from '../../ports/case-store.ts'
import type { CaseSystem } from '../../ports/case-system.ts'
import type { Problems } from '../problems.ts'
import type { ChosenFile } from './case-desk.ts'

export interface CaseFilesNeeds {
  readonly store: CaseStore
  readonly problems: Problems
  readonly newId: () => string
  readonly system: () => CaseSystem | undefined
}

/** What was chosen, described, and its bytes as they are kept. */
export interface Attached {
  readonly attachments: readonly Attachment[]
  readonly files: readonly StoredFile[]
}

/** The files of cases: those that are attached here, and those that the case system has. */
export function createCaseFiles({ store, problems, newId, system }: CaseFilesNeeds) {
  return {
    /** `undefined`, with the problem shown, when one of them is too large. */
    attach(id: CaseId, chosen: readonly ChosenFile[]): Attached | undefined {
      if (chosen.some(({ bytes }) => bytes.byteLength > largestFile)) {
        problems.show(problem('file-too-large'))
        return undefined
      }
      const all = chosen.map((file) => ({ file, id: newId() }))
      return {
        attachments: all.map(({ file: { name, type, bytes }, id }) => ({
          id,
          name,
          type,
          size: bytes.byteLength,
        })),
        files: all.map(({ file, id: fileId }) => ({ id: fileId, case: id, bytes: file.bytes })),
      }
    },

    /** From here, or from the case system, which is then kept here too. */
    async bytes(id: CaseId, attachment: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
      const kept = await store.file(attachment)
      if (kept.ok && kept.value) return kept.value
      const answer = await system()?.attachment(attachment)
      if (answer?.kind === 'answer') {
        await store.commit({ files: [{ id: attachment, case: id, bytes: answer.value }] })
        return answer.value
      }
      problems.show(problem('file-missing'))
      return undefined
    },
  }
}
