import { useState } from 'react'
import { useStore } from 'zustand'

import type { CaseQueue } from '../../../domain/case-field.ts'
import type { Contact } from '../../../domain/contact.ts'
import type { CaseId } from '../../../domain/ids.ts'
import { useDesk } from '../desk-context.tsx'
import { noFaults, readNewCase } from './new-case-draft.ts'
import type { NewCaseFaults } from './new-case-draft.ts'
import { useDraft } from './use-draft.ts'
import type { DraftValues } from './use-draft.ts'
import { useFiles } from './use-files.ts'

export interface NewCaseFormProps {
  readonly onClose: () => void
  /** For whom, where the agent has somebody in hand. */
  readonly contact?: Contact | undefined
  /** It is on the disk. */
  readonly onBegun?: ((id: CaseId) => void) | undefined
}

const draftId = 'case:new'

export type NewCaseState = ReturnType<typeof useNewCase>

/** A draft that was there before, and whether it is for somebody else than the customer in hand. */
function earlierDraft(values: DraftValues | undefined, contact: Contact | undefined) {
  if (!values) return undefined
  const addresses = (values['requestors'] ?? '').trim().toLowerCase()
  const isTheirs =
    !contact ||
    addresses === '' ||
    contact.addresses.some((one) => addresses.split(/\s+/).includes(one.toLowerCase()))
  return isTheirs ? 'same' : 'other'
}

/** What is typed into the form for a new case, and handing it in once. */
export function useNewCase({ onClose, contact, onBegun }: NewCaseFormProps) {
  const { stores, cases } = useDesk()
  const draft = useDraft(draftId)
  const files = useFiles(draftId)
  const queues = useStore(stores.cases, (state) => state.queues)
  const [earlier, setEarlier] = useState(() => earlierDraft(draft.now(), contact))
  const [faults, setFaults] = useState<NewCaseFaults>(noFaults)
  const [busy, setBusy] = useState(false)
  const suggested: DraftValues = { requestors: contact?.addresses.slice(0, 1).join('\n') ?? '' }
  const values: DraftValues = draft.has ? draft.values : suggested
  const queue = chosenQueue(queues, values['queue'])
  const handIn = async (): Promise<void> => {
    if (busy) return
    const read = readNewCase(values, queue)
    if (!read.ok) {
      setFaults(read.faults)
      return
    }
    setBusy(true)
    const id = await cases.begin({ ...read.value, files: files.chosen })
    setBusy(false)
    if (id === undefined) return
    draft.drop()
    files.clear()
    onClose()
    if (onBegun) onBegun(id)
    else void cases.open(id)
  }
  return {
    ...{ values, queue, faults, busy, files, earlier, handIn },
    put: (change: DraftValues) => {
      setFaults(noFaults)
      draft.put({ ...(draft.has ? {} : suggested), ...change })
    },
    empty: () => {
      draft.drop()
      files.clear()
      setEarlier(undefined)
      setFaults(noFaults)
    },
  }
}

/** Where there is one queue only, nobody has to choose it. */
const chosenQueue = (queues: readonly CaseQueue[], name: string | undefined): CaseQueue | undefined =>
  queues.length === 1 ? queues[0] : queues.find((queue) => queue.name === name)
