/**
 * The practice centre's process. Started by the desk it gets its order from its parent (Electron's utilityProcess);
 * by itself, `node centre.cjs --port 0 --seed 7 --origin app://bundle --pause 4-9 --agents ada,ben` prints its address
 * as one line of JSON and runs until it is interrupted.
 */
import { runByItself } from './practice/run-by-itself.ts'
import { parentOf, serveParent } from './practice/serve-parent.ts'

const directory = import.meta.dirname
const parent = parentOf(process)
if (parent) serveParent(parent, directory)
else void runByItself(process.argv.slice(2), directory)
