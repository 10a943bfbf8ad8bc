/** What somebody writes: what it is about, then answers, and thanks last. */
export interface WrittenScript {
  readonly question: string
  /** Where a bot asks for it. */
  readonly fileNumber: string
  readonly turns: readonly string[]
}

/**
 * Customers of whose matter the sample packs have a guide: each line answers the step of its guide that
 * stands above it, so that the guide can be followed to its end.
 */
export const followedScripts: Readonly<Record<'ellis' | 'tremblay' | 'benali' | 'abrams', WrittenScript>> = {
  // passports: Renew a passport
  ellis: {
    fileNumber: 'PT-20-4412',
    question:
      'Hello. I sent my passport renewal in six weeks ago, and now I read that it is lost. Can you help me?',
    turns: [
      // trip
      'I fly in eight days, so I need it before then. And yes, I did send it: six weeks ago.',
      // purpose
      'It is my own passport. I only want to hear where it is.',
      // name-and-birth
      'My name is Margaret Ellis, and I was born on 14 March 1958.',
      // two-of-four
      'My file number is 441 209, and the postal code is K1P 5M7.',
      // compare
      'Of course, take your time.',
      // passed
      'Good. So where is it?',
      // sent
      'I posted it at King Street, six weeks ago today. No, I have no tracking number.',
      // trace
      'A counter and a new form: all right, I will do that.',
      // goodbye
      'No, that was all. Thank you so much for your help. Goodbye!',
    ],
  },
  // benefits: Paiement non reçu
  tremblay: {
    fileNumber: 'BE-20-8205',
    question: 'Bonjour. Je n’ai pas reçu ma prestation ce mois-ci, et mon loyer est dû vendredi.',
    turns: [
      // opening
      'C’est la prestation pour enfants, par dépôt direct. Elle devait arriver il y a dix jours.',
      // in-chat
      'Oui, le lien fonctionne. Je suis dans mon dossier, sous le nom d’Hélène Tremblay.',
      // passed
      'Très bien. Et où est l’argent?',
      // file-state
      'Non, je n’ai pas déménagé, et mon compte en banque est toujours le même.',
      // release
      'Deux jours ouvrables, d’accord. J’avais peur d’avoir fait une erreur.',
      // need
      'Non, pas vraiment : je dois payer le loyer vendredi, et il ne me reste presque rien.',
      // urgent
      'Un versement d’urgence? Oh, cela m’aiderait beaucoup.',
      // done
      'Non, c’est très clair. Merci beaucoup de votre aide. Bonne journée, au revoir!',
    ],
  },
  // passports: Renouveler un passeport
  benali: {
    fileNumber: 'PT-19-7730',
    question:
      'Bonjour. Je voudrais renouveler mon passeport : il expire demain, et je pars dans trois semaines.',
    turns: [
      // trip
      'Je pars dans vingt et un jours. Et non, je n’ai encore rien envoyé.',
      // old-passport
      'Oui, je l’ai devant moi, il est intact. C’est un passeport d’adulte, et rien n’a changé, ni mon nom ni rien.',
      // short-form
      'Le formulaire 12, d’accord. J’ai déjà mes photos. Est-ce que je peux venir sur place?',
      // goodbye
      'Non, c’est tout. Parfait, je viendrai lundi. Merci, bonne journée!',
    ],
  },
  // benefits: A payment did not arrive
  abrams: {
    fileNumber: 'BE-21-3061',
    question: 'Hello. I did not get my payment this month, the child benefit. Where is it?',
    turns: [
      // opening
      'It comes as a direct deposit, and it was due ten days ago.',
      // in-chat
      'Yes, I have signed in by the link. It says Ruth Abrams.',
      // passed
      'Good. Can you see the payment?',
      // file-state
      'No, I have not moved, and it is still the same bank account.',
      // release
      'Oh, I see. Two working days are fine.',
      // need
      'Yes, it can wait until then. We have enough for food, and the rent is paid.',
      // done
      'No, that was clear. Oh, that is good to know. Thank you, goodbye.',
    ],
  },
}
