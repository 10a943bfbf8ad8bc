import type { ProblemCode, Remedy } from '../domain/problem.ts'
import type { Message } from './message.ts'

/** A problem says what happened, and then what to do about it. */
type ProblemMessages = Record<`problem.${ProblemCode}`, Message> &
  Record<`remedy.${Exclude<Remedy, 'none'>}`, Message>

export const problemWords = {
  'problem.wrong-password': {
    en: 'The centre does not accept this user name and password. Check both, and look at the Caps Lock key.',
    fr: 'Le centre refuse ce nom d’utilisateur ou ce mot de passe. Vérifiez les deux, ainsi que la touche Verr. Maj.',
  },
  'problem.server-unreachable': {
    en: 'The centre cannot be reached. Check your internet connection and your VPN, then try again.',
    fr: 'Le centre est injoignable. Vérifiez votre connexion internet et votre VPN, puis réessayez.',
  },
  'problem.server-refused': {
    en: 'The centre refuses this sign-in at the moment. Try again, and tell your IT desk if it goes on.',
    fr: 'Le centre refuse la connexion pour le moment. Réessayez, et prévenez votre service informatique si cela dure.',
  },
  'problem.link-lost': {
    en: 'The connection to the centre is lost. The desk reconnects by itself; what you write stays here.',
    fr: 'La connexion avec le centre est perdue. Le poste se reconnecte tout seul; ce que vous écrivez reste ici.',
  },
  'problem.signed-out': {
    en: 'The centre no longer accepts your sign-in, so no call can reach you. Sign out and sign in again.',
    fr: 'Le centre n’accepte plus votre connexion\u00a0: aucun appel ne peut vous parvenir. Déconnectez-vous, puis reconnectez-vous.',
  },
  'problem.microphone-refused': {
    en: 'This computer does not let Foyer use the microphone. Allow it in the system’s privacy settings, then check again.',
    fr: 'Cet ordinateur n’autorise pas Foyer à utiliser le microphone. Autorisez-le dans les paramètres de confidentialité, puis vérifiez à nouveau.',
  },
  'problem.microphone-missing': {
    en: 'No microphone is connected. Plug your headset in, then check again.',
    fr: 'Aucun microphone n’est branché. Branchez votre casque, puis vérifiez à nouveau.',
  },
  'problem.microphone-busy': {
    en: 'The microphone does not answer; another program may hold it. Close that program, then check again.',
    fr: 'Le microphone ne répond pas; un autre programme l’utilise peut-être. Fermez ce programme, puis vérifiez à nouveau.',
  },
  'problem.call-failed': {
    en: 'The call broke off. Your note is still here; call the customer back if you can.',
    fr: 'L’appel a été coupé. Votre note est toujours là; rappelez le client si possible.',
  },
  'problem.control-failed': {
    en: 'That did not work. Try once more.',
    fr: 'La commande n’a pas fonctionné. Essayez de nouveau.',
  },
  'problem.transfer-failed': {
    en: 'The transfer did not go through. You still have the customer: try again, or ask somebody else.',
    fr: 'Le transfert n’a pas abouti. Le client est toujours en ligne avec vous\u00a0: réessayez ou adressez-vous à quelqu’un d’autre.',
  },
  'problem.recording-not-paused': {
    en: 'The centre has not confirmed that the recording rests. Do not ask for card or bank details now; end the private stretch and try again, or use another way to pay.',
    fr: 'Le centre n’a pas confirmé la pause de l’enregistrement. Ne demandez pas de coordonnées de carte ou de banque maintenant; terminez le passage privé et réessayez, ou proposez un autre mode de paiement.',
  },
  'problem.recording-not-resumed': {
    en: 'The centre has not confirmed that the recording goes on: the rest of this call may not be recorded. Tell your team lead if calls must be recorded.',
    fr: 'Le centre n’a pas confirmé la reprise de l’enregistrement\u00a0: la suite de cet appel ne sera peut-être pas enregistrée. Prévenez votre chef d’équipe si les appels doivent l’être.',
  },
  'problem.articles-unread': {
    en: 'The desk could not look into its articles. Try once more; if it happens again, sign out and in, and tell your IT desk.',
    fr: 'Le poste n’a pas pu consulter ses articles. Réessayez une fois; si cela se répète, fermez puis rouvrez la session, et prévenez votre service informatique.',
  },
  'problem.queue-not-told': {
    en: 'The queue does not know your state: it may send you calls, or none. Try again, and tell your IT desk if it goes on.',
    fr: 'La file ne connaît pas votre état\u00a0: elle peut vous envoyer des appels, ou aucun. Réessayez, et prévenez votre service informatique si cela dure.',
  },
  'problem.device-lost': {
    en: 'A sound device that you chose has gone; the system’s own is used until it comes back. Plug it in again, or choose another under Sound.',
    fr: 'Un appareil audio que vous aviez choisi a disparu; celui du système le remplace jusqu’à son retour. Rebranchez-le, ou choisissez-en un autre sous Son.',
  },
  'problem.speaker-missing': {
    en: 'No loudspeaker is connected, so you cannot hear the customer. Plug your headset in; the sound comes back by itself.',
    fr: 'Aucun haut-parleur n’est branché\u00a0: vous ne pouvez pas entendre le client. Branchez votre casque; le son reviendra de lui-même.',
  },
  'problem.link-dialled': {
    en: 'Another program asked to call somebody while you were busy with a number. Nobody was called: finish that first, then follow the link again.',
    fr: 'Un autre programme a demandé un appel pendant que vous saisissiez un numéro. Personne n’a été appelé\u00a0: terminez d’abord, puis suivez le lien de nouveau.',
  },
  'problem.store-unopened': {
    en: 'Your records on this computer cannot be opened. Nothing is lost: close other copies of Foyer, check that the disk is not full, then try again.',
    fr: 'Vos notes et fiches sur cet ordinateur ne s’ouvrent pas. Rien n’est perdu\u00a0: fermez les autres copies de Foyer, vérifiez que le disque n’est pas plein, puis réessayez.',
  },
  'problem.store-undecryptable': {
    en: 'Your records on this computer cannot be read with this computer’s key. They can be set aside for your IT desk, unchanged, so that you can start with empty ones.',
    fr: 'La clé de cet ordinateur ne permet pas de lire vos notes et fiches. Elles peuvent être mises de côté, intactes, pour votre service informatique, et vous repartirez à neuf.',
  },
  'problem.store-newer': {
    en: 'Your records were written by a newer Foyer, and this one cannot save anything to them. Nothing is lost: open the newer Foyer, or ask your IT desk to update this one.',
    fr: 'Vos notes et fiches viennent d’une version plus récente de Foyer, et celle-ci ne peut rien y enregistrer. Rien n’est perdu\u00a0: ouvrez le Foyer plus récent, ou demandez la mise à jour à votre service informatique.',
  },
  'problem.rows-unreadable': {
    en: 'Some earlier records on this computer are damaged and cannot be shown. They are kept; all the others are here. Tell your IT desk.',
    fr: 'Certaines fiches antérieures sur cet ordinateur sont endommagées et ne peuvent pas être affichées. Elles sont conservées; toutes les autres sont là. Prévenez votre service informatique.',
  },
  'problem.not-saved': {
    en: 'What you wrote is on the screen but not on the disk. Keep this window open, free some disk space, then save again. What belongs to a case is still in its form: save it there again.',
    fr: 'Ce que vous avez écrit est à l’écran mais pas sur le disque. Gardez cette fenêtre ouverte, libérez de l’espace, puis enregistrez à nouveau. Ce qui va à un dossier est toujours dans son formulaire\u00a0: enregistrez-le là de nouveau.',
  },
  'problem.key-unavailable': {
    en: 'The key to your records cannot be taken from this computer’s keystore. Try again; otherwise the records can be set aside for your IT desk, unchanged, so that you can start with empty ones.',
    fr: 'La clé de vos notes et fiches n’a pas pu être lue dans le trousseau de cet ordinateur. Réessayez; sinon, elles peuvent être mises de côté, intactes, pour votre service informatique, et vous repartirez à neuf.',
  },
  'problem.keystore-missing': {
    en: 'This computer’s keystore does not answer, and without it your records cannot be protected. Unlock it, or ask your IT desk to install one, then try again.',
    fr: 'Le trousseau de clés de cet ordinateur ne répond pas, et sans lui vos notes et fiches ne peuvent pas être protégées. Déverrouillez-le, ou demandez à votre service informatique d’en installer un, puis réessayez.',
  },
  'problem.keystore-weak': {
    en: 'This computer has no keystore, so your records are less protected here. You can work; ask your IT desk to install one.',
    fr: 'Cet ordinateur n’a pas de trousseau de clés\u00a0: vos notes et fiches y sont moins protégées. Vous pouvez travailler; demandez à votre service informatique d’en installer un.',
  },
  'problem.practice-unstarted': {
    en: 'The practice centre did not start. Try again; if it goes on, close Foyer and open it again.',
    fr: 'Le centre d’exercice n’a pas démarré. Réessayez; si cela continue, fermez Foyer et ouvrez-le de nouveau.',
  },
  'problem.practice-stopped': {
    en: 'The practice centre has stopped. What you wrote is saved: sign out and start practising again.',
    fr: 'Le centre d’exercice s’est arrêté. Ce que vous avez écrit est enregistré\u00a0: déconnectez-vous et recommencez l’exercice.',
  },
  'problem.settings-unread': {
    en: 'The settings that your IT desk placed on this computer have a mistake, so only practice is offered. Tell your IT desk: the log says which line.',
    fr: 'Les paramètres placés par votre service informatique contiennent une erreur; seul l’exercice est proposé. Prévenez-le\u00a0: le journal indique l’endroit.',
  },
  'problem.desktop-refused': {
    en: 'Foyer refused a request that it did not understand. Nothing is lost: restart Foyer, and tell your IT desk if it happens again.',
    fr: 'Foyer a refusé une demande qu’il n’a pas comprise. Rien n’est perdu\u00a0: redémarrez Foyer et prévenez votre service informatique si cela se reproduit.',
  },
  'problem.cases-unreachable': {
    en: 'The case system cannot be reached. The cases on this computer stay open, what you write is saved here, and the desk sends it by itself later.',
    fr: 'Le système de dossiers est injoignable. Les dossiers de cet ordinateur restent ouverts, vos écrits sont enregistrés ici, et le poste les enverra tout seul plus tard.',
  },
  'problem.cases-sign-in-needed': {
    en: 'The case system wants to know who you are. What you write is saved here and waits: sign in under What waits, at the top.',
    fr: 'Le système de dossiers demande qui vous êtes. Vos écrits sont enregistrés ici et attendent\u00a0: connectez-vous sous Ce qui attend, en haut.',
  },
  'problem.cases-wrong-password': {
    en: 'The case system does not accept this sign-in. What you write is saved here: check the user name and the password, or take a new token, then sign in again under What waits.',
    fr: 'Le système de dossiers refuse cette connexion. Vos écrits sont enregistrés ici\u00a0: vérifiez le nom d’utilisateur et le mot de passe, ou prenez un nouveau jeton, puis reconnectez-vous sous Ce qui attend.',
  },
  'problem.cases-not-understood': {
    en: 'The case system answers in a way that the desk does not understand. What you write is saved here and waits. Perhaps your network wants a sign-in in a browser; otherwise tell your IT desk.',
    fr: 'Le système de dossiers répond de façon incompréhensible. Vos écrits sont enregistrés ici et attendent. Votre réseau demande peut-être une connexion dans un navigateur; sinon, prévenez votre service informatique.',
  },
  'problem.cases-restored': {
    en: 'The case system was put back to an earlier day. What you wrote since then is still here and is sent again; replies that may have left are shown to you first, under What waits.',
    fr: 'Le système de dossiers est revenu à une date antérieure. Ce que vous avez écrit depuis est toujours ici et repart; les réponses peut-être déjà parties vous sont d’abord montrées, sous Ce qui attend.',
  },
  'problem.cases-unreadable': {
    en: 'Some cases on this computer are damaged and cannot be shown. They are kept, and fetched again from the case system when it can be reached. Tell your IT desk if it happens again.',
    fr: 'Certains dossiers sur cet ordinateur sont endommagés et ne peuvent pas être affichés. Ils sont conservés, et repris du système de dossiers dès qu’il est joignable. Prévenez votre service informatique si cela se reproduit.',
  },
  'problem.journal-damaged': {
    en: 'A part of the safety copy of what you wrote is damaged. It is kept, and your cases themselves are here: look through what is not sent, and tell your IT desk.',
    fr: 'Une partie de la copie de sûreté de vos écrits est endommagée. Elle est conservée, et vos dossiers eux-mêmes sont là\u00a0: vérifiez ce qui n’est pas envoyé, et prévenez votre service informatique.',
  },
  'problem.journal-newer': {
    en: 'The safety copy of what you write about cases was written by a newer Foyer, so cases cannot be opened here. It is left as it is, and nothing is lost. Calls and their notes work; for cases open the newer Foyer, or ask your IT desk to update this one.',
    fr: 'La copie de sûreté de vos écrits sur les dossiers vient d’une version plus récente de Foyer\u00a0: les dossiers ne peuvent pas être ouverts ici. Elle reste telle quelle et rien n’est perdu. Les appels et leurs notes fonctionnent; pour les dossiers, ouvrez le Foyer plus récent ou demandez la mise à jour à votre service informatique.',
  },
  'problem.journal-restored': {
    en: 'The cases on this computer were gone. What you wrote was brought back from the safety copy and is sent as usual; the rest is fetched from the case system.',
    fr: 'Les dossiers de cet ordinateur avaient disparu. Vos écrits ont été repris de la copie de sûreté et partiront comme d’habitude; le reste est récupéré du système de dossiers.',
  },
  'problem.storage-low': {
    en: 'There is little room left on this computer. Everything so far is saved; free some disk space soon, so that it stays so.',
    fr: 'Il reste peu d’espace sur cet ordinateur. Tout est enregistré jusqu’ici; libérez bientôt de l’espace sur le disque pour que cela dure.',
  },
  'problem.file-missing': {
    en: 'This file is neither on this computer nor to be had from the case system now. The case is unharmed: try again when the case system can be reached.',
    fr: 'Ce fichier n’est pas sur cet ordinateur et le système de dossiers ne peut pas le fournir en ce moment. Le dossier est intact\u00a0: réessayez quand le système sera joignable.',
  },
  'problem.file-too-large': {
    en: 'This file is too large for the case system, so it was not attached. What you wrote is still here: attach a smaller one, or send without it.',
    fr: 'Ce fichier est trop volumineux pour le système de dossiers\u00a0: il n’a pas été joint. Votre texte est toujours là\u00a0: joignez un fichier plus petit, ou envoyez sans lui.',
  },
  'problem.chat-unreachable': {
    en: 'The chat server cannot be reached. You can read, search and write: what you write is saved here and leaves by itself, in order, once the server is back.',
    fr: 'Le serveur de clavardage est injoignable. Vous pouvez lire, chercher et écrire\u00a0: vos messages sont enregistrés ici et partiront d’eux-mêmes, dans l’ordre, au retour du serveur.',
  },
  'problem.chat-signed-out': {
    en: 'The chat server does not accept your account any more, perhaps because your password was changed. What you wrote is saved here: sign out and sign in with the new password.',
    fr: 'Le serveur de clavardage refuse maintenant votre compte; votre mot de passe a peut-être changé. Vos messages sont enregistrés ici\u00a0: déconnectez-vous, puis reconnectez-vous avec le nouveau mot de passe.',
  },
  'problem.chat-gone': {
    en: 'Somebody else has taken this chat, or the customer has left. You need not do anything.',
    fr: 'Une autre personne a pris cette conversation, ou le client est parti. Vous n’avez rien à faire.',
  },
  'problem.chat-not-handed-on': {
    en: 'Nobody has taken over this chat: it is still yours, and the customer sees no change. Ask somebody else, or a whole queue.',
    fr: 'Personne n’a repris cette conversation\u00a0: elle est toujours la vôtre et le client ne voit aucun changement. Demandez à quelqu’un d’autre, ou à toute une file.',
  },
  'problem.chat-not-ended': {
    en: 'The chat could not be ended, because the chat queue does not answer. Nothing is lost: try again in a moment.',
    fr: 'La conversation n’a pas pu être terminée\u00a0: la file de clavardage ne répond pas. Rien n’est perdu\u00a0: réessayez dans un instant.',
  },
  'problem.chat-file-refused': {
    en: 'This file is not a picture, a PDF or plain text, or is not what its name says, so it was not passed on. Ask for one of these, or send one.',
    fr: 'Ce fichier n’est ni une image, ni un PDF, ni du texte simple, ou n’est pas ce que son nom indique\u00a0: il n’a pas été transmis. Demandez ou envoyez un de ces formats.',
  },
  'problem.chat-not-sent': {
    en: 'The server did not take one of your messages. It is still here, marked as not sent: send it again, or write it anew.',
    fr: 'Le serveur a refusé un de vos messages. Il est toujours ici, marqué non envoyé\u00a0: renvoyez-le, ou récrivez-le.',
  },
  'remedy.retry': { en: 'Try again', fr: 'Réessayer' },
  'remedy.set-aside': {
    en: 'Set aside and start with empty records',
    fr: 'Mettre de côté et repartir à neuf',
  },
  'remedy.check-microphone': { en: 'Check the microphone again', fr: 'Vérifier à nouveau le microphone' },
  'remedy.sign-in-again': { en: 'Sign out and begin again', fr: 'Se déconnecter et recommencer' },
} as const satisfies ProblemMessages

export const problemFrameWords = {
  'problems.label': { en: 'Problems', fr: 'Problèmes' },
  'problems.dismiss': { en: 'Dismiss', fr: 'Fermer' },
} as const
