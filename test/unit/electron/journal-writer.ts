import { journalsIn } from './journal-under-test.ts'

/** A desk that writes until it is killed, three lines at a time, and says which are on the disk. */
const folder = process.argv[2] ?? ''
const first = Number(process.argv[3])

const journals = journalsIn(folder)
await journals.open('benefits')

async function write(number: number): Promise<void> {
  const line = `${number} ${'x'.repeat((number * 7919) % 3000)}`
  const written = await journals.append('benefits', [line], true)
  if (written.ok) process.stdout.write(`${number}\n`)
}

for (let number = first; number < first + 100_000; number += 3)
  await Promise.all([write(number), write(number + 1), write(number + 2)])
