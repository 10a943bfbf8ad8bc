export type Undo = () => void | Promise<void>

/**
 * What has to be put back, newest first. A start that fails half way and a normal stop run the same list, so
 * neither can forget a process or a directory that the other remembers.
 */
export class UndoList {
  readonly #steps: Undo[] = []
  #running: Promise<void> | undefined

  /** Adds a step; it runs before all the steps that were added earlier. */
  add(step: Undo): void {
    this.#steps.push(step)
  }

  /**
   * Runs every step once, however often it is called. A step that fails does not keep the others from running.
   * @throws AggregateError with everything that went wrong, after the last step.
   */
  run(): Promise<void> {
    this.#running ??= this.#runAll()
    return this.#running
  }

  async #runAll(): Promise<void> {
    const faults: unknown[] = []
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step()
      } catch (fault) {
        faults.push(fault)
      }
    }
    if (faults.length > 0)
      throw new AggregateError(faults, 'Some of the test servers could not be cleared away')
  }
}

/** Runs `start`; when it throws, undoes what it had added so far and passes the error on. */
export async function startOrUndo<T>(start: (undo: UndoList) => Promise<T>): Promise<T> {
  const undo = new UndoList()
  try {
    return await start(undo)
  } catch (error) {
    await undo.run().catch((fault: unknown) => {
      throw new AggregateError([error, fault], 'A start failed, and so did clearing it away')
    })
    throw error
  }
}
