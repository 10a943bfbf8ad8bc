import type { Refusal } from '../domain/outbox.ts'
import type { Catalogue, Message } from './message.ts'

type FormMessages = Record<`question.why.${Refusal}`, Message>

/** What is written into a case, and what the agent has to decide about it. */
export const caseFormWords = {
  'case.private': {
    en: 'Private stretch: nothing can be written into a case now. What was begun is here again when the stretch ends.',
    fr: 'Passage privé\u00a0: rien ne peut être écrit dans un dossier pour l’instant. Ce qui était commencé réapparaît à la fin du passage.',
  },
  'compose.label': { en: 'Add to the case', fr: 'Ajouter au dossier' },
  'compose.tab.note': { en: 'Note', fr: 'Note' },
  'compose.tab.reply': { en: 'Reply by mail', fr: 'Réponse par courriel' },
  'compose.tab.promise': { en: 'Promise or call-back', fr: 'Promesse ou rappel' },
  'compose.draft': { en: 'draft', fr: 'brouillon' },
  'compose.note': { en: 'Note for colleagues', fr: 'Note pour les collègues' },
  'compose.note.about': {
    en: 'Stays among colleagues: the customer does not see it.',
    fr: 'Reste entre collègues\u00a0: le client ne la voit pas.',
  },
  'compose.note.go': { en: 'Save the note', fr: 'Enregistrer la note' },
  'compose.note.missing': { en: 'Write the note first.', fr: 'Écrivez d’abord la note.' },
  'compose.reply': { en: 'Reply to the customer', fr: 'Réponse au client' },
  'compose.reply.about': {
    en: 'Leaves by mail, and cannot be taken back once it is sent. To: {addresses}',
    fr: 'Part par courriel, et ne peut plus être annulée une fois envoyée. À\u00a0: {addresses}',
  },
  'compose.reply.copy': { en: 'Copy to: {addresses}', fr: 'Copie à\u00a0: {addresses}' },
  'compose.reply.nobody': {
    en: 'This case has no customer’s address. Add one in the fields, then you can reply.',
    fr: 'Ce dossier n’a aucune adresse de client. Ajoutez-en une dans les champs, puis répondez.',
  },
  'compose.reply.go': { en: 'Send to the customer', fr: 'Envoyer au client' },
  'compose.reply.missing': { en: 'Write the reply first.', fr: 'Écrivez d’abord la réponse.' },
  'compose.keys': {
    en: 'Ctrl+Enter saves it. What you type is kept as a draft on this computer.',
    fr: 'Ctrl+Entrée enregistre. Ce que vous saisissez est gardé en brouillon sur cet ordinateur.',
  },
  'compose.keys.reply': {
    en: 'Ctrl+Enter sends it. What you type is kept as a draft on this computer.',
    fr: 'Ctrl+Entrée envoie. Ce que vous saisissez est gardé en brouillon sur cet ordinateur.',
  },

  'files.add': { en: 'Attach files…', fr: 'Joindre des fichiers…' },
  'files.hint': {
    en: 'Or paste or drop them into the text. 10 MB each at most. They are saved together with the text.',
    fr: 'Ou collez-les ou déposez-les dans le texte. 10\u00a0Mo chacun au plus. Ils sont enregistrés en même temps que le texte.',
  },
  'files.chosen': { en: 'Files to attach', fr: 'Fichiers à joindre' },
  'files.remove': { en: 'Do not attach {name}', fr: 'Ne pas joindre {name}' },
  'files.unnamed': { en: 'pasted file', fr: 'fichier collé' },

  'promise.heading': { en: 'Promised, not kept yet', fr: 'Promis, pas encore tenu' },
  'promise.kind': { en: 'What is promised?', fr: 'Que promettez-vous?' },
  'promise.kind.promise': { en: 'Something to be done', fr: 'Une démarche' },
  'promise.kind.call-back': { en: 'A call-back', fr: 'Un rappel' },
  'promise.what': { en: 'What exactly?', fr: 'Quoi exactement?' },
  'promise.what.missing': { en: 'Say what is promised.', fr: 'Dites ce qui est promis.' },
  'promise.due': { en: 'By when?', fr: 'Pour quand?' },
  'promise.due.missing': { en: 'Choose a day and an hour.', fr: 'Choisissez un jour et une heure.' },
  'promise.due.past': { en: 'This time is over already.', fr: 'Ce moment est déjà passé.' },
  'promise.quick': { en: 'Quick choices', fr: 'Choix rapides' },
  'promise.quick.hour': { en: 'in an hour', fr: 'dans une heure' },
  'promise.quick.tomorrow': { en: 'tomorrow {time}', fr: 'demain {time}' },
  'promise.quick.week': { en: 'in a week, {time}', fr: 'dans une semaine, {time}' },
  'promise.number': { en: 'Number to call', fr: 'Numéro à rappeler' },
  'promise.number.missing': {
    en: 'Type the number that is to be called.',
    fr: 'Saisissez le numéro à rappeler.',
  },
  'promise.go': { en: 'Save the promise', fr: 'Enregistrer la promesse' },
  'promise.go.call-back': { en: 'Save the call-back', fr: 'Enregistrer le rappel' },
  'promise.kept': { en: 'It is kept', fr: 'C’est tenu' },
  'promise.call': { en: 'Call {number}', fr: 'Appeler le {number}' },
  'promise.by': { en: 'by {time}', fr: 'avant {time}' },
  'promise.overdue': { en: 'overdue since {time}', fr: 'en retard\u00a0: {time}' },

  'new-case.heading': { en: 'New case', fr: 'Nouveau dossier' },
  'new-case.for': { en: 'New case for {name}', fr: 'Nouveau dossier pour {name}' },
  'new-case.draft': {
    en: 'You began this case earlier. What you wrote is here.',
    fr: 'Vous aviez commencé ce dossier. Ce que vous aviez écrit est ici.',
  },
  'new-case.draft.other': {
    en: 'You began this case for {addresses}. Finish it, or empty the form for this customer.',
    fr: 'Vous aviez commencé ce dossier pour {addresses}. Terminez-le, ou videz le formulaire pour ce client.',
  },
  'new-case.empty': { en: 'Empty the form', fr: 'Vider le formulaire' },
  'new-case.queue': { en: 'Queue', fr: 'File' },
  'new-case.queue.choose': { en: 'Choose a queue', fr: 'Choisir une file' },
  'new-case.queue.none': {
    en: 'The queues are not on this computer yet. They come with the first connection to the case system.',
    fr: 'Les files ne sont pas encore sur cet ordinateur. Elles arrivent à la première connexion au système de dossiers.',
  },
  'new-case.queue.missing': { en: 'Choose the queue.', fr: 'Choisissez la file.' },
  'new-case.subject': { en: 'Subject', fr: 'Objet' },
  'new-case.subject.missing': {
    en: 'Say in a line what it is about.',
    fr: 'Dites en une ligne de quoi il s’agit.',
  },
  'new-case.requestors': { en: 'Customer’s addresses', fr: 'Adresses du client' },
  'new-case.requestors.hint': {
    en: 'Mail addresses, one per line. Replies go there.',
    fr: 'Adresses courriel, une par ligne. Les réponses y sont envoyées.',
  },
  'new-case.text': { en: 'What the customer wants', fr: 'Ce que veut le client' },
  'new-case.go': { en: 'Save the case', fr: 'Enregistrer le dossier' },
  'new-case.cancel': { en: 'Close, keep the draft', fr: 'Fermer, garder le brouillon' },
  'new-case.open': { en: 'New case…', fr: 'Nouveau dossier…' },

  'in-hand.heading': { en: 'Cases of this customer', fr: 'Dossiers de ce client' },
  'in-hand.loading': { en: 'Looking for cases…', fr: 'Recherche des dossiers…' },
  'in-hand.none': { en: 'No case of this customer is known.', fr: 'Aucun dossier connu pour ce client.' },
  'in-hand.open': { en: 'Open', fr: 'Ouvrir' },
  'in-hand.attach.call': { en: 'Attach the call', fr: 'Y joindre l’appel' },
  'in-hand.attach.chat': { en: 'Attach the chat', fr: 'Y joindre la conversation' },
  'in-hand.attached.call': { en: 'The call is attached', fr: 'Appel joint' },
  'in-hand.attached.chat': { en: 'The chat is attached', fr: 'Conversation jointe' },
  'in-hand.attached.about.call': {
    en: 'The note and the outcome of this call are written into the case.',
    fr: 'La note et l’issue de cet appel seront inscrites au dossier.',
  },
  'in-hand.attached.about.chat': {
    en: 'The note, the outcome and what was said in this chat are written into the case.',
    fr: 'La note, l’issue et ce qui s’est dit dans cette conversation seront inscrits au dossier.',
  },
  'in-hand.other': {
    en: 'Another case was open before: {subject}. It is with the cases, so that nothing about this call is written there by mistake.',
    fr: 'Un autre dossier était ouvert\u00a0: {subject}. Il est avec les dossiers, pour que rien de cet appel n’y soit écrit par erreur.',
  },
  'in-hand.other.show': { en: 'Show that case', fr: 'Afficher cet autre dossier' },
  'in-hand.detach': { en: 'Detach', fr: 'Détacher' },

  'question.conflict': { en: 'Two values for {field}', fr: 'Deux valeurs pour «\u00a0{field}\u00a0»' },
  'question.conflict.about': {
    en: 'Somebody changed this field while yours was on its way. Theirs stands until you choose; both stay in the history.',
    fr: 'Quelqu’un a modifié ce champ pendant que votre valeur était en route. La sienne tient jusqu’à votre choix; les deux restent dans l’historique.',
  },
  'question.mine': { en: 'Yours', fr: 'La vôtre' },
  'question.theirs': { en: 'Theirs', fr: 'L’autre' },
  'question.theirs.by': { en: 'By {name}', fr: 'De {name}' },
  'question.keep-mine': { en: 'Keep mine', fr: 'Garder la mienne' },
  'question.keep-theirs': { en: 'Keep theirs', fr: 'Garder l’autre' },

  'question.asking': { en: 'Was this reply sent?', fr: 'Cette réponse est-elle partie?' },
  'question.asking.about': {
    en: 'The connection broke while it left, and the history does not show it. If you send it and it had arrived, the customer gets it twice.',
    fr: 'La connexion a été coupée pendant l’envoi, et l’historique ne la montre pas. Si vous l’envoyez alors qu’elle est arrivée, le client la reçoit deux fois.',
  },
  'question.to': { en: 'To: {addresses}', fr: 'À\u00a0: {addresses}' },
  'question.send': { en: 'Send it', fr: 'L’envoyer' },
  'question.was-sent': { en: 'It was sent', fr: 'Elle est partie' },
  'question.look-again': { en: 'Look again', fr: 'Revérifier' },

  'question.set-aside': {
    en: 'The case system does not accept this',
    fr: 'Refusé par le système de dossiers',
  },
  'question.why.invalid': {
    en: 'It does not take this value: perhaps the status cannot follow, or a choice is no longer there. Take it back and choose another.',
    fr: 'La valeur n’est pas acceptée\u00a0: ce statut ne peut peut-être pas suivre, ou un choix n’existe plus. Annulez et choisissez-en une autre.',
  },
  'question.why.forbidden': {
    en: 'You may not do this there. Ask your team lead for the right, then try again.',
    fr: 'Vous n’en avez pas le droit. Demandez-le à votre chef d’équipe, puis réessayez.',
  },
  'question.why.gone': {
    en: 'The case is not there any more. Copy what you need into another case, then take this back.',
    fr: 'Le dossier n’existe plus. Copiez l’essentiel dans un autre dossier, puis annulez.',
  },
  'question.why.too-large': {
    en: 'It is too large for the case system. Take it back, and write it with a smaller file or in parts.',
    fr: 'C’est trop volumineux pour le système de dossiers. Annulez, puis recommencez avec un fichier plus petit ou en plusieurs parties.',
  },
  'question.why.server-fails': {
    en: 'The case system fails on this one while it takes others. Try again later, and tell your IT desk if it goes on.',
    fr: 'Le système de dossiers échoue sur cet ajout et accepte les autres. Réessayez plus tard, et prévenez votre service informatique si cela dure.',
  },
  'question.why.unreadable': {
    en: 'What this computer has kept of it is damaged and cannot be sent. Write it again, then take this back.',
    fr: 'Ce que cet ordinateur en a conservé est endommagé et ne peut pas partir. Réécrivez-le, puis annulez.',
  },
  'question.detail': {
    en: 'The case system says: {detail}',
    fr: 'Le système de dossiers dit\u00a0: {detail}',
  },
  'question.try-again': { en: 'Try again', fr: 'Réessayer' },
  'question.take-back': { en: 'Take it back', fr: 'Annuler' },
  'question.written': { en: 'written {when}', fr: 'écrit le {when}' },
} as const satisfies FormMessages & Catalogue
