import type { InLanguages } from '../contract/store-words.ts';
import type { Language, Purpose } from '../contract/values.ts';

/** One version of what a shopper reads before answering. Never edit a released one: add a version. */
export interface ConsentTextVersion extends InLanguages<string> {
  readonly purpose: Purpose;
  readonly version: string;
  /** Says that the employee who is called sees what the store knows. */
  readonly tellsEmployees?: true;
}

/** Loyalty data is kept three years after the last contact (CNIL reference for customer relations). */
export const retentionYears = 3;

/** Every version ever shown, newest last within a purpose. The page shows exactly these words; the record holds their hash. */
export const consentTexts: readonly ConsentTextVersion[] = [
  {
    purpose: 'recognition',
    version: 'recognition-1',
    fr: [
      'Voulez-vous que cette borne vous reconnaisse à votre arrivée ?',
      'Elle écoute alors le signal Bluetooth de votre balise de fidélité.',
      'Nous gardons son numéro et le jour de votre dernière visite.',
      'Votre prénom et votre image secrète sont facultatifs.',
      'La personne que vous appelez voit votre prénom.',
      'Tout reste dans ce magasin, et rien n’est vendu.',
      'Nous effaçons tout trois ans après votre dernière visite.',
      'Vous pouvez arrêter d’un seul geste, sur n’importe quel écran.',
      'Tout est alors effacé aussitôt.',
      'Il reste une preuve de vos choix, sans votre nom.',
      'Si vous refusez, la borne vous sert tout aussi bien.',
    ].join(' '),
    en: [
      'May this kiosk recognise you when you arrive?',
      'It then listens for the Bluetooth signal of your loyalty beacon.',
      'We keep its number and the day of your last visit.',
      'Your first name and your secret picture are optional.',
      'The person you call sees your first name.',
      'Everything stays in this store, and nothing is sold.',
      'We erase it all three years after your last visit.',
      'You can stop with one tap, on any screen.',
      'Everything is then erased at once.',
      'A proof of your choices remains, without your name.',
      'If you say no, the kiosk serves you just as well.',
    ].join(' '),
  },
  {
    purpose: 'history',
    version: 'history-1',
    fr: [
      'Pouvons-nous choisir une offre d’après vos achats dans ce magasin ?',
      'Nous utilisons la date, le produit et la quantité de chaque achat.',
      'Les produits de santé, de bébé ou d’alcool ne comptent jamais.',
      'Vos achats ne changent jamais un prix.',
      'Tout reste dans ce magasin, et rien n’est vendu.',
      'Nous effaçons ces achats trois ans après votre dernière visite.',
      'Vous pouvez arrêter d’un seul geste, sur n’importe quel écran.',
      'Si vous refusez, vous voyez l’offre la plus appréciée du magasin.',
    ].join(' '),
    en: [
      'May we choose an offer from what you bought here?',
      'We use the date, product and quantity of each purchase.',
      'Health, baby and alcohol products never count.',
      'What you buy never changes a price.',
      'Everything stays in this store, and nothing is sold.',
      'We erase these purchases three years after your last visit.',
      'You can stop with one tap, on any screen.',
      'If you say no, you see the store’s most popular offer.',
    ].join(' '),
  },
  {
    purpose: 'history',
    version: 'history-2',
    tellsEmployees: true,
    fr: [
      'Pouvons-nous nous servir de vos achats dans ce magasin ?',
      'Nous utilisons la date, le produit et la quantité de chaque achat.',
      'Ils nous servent à choisir une offre pour vous.',
      'La personne que vous appelez voit ce que vous achetez souvent.',
      'Elle voit aussi l’année de votre inscription.',
      'Les produits de santé, de bébé ou d’alcool ne comptent jamais.',
      'Vos achats ne changent jamais un prix.',
      'Tout reste dans ce magasin, et rien n’est vendu.',
      'Nous effaçons ces achats trois ans après votre dernière visite.',
      'Vous pouvez arrêter d’un seul geste, sur n’importe quel écran.',
      'Si vous refusez, vous voyez l’offre la plus appréciée du magasin.',
    ].join(' '),
    en: [
      'May we make use of what you bought here?',
      'We use the date, product and quantity of each purchase.',
      'They help us choose an offer for you.',
      'The person you call sees what you often buy.',
      'They also see the year you joined.',
      'Health, baby and alcohol products never count.',
      'What you buy never changes a price.',
      'Everything stays in this store, and nothing is sold.',
      'We erase these purchases three years after your last visit.',
      'You can stop with one tap, on any screen.',
      'If you say no, you see the store’s most popular offer.',
    ].join(' '),
  },
  {
    purpose: 'diet',
    version: 'diet-1',
    tellsEmployees: true,
    fr: [
      'Pouvons-nous garder le régime alimentaire que vous nous indiquez ?',
      'Il peut en dire long sur votre santé ou vos convictions.',
      'Vous seul le choisissez, et nous ne le devinons jamais.',
      'La personne que vous appelez voit ce régime, et personne d’autre.',
      'Il ne change ni un prix ni une offre.',
      'Tout reste dans ce magasin, et rien n’est vendu.',
      'Nous l’effaçons trois ans après votre dernière visite.',
      'Vous pouvez arrêter d’un seul geste, sur n’importe quel écran.',
      'Il est alors effacé aussitôt.',
      'Si vous refusez, la borne vous sert tout aussi bien.',
    ].join(' '),
    en: [
      'May we keep the diet that you tell us?',
      'It can say much about your health or your beliefs.',
      'You alone choose it, and we never guess it.',
      'The person you call sees it, and nobody else does.',
      'It changes no price and no offer.',
      'Everything stays in this store, and nothing is sold.',
      'We erase it three years after your last visit.',
      'You can stop with one tap, on any screen.',
      'It is then erased at once.',
      'If you say no, the kiosk serves you just as well.',
    ].join(' '),
  },
  {
    purpose: 'camera',
    version: 'camera-1',
    fr: [
      'La caméra peut-elle nous aider à voir si quelque chose vous gêne ?',
      'Un programme estime alors l’expression de votre visage.',
      'Il peut se tromper et ne décide jamais seul.',
      'Il peut seulement nous faire proposer une personne plus tôt.',
      'Il ne reconnaît personne.',
      'Cela vaut pour cette visite seulement.',
      'Rien n’est enregistré, et aucune image ne quitte la borne.',
      'Vous pouvez arrêter d’un seul geste, sur n’importe quel écran.',
      'Cette fonction est réservée aux adultes.',
      'Si vous refusez, la borne vous sert tout aussi bien.',
    ].join(' '),
    en: [
      'May the camera help us see if something bothers you?',
      'A program then estimates the expression on your face.',
      'It can be wrong, and it never decides alone.',
      'It can only make us propose a person sooner.',
      'It does not know who anybody is.',
      'This holds for this visit only.',
      'Nothing is recorded, and no picture leaves the kiosk.',
      'You can stop with one tap, on any screen.',
      'This is for adults only.',
      'If you say no, the kiosk serves you just as well.',
    ].join(' '),
  },
  {
    purpose: 'camera',
    version: 'camera-2',
    fr: [
      'La caméra et vos gestes sur l’écran peuvent-ils nous aider ?',
      'Un programme estime alors l’expression de votre visage.',
      'Il compte aussi les gestes répétés ou restés sans effet.',
      'Il cherche seulement si quelque chose vous gêne.',
      'Il peut se tromper et ne décide jamais seul.',
      'Il peut seulement nous faire proposer une personne plus tôt.',
      'Il ne reconnaît personne.',
      'Cela vaut pour cette visite seulement.',
      'Rien n’est enregistré, et aucune image ne quitte la borne.',
      'Vous pouvez arrêter d’un seul geste, sur n’importe quel écran.',
      'Cette fonction est réservée aux adultes.',
      'Si vous refusez, la borne vous sert tout aussi bien.',
    ].join(' '),
    en: [
      'May the camera and your touches on the screen help us?',
      'A program then estimates the expression on your face.',
      'It also counts touches that repeat or have no effect.',
      'It only looks for whether something bothers you.',
      'It can be wrong, and it never decides alone.',
      'It can only make us propose a person sooner.',
      'It does not know who anybody is.',
      'This holds for this visit only.',
      'Nothing is recorded, and no picture leaves the kiosk.',
      'You can stop with one tap, on any screen.',
      'This is for adults only.',
      'If you say no, the kiosk serves you just as well.',
    ].join(' '),
  },
];

/** Whether a camera text that was agreed to also speaks of how the screen is touched: only the first one did not. */
export const coversTouch = (version: string): boolean => version !== 'camera-1';

/** The version to show now. */
export const currentText = (purpose: Purpose): ConsentTextVersion =>
  consentTexts.findLast((text) => text.purpose === purpose) as ConsentTextVersion;

/** Whether the words of a version said that employees see what the store knows of the customer they come to. */
export const tellsEmployees = (version: string | null): boolean =>
  consentTexts.some((text) => text.version === version && text.tellsEmployees === true);

/** Whether the words a page sent back are, to the letter, a version that exists for this purpose. */
export const isKnownText = (
  purpose: Purpose,
  shown: { readonly version: string; readonly language: Language; readonly text: string },
): boolean =>
  consentTexts.some((text) => text.purpose === purpose && text.version === shown.version && text[shown.language] === shown.text);
