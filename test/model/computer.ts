import { addWindow, endWindow } from './windows.ts'
import { rest, user } from './world.ts'
import type { World } from './world.ts'

/** What happens to the computer, and what the agent does about it. */
export async function stop(world: World): Promise<void> {
  for (const desk of [...world.desks]) await endWindow(world, desk)
}

/** The desk ends with all its windows, and is started again. */
export async function kill(world: World): Promise<void> {
  await stop(world)
  await addWindow(world)
}

export function cure({ cures }: World): void {
  for (const undo of cures.splice(0)) undo()
}

export function setLink(world: World, isUp: boolean): void {
  world.isUp = isUp
  for (const { wire, network } of world.desks) {
    if (isUp) wire.comeUp()
    else wire.goDown()
    if (isUp) network()
  }
}

/** Out: the session ends at the case system. In: the agent fills in the form. */
export async function setSignedIn(world: World, isSignedIn: boolean): Promise<void> {
  world.isSignedIn = isSignedIn
  for (const { wire, desk } of world.desks) {
    if (isSignedIn) wire.signIn()
    else wire.signOut()
    if (isSignedIn) void desk.signIn({ user, secret: 'open sesame' })
  }
  await Promise.resolve()
}

/** With room again, the agent starts anew what could not be started. */
export async function setFull(world: World, isFull: boolean): Promise<void> {
  world.windows.isFull = isFull
  world.journal.setFull(isFull && world.random() < 0.3)
  if (isFull) return
  await rest(world)
  for (const desk of world.desks.filter(({ hasFailed }) => hasFailed)) {
    await endWindow(world, desk)
    await addWindow(world)
  }
}
