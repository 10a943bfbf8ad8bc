import { isCaseServer } from './case-address.ts'
import type { Practice } from './practice.ts'

export interface PracticeWithCases extends Pick<Practice, 'start'> {
  /** Where the centre that was started last keeps its cases; another address at each start. */
  caseServer(): string | undefined
}

/** The practice centre, remembering what it says of its case system. */
export function withCases(practice: Practice): PracticeWithCases {
  let server: string | undefined
  return {
    async start() {
      const started = await practice.start()
      const told = started.ok ? started.value.cases.server : undefined
      server = told !== undefined && isCaseServer(told) ? told : undefined
      return started
    },
    caseServer: () => server,
  }
}
