import { useState } from 'react'
import { useStore } from 'zustand'

import { largestFile } from '../../../domain/case-event.ts'
import { problem } from '../../../domain/problem.ts'
import type { CaseDesk, ChosenFile } from '../../../services/cases/case-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

interface Kept {
  readonly user: string | undefined
  readonly byForm: Map<string, readonly ChosenFile[]>
}

/** Files are too large for drafts: they stay in memory, by form, while the agent looks at something else. */
const kept = new WeakMap<CaseDesk, Kept>()

/** Whoever signs in next has nothing of the one before. */
function keptBy(cases: CaseDesk, user: string | undefined): Kept['byForm'] {
  const known = kept.get(cases)
  if (known && known.user === user) return known.byForm
  const byForm = new Map<string, readonly ChosenFile[]>()
  kept.set(cases, { user, byForm })
  return byForm
}

const noFiles: readonly ChosenFile[] = []

export interface Files {
  readonly chosen: readonly ChosenFile[]
  readonly add: (files: readonly File[]) => Promise<void>
  readonly remove: (index: number) => void
  readonly clear: () => void
}

/** The files that will go with what is written in one form. */
export function useFiles(form: string): Files {
  const { stores, cases, problems } = useDesk()
  const { say } = useWords()
  const user = useStore(stores.cases, (state) => state.user)
  const [, setChosen] = useState(noFiles)
  const chosen = keptBy(cases, user).get(form) ?? noFiles
  const put = (change: (files: readonly ChosenFile[]) => readonly ChosenFile[]): void => {
    const next = change(keptBy(cases, user).get(form) ?? noFiles)
    keptBy(cases, user).set(form, next)
    setChosen(next)
  }
  const read = async (file: File): Promise<ChosenFile> => ({
    name: file.name === '' ? say('files.unnamed') : file.name,
    type: file.type === '' ? 'application/octet-stream' : file.type,
    bytes: new Uint8Array(await file.arrayBuffer()),
  })
  return {
    chosen,
    async add(files) {
      const fitting = files.filter(({ size }) => size <= largestFile)
      if (fitting.length < files.length) problems.show(problem('file-too-large'))
      else problems.clear('file-too-large')
      // A folder, or a file that went away meanwhile, cannot be read.
      const all = await Promise.allSettled(fitting.map(read))
      put((before) => [...before, ...all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))])
      if (all.some(({ status }) => status === 'rejected')) problems.show(problem('file-missing'))
    },
    remove: (index) => put((files) => files.filter((_, place) => place !== index)),
    clear: () => put(() => []),
  }
}

/** Files in what was pasted or dropped; text with a picture of itself, as office programs copy it, is text. */
export const filesIn = ({ files, types }: Pick<DataTransfer, 'files' | 'types'>): readonly File[] =>
  types.includes('text/plain') ? [] : [...files]
