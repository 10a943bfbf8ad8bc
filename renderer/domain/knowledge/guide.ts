import type { FieldKey } from '../case-field.ts'
import type { Disposition } from '../interaction.ts'
import type { Said } from './said.ts'

/** A condition in FEEL (OMG DMN 1.3 §10), such as `old_passport = "lost" and age < 16`. */
export type Condition = string

/** A name that conditions and words can use: a small letter, then small letters, digits and `_`. */
export type FieldName = string

export interface Choice {
  readonly value: string
  readonly label: Said
}

/** What may be answered. Bounds are inclusive. */
export type FieldType =
  | { readonly kind: 'text'; readonly longest: number; readonly lines: 'one' | 'several' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  /** ISO 8601 `YYYY-MM-DD`. A bound is a day, or days from today such as `-3650`. */
  | {
      readonly kind: 'date'
      readonly earliest: string | number | undefined
      readonly latest: string | number | undefined
    }
  | { readonly kind: 'number'; readonly least: number | undefined; readonly most: number | undefined }
  /** Kept in E.164. */
  | { readonly kind: 'telephone' }
  | { readonly kind: 'postal-code'; readonly country: 'CA' | 'US' | 'FR' | 'GB' }
  /** Yes or no to words that were read aloud: kept with those words. */
  | { readonly kind: 'consent'; readonly words: Said }

export interface Field {
  readonly name: FieldName
  readonly label: Said
  readonly hint: Said | undefined
  readonly type: FieldType
  readonly required: boolean
  /** The field of the case that the answer goes into, shown there as coming from the guide. */
  readonly fills: FieldKey | undefined
}

/** Where to go on. The first that holds is taken; the last has no condition. */
export interface Branch {
  readonly when: Condition | undefined
  readonly to: string
}

/** Gives a field an answer without asking: `value` is an expression in FEEL. */
export interface Setting {
  readonly field: FieldName
  readonly value: string
}

/** What a guide does by itself. */
export type Act =
  | ({ readonly kind: 'set' } & Setting)
  /** `value` is an expression in FEEL. */
  | { readonly kind: 'fill'; readonly field: FieldKey; readonly value: string }
  | { readonly kind: 'disposition'; readonly disposition: Disposition }
  | { readonly kind: 'article'; readonly article: string }
  /** Opens the form with the place in it: the agent is the one who hands over. */
  | { readonly kind: 'transfer'; readonly to: string }
  /** `within` is a duration from now, ISO 8601, such as `P5D`. */
  | { readonly kind: 'promise' | 'call-back'; readonly what: Said; readonly within: string }
  /** From here nothing that is said or written is kept, until the stretch ends. */
  | { readonly kind: 'private'; readonly on: boolean }

interface StepCommon {
  /** Letters, digits and hyphens; unique in its guide. */
  readonly id: string
  /** A few words, for the list of steps. */
  readonly title: Said
  /** What the agent says now; `undefined` where nothing is said. */
  readonly say: Said | undefined
  /** What it means for the check of who this is; most steps mean nothing. */
  readonly identity?: IdentityStep | undefined
}

/**
 * `asked`: what makes sure who this is is asked here; `passed` and `failed`: whoever comes here is known to be, or not to
 * be, whom they say they are.
 */
export const identitySteps = ['asked', 'passed', 'failed'] as const
export type IdentityStep = (typeof identitySteps)[number]

export type Step = StepCommon &
  (
    | { readonly kind: 'say'; readonly next: readonly Branch[] }
    | { readonly kind: 'ask'; readonly fields: readonly Field[]; readonly next: readonly Branch[] }
    /** Decides by itself and shows nothing. */
    | { readonly kind: 'check'; readonly next: readonly Branch[] }
    | { readonly kind: 'do'; readonly acts: readonly Act[]; readonly next: readonly Branch[] }
    /**
     * Goes through another guide of the pack, and comes back. `with` is what the other is told, as answers to its fields;
     * the branches know as `ended` the step with which it ended.
     */
    | {
        readonly kind: 'guide'
        readonly guide: string
        readonly with: readonly Setting[]
        readonly next: readonly Branch[]
      }
    | { readonly kind: 'end'; readonly disposition: Disposition | undefined }
  )

/** When a guide is offered without being looked for. */
export interface Suggestion {
  readonly queues: readonly string[]
  /** The numbers that were called, E.164. */
  readonly numbers: readonly string[]
  /** What a customer says, in each language. */
  readonly words: Readonly<Record<keyof Said, readonly string[]>>
  readonly when: Condition | undefined
}

export interface Guide {
  readonly id: string
  /** A whole number that grows with each change. */
  readonly revision: number
  readonly title: Said
  readonly summary: Said
  readonly suggest: Suggestion
  /** Those that no step has to ask for: the guide, or the one that calls it, sets them. */
  readonly fields: readonly Field[]
  /** The first step's id. */
  readonly start: string
  readonly steps: readonly Step[]
}
