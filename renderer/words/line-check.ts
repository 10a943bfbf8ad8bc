import type { CheckFinding, CheckStep, CheckVerdict } from '../domain/line-check.ts'
import type { Catalogue, Message } from './message.ts'

type LineCheckMessages = Record<
  `check.step.${CheckStep}` | `check.verdict.${CheckVerdict}` | `check.finding.${CheckFinding}`,
  Message
>

/** The test of the equipment: what is tried, and for each thing found, what to do about it. */
export const lineCheckWords = {
  'check.open': { en: 'Test my equipment', fr: 'Tester mon équipement' },
  'check.heading': { en: 'Test of your equipment', fr: 'Test de votre équipement' },
  'check.about': {
    en: 'Half a minute: microphone, headset, and the way to the centre. No person is called.',
    fr: 'Une demi-minute\u00a0: microphone, casque et chemin jusqu’au centre. Aucune personne n’est appelée.',
  },
  'check.start': { en: 'Start the test', fr: 'Lancer le test' },
  'check.again': { en: 'Test again', fr: 'Refaire le test' },
  'check.stop': { en: 'Stop the test', fr: 'Arrêter le test' },
  'check.close': { en: 'Close the test', fr: 'Fermer le test' },
  'check.progress': { en: 'Progress of the test', fr: 'Progression du test' },
  'check.progress.step': {
    en: 'Step {step} of {steps}: {name}',
    fr: 'Étape {step} sur {steps}\u00a0: {name}',
  },
  'check.heard': { en: 'Did you hear the sound?', fr: 'Avez-vous entendu le son?' },
  'check.heard.yes': { en: 'Yes, I heard it', fr: 'Oui, je l’ai entendu' },
  'check.heard.no': { en: 'No', fr: 'Non' },
  'check.speak': {
    en: 'Say a few words, as you would to a customer.',
    fr: 'Dites quelques mots, comme à un client.',
  },
  'check.overall.passed': {
    en: 'Your equipment is ready for the shift.',
    fr: 'Votre équipement est prêt pour le service.',
  },
  'check.overall.failed': {
    en: '{count, plural, one {One thing needs} other {# things need}} your attention before the shift.',
    fr: '{count, plural, one {Un point est} other {# points sont}} à régler avant le service.',
  },
  'check.overall.stopped': { en: 'The test was stopped.', fr: 'Le test a été arrêté.' },

  'check.step.permission': { en: 'Permission for the microphone', fr: 'Autorisation du microphone' },
  'check.step.microphone': { en: 'Microphone', fr: 'Microphone' },
  'check.step.speaker': { en: 'Headset', fr: 'Casque' },
  'check.step.server': { en: 'Connection to the centre', fr: 'Connexion avec le centre' },
  'check.step.relay': { en: 'Relay for the sound', fr: 'Relais du son' },
  'check.step.line': { en: 'Sound of a test call', fr: 'Son d’un appel d’essai' },
  'check.waiting': { en: 'Not tried yet', fr: 'Pas encore essayé' },
  'check.running': { en: 'Trying…', fr: 'Essai en cours…' },

  'check.verdict.passed': { en: 'Good', fr: 'Bon' },
  'check.verdict.failed': { en: 'Needs attention', fr: 'À régler' },
  'check.verdict.left-out': { en: 'Not tested', fr: 'Non testé' },

  'check.finding.good': { en: 'Works as it should.', fr: 'Fonctionne comme il faut.' },
  'check.finding.permission-refused': {
    en: 'This computer does not let Foyer use the microphone. Allow it in the system’s privacy settings.',
    fr: 'Cet ordinateur n’autorise pas Foyer à utiliser le microphone. Autorisez-le dans les paramètres de confidentialité.',
  },
  'check.finding.microphone-missing': {
    en: 'No microphone is connected. Plug your headset in.',
    fr: 'Aucun microphone n’est branché. Branchez votre casque.',
  },
  'check.finding.microphone-busy': {
    en: 'The microphone does not answer. Close the other program that uses it.',
    fr: 'Le microphone ne répond pas. Fermez l’autre programme qui l’utilise.',
  },
  'check.finding.microphone-silent': {
    en: 'The microphone hears nothing. Look for a mute switch on the headset, or choose another microphone under Sound.',
    fr: 'Le microphone n’entend rien. Cherchez un bouton de sourdine sur le casque, ou choisissez un autre microphone sous Son.',
  },
  'check.finding.microphone-too-quiet': {
    en: 'Your voice is faint. Bring the microphone nearer to your mouth, or raise its level in the system’s sound settings.',
    fr: 'Votre voix est faible. Rapprochez le microphone de votre bouche, ou augmentez son niveau dans les paramètres de son.',
  },
  'check.finding.speaker-missing': {
    en: 'No headset or loudspeaker is connected. Plug your headset in.',
    fr: 'Aucun casque ni haut-parleur n’est branché. Branchez votre casque.',
  },
  'check.finding.speaker-unheard': {
    en: 'You did not hear the sound. Raise the volume, or choose another headset under Sound.',
    fr: 'Vous n’avez pas entendu le son. Montez le volume, ou choisissez un autre casque sous Son.',
  },
  'check.finding.server-unreachable': {
    en: 'The centre cannot be reached. Check your internet connection and your VPN.',
    fr: 'Le centre est injoignable. Vérifiez votre connexion internet et votre VPN.',
  },
  'check.finding.server-slow': {
    en: 'The centre answers slowly. Pause downloads and videos at home, or plug in a network cable.',
    fr: 'Le centre répond lentement. Suspendez téléchargements et vidéos à la maison, ou branchez un câble réseau.',
  },
  'check.finding.relay-unreachable': {
    en: 'The relay for the sound cannot be reached. Calls may work without it; tell your IT desk.',
    fr: 'Le relais du son est injoignable. Les appels peuvent fonctionner sans lui; prévenez votre service informatique.',
  },
  'check.finding.relay-refused': {
    en: 'The relay for the sound refuses this desk. Tell your IT desk: its name or password there may be wrong.',
    fr: 'Le relais du son refuse ce poste. Prévenez votre service informatique\u00a0: son nom ou son mot de passe est peut-être erroné.',
  },
  'check.finding.relay-not-configured': {
    en: 'Your centre uses no relay. Nothing to do.',
    fr: 'Votre centre n’utilise pas de relais. Rien à faire.',
  },
  'check.finding.line-not-configured': {
    en: 'Your centre has no number for a test call. Nothing to do.',
    fr: 'Votre centre n’a pas de numéro pour un appel d’essai. Rien à faire.',
  },
  'check.finding.line-unreachable': {
    en: 'The test call was not answered. Try again, and tell your IT desk if it goes on.',
    fr: 'L’appel d’essai est resté sans réponse. Réessayez, et prévenez votre service informatique si cela dure.',
  },
  'check.finding.line-loss': {
    en: 'Parts of the sound were lost. Move nearer to the Wi-Fi, or plug in a network cable.',
    fr: 'Des parties du son se sont perdues. Rapprochez-vous de la borne Wi-Fi, ou branchez un câble réseau.',
  },
  'check.finding.line-jitter': {
    en: 'The sound arrived unevenly. Pause downloads and videos at home, or plug in a network cable.',
    fr: 'Le son est arrivé de façon irrégulière. Suspendez téléchargements et vidéos à la maison, ou branchez un câble réseau.',
  },
  'check.finding.line-delay': {
    en: 'The sound took long. Close other programs and try again. If you use a VPN that is not needed for calls, ask your IT desk.',
    fr: 'Le son a mis du temps. Fermez les autres logiciels et refaites le test. Si vous utilisez un VPN inutile aux appels, parlez-en à votre service informatique.',
  },
  'check.finding.line-silent': {
    en: 'No sound came back. A firewall may stop it: try another network, and tell your IT desk.',
    fr: 'Aucun son n’est revenu. Un pare-feu le bloque peut-être\u00a0: essayez un autre réseau, et prévenez votre service informatique.',
  },
  'check.finding.stopped': {
    en: 'Not finished: the test was stopped.',
    fr: 'Non terminé\u00a0: le test a été arrêté.',
  },

  'check.figure.round-trip': {
    en: 'round trip {value, number, ::.} ms',
    fr: 'aller-retour {value, number, ::.} ms',
  },
  'check.figure.jitter': { en: 'jitter {value, number, ::.} ms', fr: 'gigue {value, number, ::.} ms' },
  'check.figure.lost': {
    en: '{value, number, ::percent .0} lost',
    fr: '{value, number, ::percent .0} de pertes',
  },
  'check.figure.mos': { en: 'score {value, number, ::.0} of 4.5', fr: 'note {value, number, ::.0} sur 4,5' },
  'check.figure.level': {
    en: 'level {value, number, ::percent .}',
    fr: 'niveau {value, number, ::percent .}',
  },

  'check.history': { en: 'Earlier tests', fr: 'Tests précédents' },
  'check.history.none': {
    en: 'No earlier test on this computer.',
    fr: 'Aucun test précédent sur cet ordinateur.',
  },
  'check.history.when': { en: 'When', fr: 'Date' },
  'check.history.verdict': { en: 'Result', fr: 'Résultat' },
  'check.history.mos': { en: 'Score (MOS)', fr: 'Note (MOS)' },
  'check.history.round-trip': { en: 'Round trip', fr: 'Aller-retour' },
  'check.history.unmeasured': { en: 'not measured', fr: 'non mesuré' },
  'check.history.drawn': {
    en: 'Scores of the last tests, oldest first: {scores}',
    fr: 'Notes des derniers tests, du plus ancien au plus récent\u00a0: {scores}',
  },
} as const satisfies LineCheckMessages & Catalogue
