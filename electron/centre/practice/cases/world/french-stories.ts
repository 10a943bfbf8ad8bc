import type { CaseStory } from './story.ts'

export const frenchStories: readonly CaseStory[] = [
  {
    ...{ queue: 'Prestations', resident: 'tremblay', channel: 'call', owner: 'agent', priority: 70 },
    ...{ openedHoursAgo: 44, dueInHours: 28, subject: 'Prestation de novembre non reçue, dossier 820517' },
    text: 'Mme Tremblay n’a rien reçu ce mois-ci et son loyer est dû vendredi. Adresse et compte inchangés.',
    steps: [
      {
        kind: 'note',
        hoursAgo: 43,
        by: 'agent',
        text: 'Le paiement a été bloqué par une vérification de routine. Demande de déblocage envoyée.',
      },
      {
        kind: 'reply',
        hoursAgo: 42,
        by: 'agent',
        text: 'Bonjour Madame,\n\nVotre paiement a été retardé par une vérification. Nous avons demandé qu’il parte sans attendre.\n\nLe service des prestations',
      },
      {
        kind: 'mail',
        hoursAgo: 20,
        text: 'Merci. Est-ce que l’argent sera là avant vendredi ?\n\nHélène Tremblay',
      },
      {
        kind: 'call-back',
        hoursAgo: 19,
        by: 'agent',
        text: 'La rappeler dès que la date du virement est connue.',
        dueInHours: 3,
      },
    ],
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'tremblay',
      channel: 'form',
      owner: 'claire.bergeron',
      openedHoursAgo: 3100,
    },
    subject: 'Changement de compte bancaire',
    text: 'Veuillez verser la prestation sur mon nouveau compte. Le spécimen de chèque est joint.',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 3090,
        by: 'claire.bergeron',
        text: 'C’est fait. Le prochain versement ira sur le nouveau compte.',
      },
      { kind: 'status', hoursAgo: 3089, by: 'claire.bergeron', to: 'resolved' },
    ],
  },
  {
    ...{
      queue: 'Passports',
      resident: 'benali',
      channel: 'call',
      owner: 'agent',
      priority: 50,
      travelInDays: 14,
    },
    ...{ openedHoursAgo: 21, dueInHours: 70, documents: ['Photo', 'Proof of address'] },
    subject: 'Voyage dans deux semaines, passeport expiré',
    text: 'M. Benali a ses photos et son formulaire. Il viendra lundi au comptoir.',
    steps: [
      {
        kind: 'promise',
        hoursAgo: 20,
        by: 'agent',
        text: 'Réserver une place au comptoir pour lundi.',
        dueInHours: 24,
      },
    ],
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'gagnon',
      channel: 'call',
      owner: 'agent',
      openedHoursAgo: 160,
      dueInHours: -6,
    },
    subject: 'Lettre : 120 $ à rembourser',
    text: 'Mme Gagnon ne comprend pas la lettre du 4. Elle n’a jamais reçu deux fois la même somme.',
    steps: [
      {
        kind: 'note',
        hoursAgo: 158,
        by: 'claire.bergeron',
        text: 'Le trop-perçu date de mai : le formulaire de garde est arrivé en retard.',
      },
      {
        kind: 'reply',
        hoursAgo: 150,
        by: 'agent',
        text: 'Bonjour Madame,\n\nLa somme vient du mois de mai. Vous pouvez la rembourser en quatre fois.',
      },
      {
        kind: 'mail',
        hoursAgo: 100,
        text: 'Quatre fois 30 $, cela me convient. Comment dois-je faire ?\n\nLucie Gagnon',
      },
    ],
  },
  {
    ...{
      queue: 'Passports',
      resident: 'leblanc',
      channel: 'email',
      openedHoursAgo: 6,
      subject: 'Délai pour un premier passeport ?',
    },
    text: 'Bonjour,\n\nCombien de temps faut-il compter en ce moment ? Je pars au printemps.\n\nMarc Leblanc',
  },
  {
    ...{
      queue: 'Passports',
      resident: 'bouchard',
      channel: 'form',
      owner: 'dana.roy',
      openedHoursAgo: 260,
      dueInHours: 20,
    },
    ...{ documents: ['Birth certificate'], subject: 'Erreur dans la date de naissance' },
    text: 'Mon nouveau passeport dit 1979. Je suis née en 1978.',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 250,
        by: 'dana.roy',
        text: 'Nous sommes désolés. Envoyez-le-nous : la correction est gratuite.',
      },
      { kind: 'status', hoursAgo: 249, by: 'dana.roy', to: 'stalled' },
    ],
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'diallo',
      channel: 'chat',
      owner: 'agent',
      openedHoursAgo: 10,
      dueInHours: 60,
    },
    subject: 'Naissance : quand demander la prestation ?',
    text: 'Le bébé est né le 12. Elle demande quels papiers il faut et pour quand.',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 9,
        by: 'agent',
        text: 'Félicitations ! L’acte de naissance et le formulaire 4 suffisent, dans les trois mois.',
      },
    ],
  },
  {
    ...{ queue: 'Prestations', resident: 'bouchard', channel: 'email', openedHoursAgo: 2, priority: 30 },
    subject: 'Attestation pour la garderie',
    text: 'Bonjour,\n\nLa garderie me demande une attestation de prestations pour janvier. Pouvez-vous me l’envoyer ?\n\nMerci,\nSylvie Bouchard',
  },
]
