import { run } from './packs/commands/run.ts'

/** `npm run pack`: checks and builds knowledge packs (docs/write-a-guide.md, docs/knowledge-packs.md). */
process.exitCode = await run(process.argv.slice(2), {
  // npm runs this at the top of the project; what was typed is meant from where it was typed.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  say: (line) => console.log(line),
  now: new Date(),
})
