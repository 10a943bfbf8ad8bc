import type { Phrases } from '../phrase.ts'

/** As in English: `a|b` is either; `#` a number or a count; `*` up to two words. Words before an elision end in "'". */
export const phrases: Phrases = {
  threat: `
-2.5 porter|porte plainte; plus jamais; jamais plus; déposer|dépose|faire|fais|formuler une|ma plainte
-2.2 mon|notre avocat|avocate|député|députée|notaire; protecteur du citoyen; défenseur des droits
-2.2 les médias|journaux|journalistes; le journal; la presse; saisir|saisirai|saisis le|la|les|un; au tribunal
-2 j'|je vais|vas me plaindre; entendre parler de; plainte officielle|formelle; je|j' vous|te préviens|avertis
-2 c'|est la dernière fois; dernière chance; mise en demeure; en cour; recours collectif
-2 fermer mon compte; aller voir ailleurs; je|on change de; je vais|vas aller|monter plus; je vous tiens|tiendrai
  `,
  complaint: `
-2.5 raccroché|raccroche au nez; au nez; se|vous moque|moquez|fout|foutez|fiche de|des|du|pas
-2.5 me|nous prend|prenez pour
-2.4 c'|est|cest * du|un grand|gros n' importe; n'|nimporte importe quoi; ras le bol; plein le dos|cul|casque
-2.4 en|y ai|a assez|marre; ça suffit; honte à; quelle honte; la honte; une honte; tu|vous parles|parlez d'
-2.2 personne * répond|rappelle|écoute|sait|comprend|aide|veut|fait|bouge
-2.2 rien * marche|fonctionne|bouge|change|avance|faire
-2.2 mon|son voyage; en maudit|tabarnak|crisse|criss|câlisse|calvaire|hostie|estie; la broue; broche à foin
-2 marche|fonctionne|marchent|fonctionnent pas|plus; marche toujours pas; ne|n' répond|répondez * pas|jamais|plus
-2 pas|même de réponse|nouvelles|excuses|solution
-2 aucune|aucun réponse|nouvelle|nouvelles|explication|suivi|écoute|aide|respect|rappel
-2 perte|perdre|perdu|perds de|mon|du|notre temps; tourne|tourner en rond
-2 me|nous|on balade|ballotte|renvoie|transfère|raccroche|ignore
-2 c'|est|cest * inadmissible|inacceptable|aberrant|scandaleux|honteux|ridicule|absurde|épouvantable|abusé|pas|trop normal|sérieux|long|possible|vrai
-1.8 votre|votre * erreur|faute|incompétence|bordel|cirque; erreur de votre|votre part; pas normal; pas sérieux
-1.8 pas possible
-1.8 comment voulez|osez vous; comment * je fais|mange|paie|vis|vivre; vous|tu trouvez|trouves ça
-1.8 à cause de|d'|du|des
-1.8 comme un|une chien|numéro|voleur|criminelle|criminel|menteur|menteuse|idiot|moins; ni * ni
-1.8 y|il a pas un chat
-1.6 pas capable de|d'; impossible de|d'; trop tard; de|en pire en|et pire; injoignable; silence radio
-1.6 lettre|lettres de|mort morte
  `,
  waiting: `
-1.8 ça|ca|sa fait # semaines|mois|heures|ans|jours|fois|minutes|semaine|heure|an|années
-1.8 j'|on attends|attend depuis|encore|toujours
-1.8 depuis # mois|semaines|ans|heures|jours|semaine; depuis|pendant des|plus mois|semaines|heures|d'
-1.8 toujours|encore rien|pas
-1.6 une|# heure|heures|h|min|minutes d'|de|au|en attente|téléphone|ligne; en attente depuis; attendre encore
-1.6 encore * attendre
  `,
  again: `
-2 # fois; # e|ème|eme fois|appel; la|pour troisième|quatrième|cinquième|sixième|énième|dixième fois; la énième
-1.8 encore une|un|le|la|les|cette; combien de fois; à chaque fois; chaque fois
-1.8 tout|tous recommencer|refaire|répéter
-1.6 les mêmes; la même; le même; toujours|encore * pareil|même; à recommencer
  `,
  despair: `
-2.2 en|ne|n' * peux|peut|pouvons plus|pus; sais|sait plus|pus * quoi|où|comment; à quoi bon; à bout
-2.2 baisse|baisser|laisse les|tomber bras
-2 n'|j'|ne|y attends|espère|crois|croit plus|pus; ne|me sert|sers à rien; ça|revient * sert|au|rien même
-2 tant pis; c'|est comme ça
-2 plus|pus la force|rien|personne|envie; mal au coeur|cœur; en|fait pleure|pleurer|larmes
-2 me|ça détruit|tue|ronge|brise
-1.8 on * est personne; faut croire; je me|suis résigne|résigné|résignée; toute|tout seul|seule
-1.8 ne * dors|dort plus
  `,
  irony: `
-2 merci pour rien|de|d'rien rien; du grand art
-2 quelle belle|bonne|merveilleuse|brillante|efficacité|surprise|chance; chapeau aux|à la|au
-2 ah|ben|oh|bon|bah super|bravo|génial|parfait|merveilleux|formidable|magnifique
-2 super|génial|bravo|parfait encore|alors|donc|vraiment|le|la|les
-1.8 félicitations|bravo à|pour celui|l'|votre|le; avec ravissement; trop drôle; bien sûr
-1.8 quel|quelle talent|exploit|prouesse|progrès
  `,
  thanks: `
2.2 merci mille|infiniment|beaucoup|énormément|tellement|sincèrement|encore|du|de|vraiment fois|fond|tout|coeur
2.2 mille|grand|gros|milles merci|mercis
2.2 merci|mercis pour|de|à|d' votre|la|le|les|tout|ton|l'|m'|vous|avoir|toute|cette|elle|lui|ma|mon
2.2 grâce à|aux vous|toi|votre|elle|lui|eux
2.2 un|une|vrai * ange|amour|trésor|perle|plaisir|bonheur|réussite|merveille; fait|font du bien; on|est aux anges
2.2 bravo à|aux|pour|la|le|les|vous
2.2 je|vous vous|en remercie|remercier|suis * reconnaissant|reconnaissante; dieu vous|te bénisse
2.2 vous êtes|étiez|avez * super|géniale|géniaux|géniales|gentille|gentil|patiente|patient|top|formidable|adorable|adorables
2 au|vous top; chapeau; lâchez pas; continuez de|comme
2 ben|bien|très|tellement|si|trop|super content|contente|heureux|heureuse|fier|fière|gentil|gentille|rapide|efficace|fine|fin
2 sauvé|sauvée|sauvez ma|mon|la|notre|le|m'; aucun|pas|sans|zéro * problème|souci|accroc|tracas|complication
2 comme dans du beurre|sur; sur des roulettes; j'|en reviens pas
2 enfin * reçu|arrivé|arrivée|réglé|là|reçue|ma|mon; pas|peux|pouvais * mieux
2 bonne|belle nouvelle|job|surprise|expérience; le fun; pas pire; pas mal
  `,
  relief: `
2.2 quel|un|le soulagement; ouf; fiou; enfin; dieu merci; je respire|souffle|revis
2.2 peux|vais * dormir|respirer|souffler
2 croyais|pensais|peur|craignais * mais|finalement; finalement; heureusement; fausse alerte
2 plus de|rien peur|peur à; s'|est * arrangé|réglé
  `,
  asking: `
0 est ce que; qu'|quest est ce
0 je|on voudrais|voudrait|aimerais|désire|souhaite|veux|veut|voulais savoir|connaître|changer|prendre|obtenir|faire|demander|modifier
0 quel|quelle|quels|quelles est|sont|délai|date|formulaire|documents|papiers|pièces|heure|case|numéro|âge|adresse
0 combien de|d'|coûte|ça|temps|je
0 où|ou est|puis|dois|trouver|je|on|se|faut
0 comment|quand je|on|faire|puis|peut|dois|modifier|changer|obtenir|est|ouvre; à quel|quelle|partir
0 pouvez|pourriez vous; j'|je appelle|appelais|téléphone|écris pour|au|parce
0 dois|puis|peux|faut|faudrait je|t|il|tu|que; c'|est est|tu quoi|où|quand|combien|lequel
0 je|nous joins|confirme|transmets|joignons|vous; ci joint|jointe|jointes|joints
0 mon|ma numéro|adresse|dossier|nas|date; je|on déménage|change|habite|commence|travaille
0 merci de me|bien|nous|m'|confirmer|préciser|votre; ai|a droit; faut|fautu tu; y a tu; prends|prend tu
0 s'|svp il vous
  `,
}
