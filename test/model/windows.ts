import { openWindow } from './desk-window.ts'
import type { DeskWindow } from './open-window.ts'
import type { World } from './world.ts'

/** Starts the desk, or opens another window of it. */
export async function addWindow(world: World): Promise<void> {
  world.opened += 1
  world.desks.push(openWindow(world, `window-${world.opened}`, await world.disk.open()))
}

/** A window ends between two breaths: what it had asked for may still happen, and nobody hears of it. */
export async function endWindow(world: World, desk: DeskWindow): Promise<void> {
  world.desks.splice(world.desks.indexOf(desk), 1)
  world.clock.drop(desk.owner)
  world.windows.listeners.delete(desk.owner)
  await world.turnstile.drop(desk.owner)
  world.clock.drop(desk.owner)
  world.ledger.cutOff(desk.owner)
  world.locks.drop(desk.owner)
  desk.close()
}
