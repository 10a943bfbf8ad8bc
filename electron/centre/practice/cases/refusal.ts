/** Ends a request early, with what RT says then. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** RT dies of this request: 500 and nothing else, with whatever it had changed before. */
export class KnownFault extends Error {}
