/** What a command of `npm run pack` is told. */
export interface Told {
  /** The folder or file that it is about, as a whole path. */
  readonly target: string
  /** Of `--key`, `--out` and `--today`; whole paths, and a day. */
  readonly key: string | undefined
  readonly out: string | undefined
  readonly today: string
  readonly say: (line: string) => void
}

/** Resolves with the exit status: 1 where something is at fault. */
export type Command = (told: Told) => Promise<number>
