import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import * as v from 'valibot'

const Mail = v.object({
  to: v.string(),
  cc: v.string(),
  subject: v.string(),
  text: v.string(),
  /** The names of the files that came with it. */
  files: v.array(v.string()),
})

/** A mail that has left the case system. */
export type SentMail = v.InferOutput<typeof Mail>

/** A mail from a customer. */
export interface Letter {
  readonly from: string
  readonly subject: string
  readonly text: string
  /** The queue whose address it was sent to. */
  readonly queue: string
  /** The case that it answers, by its number; without it a new one is begun. */
  readonly about?: string
}

/** Oldest first. A file whose name does not end so yet is still being written. */
export async function sentMail(folder: string): Promise<SentMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => v.parse(Mail, JSON.parse(text)))
}

/** RFC 5322; the case is told by the tag in the subject, which is what a customer's answer keeps. */
export function rfc5322({ from, subject, text, about }: Letter): string {
  const tag = about === undefined ? '' : `Re: [foyer.test #${about}] `
  const encoded = `=?UTF-8?B?${Buffer.from(tag + subject).toString('base64')}?=`
  return [
    `From: <${from}>`,
    'To: <cases@foyer.test>',
    // A long one would have to be folded (RFC 2047, section 2); tests keep theirs short.
    `Subject: ${encoded}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n')
}

/**
 * Hands a mail in at the gate where the machine's mail program does.
 * @throws Error with what the gate said when it does not take it.
 */
export async function deliver(server: string, letter: Letter): Promise<void> {
  const form = new FormData()
  form.set('SessionType', 'REST')
  form.set('action', 'correspond')
  form.set('queue', letter.queue)
  form.set('message', rfc5322(letter))
  const answer = await fetch(`${server}/REST/1.0/NoAuth/mail-gateway`, { method: 'POST', body: form })
  const said = await answer.text()
  if (!said.startsWith('ok')) throw new Error(`The mail was not taken: ${said.trim()}`)
}
