import type { CaseAnswer, CaseRequest } from '../domain/case-request.ts'

/** HTTP to the case system of the realm that is signed in to, by way of the main process. Never rejects. */
export interface CaseGateway {
  ask(request: CaseRequest): Promise<CaseAnswer>
}
