import type { CaseStory } from './story.ts'

export const olderFrenchStories: readonly CaseStory[] = [
  {
    ...{
      queue: 'Prestations',
      resident: 'leblanc',
      channel: 'call',
      owner: 'claire.bergeron',
      openedHoursAgo: 480,
    },
    subject: 'Déménagement au Nouveau-Brunswick',
    text: 'Il déménage le 1er et veut savoir ce qui change.',
    steps: [
      {
        kind: 'note',
        hoursAgo: 478,
        by: 'claire.bergeron',
        text: 'Dossier à transmettre à la province. En attente de sa nouvelle adresse.',
      },
      { kind: 'status', hoursAgo: 477, by: 'claire.bergeron', to: 'stalled' },
    ],
  },
  {
    ...{
      queue: 'Passports',
      resident: 'diallo',
      channel: 'form',
      owner: 'agent',
      openedHoursAgo: 75,
      dueInHours: 100,
    },
    ...{ documents: ['Photo', 'Birth certificate', 'Proof of address'], travelInDays: 60 },
    subject: 'Passeport pour un nouveau-né',
    text: 'Tout est joint. Faut-il que le bébé soit présent ?',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 74,
        by: 'agent',
        text: 'Non, sa photo suffit. Un des deux parents doit venir.',
      },
      { kind: 'mail', hoursAgo: 50, text: 'Merci beaucoup ! Je viendrai jeudi.\n\nAminata Diallo' },
    ],
  },
  {
    ...{ queue: 'Passports', resident: 'benali', channel: 'form', owner: 'dana.roy', openedHoursAgo: 5200 },
    subject: 'Passeport abîmé par l’eau',
    text: 'La page de la photo est illisible.',
    steps: [{ kind: 'status', hoursAgo: 5000, by: 'dana.roy', to: 'resolved' }],
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'gagnon',
      channel: 'email',
      owner: 'claire.bergeron',
      openedHoursAgo: 1500,
    },
    subject: 'Relevé pour les impôts',
    text: 'Je n’ai pas reçu mon relevé de l’année.',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 1490,
        by: 'claire.bergeron',
        text: 'Voici le relevé par la poste. Il arrivera sous trois jours.',
      },
      { kind: 'status', hoursAgo: 1489, by: 'claire.bergeron', to: 'resolved' },
    ],
  },
  {
    ...{
      queue: 'Passports',
      resident: 'bouchard',
      channel: 'chat',
      openedHoursAgo: 33,
      subject: 'Peut-on payer en ligne ?',
    },
    text: 'Elle veut payer par carte et ne trouve pas la page.',
  },
  {
    ...{ queue: 'Prestations', resident: 'diallo', channel: 'call', owner: 'agent', openedHoursAgo: 330 },
    subject: 'Supplément logement : pièces manquantes',
    text: 'Il manque le bail. Elle l’enverra cette semaine.',
    steps: [
      { kind: 'mail', hoursAgo: 200, text: 'Voici le bail signé.\n\nAminata Diallo' },
      { kind: 'status', hoursAgo: 190, by: 'agent', to: 'resolved' },
    ],
  },
  {
    ...{ queue: 'Prestations', resident: 'tremblay', channel: 'chat', owner: 'agent', openedHoursAgo: 800 },
    subject: 'Code d’accès oublié',
    text: 'Elle ne peut plus entrer dans son dossier en ligne.',
    steps: [
      {
        kind: 'note',
        hoursAgo: 799,
        by: 'agent',
        text: 'Nouveau code envoyé par la poste après vérification de l’identité.',
      },
      { kind: 'status', hoursAgo: 798, by: 'agent', to: 'resolved' },
    ],
  },
]
