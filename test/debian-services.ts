import { execFile } from 'node:child_process'
import { appendFileSync, existsSync } from 'node:fs'
import { promisify } from 'node:util'

const COMMAND_MS = 60_000

/** What an init system starts by itself, among the files of a package. */
export type Services = {
  readonly units: readonly string[]
  readonly scripts: readonly string[]
}

/** @param files one path a line, as `dpkg-query -L` prints them. */
export function servicesAmong(files: string): Services {
  const named = (pattern: RegExp): string[] => [...files.matchAll(pattern)].map(([, name]) => name ?? '')
  return {
    // Templates (name@.service) start nothing until somebody makes an instance of them.
    units: named(/^(?:\/usr)?\/lib\/systemd\/system\/([^/@\n]+\.(?:service|socket|timer))$/gm),
    scripts: named(/^\/etc\/init\.d\/([^/\n]+)$/gm),
  }
}

/**
 * Debian starts the services of a package as it installs it. The tests start servers of their own on free ports and
 * leave none running, so these are stopped and disabled. Only for packages that were missing a moment ago: a service
 * that was there before belongs to the machine. Where no init system runs, or the machine's own policy-rc.d forbids
 * to start services, there is nothing to stop, and that is what the commands then find.
 */
export async function quietNewServices(packages: readonly string[], log: string): Promise<void> {
  const { units, scripts } = servicesAmong(await run('dpkg-query', ['-L', ...packages]))
  if (existsSync('/run/systemd/system')) {
    if (units.length > 0) appendFileSync(log, await run('systemctl', ['disable', '--now', ...units]))
    return
  }
  for (const script of scripts) appendFileSync(log, await run('invoke-rc.d', [script, 'stop']))
}

async function run(program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, [...args], { timeout: COMMAND_MS })
    return stdout + stderr
  } catch (error) {
    return `${program} ${args.join(' ')}: ${error instanceof Error ? error.message : String(error)}\n`
  }
}
