import type { Figure } from '../../bench/figure.ts'
import { harms } from '../../model/invariants.ts'
import { liveThrough } from './desk-life.ts'
import type { Life } from './desk-life.ts'

/** Kills of one profile; then everything is given the time to arrive. */
const killsALife = 20
/** Side by side: each spends most of its time starting. */
const lanes = 2

interface Lived extends Life {
  readonly seed: number
  readonly kills: number
}

/** A real desk, killed at seeded moments again and again. Seed S with as many kills is the first life again. */
export async function soakKills(kills: number, seed: number): Promise<readonly Figure[]> {
  const plans = Array.from({ length: Math.ceil(kills / killsALife) }, (_, life) => ({
    seed: seed + life,
    kills: Math.min(killsALife, kills - life * killsALife),
  }))
  let done = 0
  const onKill = (): void => {
    done += 1
    process.stderr.write(`\rkill ${done} of ${kills} `)
  }
  const lives: Lived[] = []
  const lane = async (): Promise<void> => {
    for (let plan = plans.shift(); plan; plan = plans.shift())
      lives.push({ ...plan, ...(await liveThrough({ ...plan, links: 0.5, onKill })) })
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  process.stderr.write('\n')
  lives.filter(({ harmed }) => harmed.length > 0).forEach(print)
  return figuresOf(lives, done)
}

const figuresOf = (lives: readonly Lived[], kills: number): Figure[] =>
  harms.map((harm) => {
    const hit = lives.filter(({ harmed }) => harmed.some((one) => one.harm === harm))
    return {
      name: `things ${harm} by kills`,
      ...{
        value: lives.flatMap(({ harmed }) => harmed).filter((one) => one.harm === harm).length,
        unit: '',
        atMost: 0,
      },
      detail: `${kills} kills of ${lives.length} profiles, ${lives.reduce((sum, { said }) => sum + said, 0)} after the desk had said so; seeds ${hit.map((life) => life.seed).join(', ') || 'none'}`,
    }
  })

function print({ seed, kills, harmed }: Lived): void {
  console.log(`seed ${seed}, --kills ${kills}`)
  for (const { harm, what } of harmed) console.log(`  ${harm}: ${what}`)
}
