import { parseArgs } from 'node:util'
import { languages } from '../../../renderer/domain/language.ts'
import { practiceQueues } from './customers.ts'
import { logToStderr } from './log.ts'
import { endOnSignals, openFromOrder } from './run-centre.ts'

/** What each option means in a practice order; the desk's own origin is `app://bundle`. */
const options = {
  port: { type: 'string', default: '0' },
  'cases-port': { type: 'string' },
  'chat-port': { type: 'string' },
  'chat-pause': { type: 'string' },
  seed: { type: 'string', default: '1' },
  origin: { type: 'string', default: 'app://bundle' },
  pause: { type: 'string', default: '4-9' },
  agents: { type: 'string' },
  'second-calls': { type: 'string' },
} as const

/**
 * `--port 0 --seed 7 --origin app://bundle --pause 4-9 --agents ada,ben` → an order, not yet checked. Agents given here
 * serve every queue in every language; without any there is the usual one. `--second-calls 0.2`: in a fifth of the calls
 * another customer calls the agent directly. `--cases-port 8080`, `--chat-port 5280`: where the case system
 * and the chat server listen. `--chat-pause 20-40`: seconds between two customers who come by chat.
 */
export function orderFromArguments(args: readonly string[]): unknown {
  const { values } = parseArgs({ args: [...args], options })
  return {
    port: numberIn(values.port),
    seed: numberIn(values.seed),
    origin: values.origin,
    pauseSeconds: values.pause.split('-').map(numberIn),
    ...(values.agents !== undefined && { agents: values.agents.split(',').map(allRound) }),
    ...(values['cases-port'] !== undefined && { casesPort: numberIn(values['cases-port']) }),
    ...(values['chat-port'] !== undefined && { chatPort: numberIn(values['chat-port']) }),
    ...(values['chat-pause'] !== undefined && {
      chatPauseSeconds: values['chat-pause'].split('-').map(numberIn),
    }),
    ...(values['second-calls'] !== undefined && { secondCalls: numberIn(values['second-calls']) }),
  }
}

const allRound = (user: string) => ({ user, queues: practiceQueues, languages })

/** `Number('')` is 0, which nobody meant. */
const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

/** Prints the address as one line of JSON, and runs until a signal comes. */
export async function runByItself(args: readonly string[], directory: string): Promise<void> {
  const { fact, centre } = await openFromOrder(orderFromArguments(args), directory)
  if (fact.kind === 'failed' || !centre) {
    logToStderr(`not opened: ${fact.kind === 'failed' ? fact.reason : 'broken'}`)
    process.exitCode = 1
    return
  }
  endOnSignals(() => centre.close())
  process.stdout.write(`${JSON.stringify(fact.address)}\n`)
}
