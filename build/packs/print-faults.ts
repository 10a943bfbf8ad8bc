import { isFault } from './fault.ts'
import type { Fault } from './fault.ts'

/** `file:line:column`, which terminals and editors open, then the sentence, then what to do. */
export const printFault = (fault: Fault): string =>
  `${fault.file}:${fault.line}:${fault.column}  ${fault.grade}: ${fault.sentence}\n    ${fault.remedy}`

export const countFaults = (faults: readonly Fault[]): string => {
  const count = faults.filter(isFault).length
  return `${counted(count, 'fault')}, ${counted(faults.length - count, 'warning')}`
}

export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
