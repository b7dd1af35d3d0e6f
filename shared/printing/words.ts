import type { Language } from '../contract/values.ts';

const englishOrdinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinal = (nth: number) => `${nth}${endings[englishOrdinals.select(nth)] ?? 'th'}`;

/** The sentences of printed slips, in the languages of the kiosk. */
export const slipWords = {
  fr: {
    aisle: (aisle: string) => `Allée ${aisle}`,
    price: 'Prix, le même pour tous',
    stock: 'En rayon',
    outOfStock: 'Pas en rayon aujourd’hui',
    offer: 'Notre offre',
    regular: 'Au lieu de',
    until: (day: string) => `Jusqu’au ${day}, au même prix pour tous.`,
    printed: (day: string, time: string) => `Imprimé le ${day} à ${time}`,
    receipt: 'Votre réponse',
    purpose: {
      recognition: 'Être reconnu par votre balise',
      history: 'Vos achats choisissent vos offres',
      camera: 'La caméra, pour une visite',
      diet: 'Votre régime alimentaire',
    },
    yes: 'Oui',
    no: 'Non',
    question: 'Mots de la question',
    proof: 'Le code contient votre réponse et sa preuve. Il ne mène nulle part.',
    from: 'Face à la borne :',
    steps: {
      ahead: (metres: number) => `Tout droit, environ ${metres} m`,
      back: (metres: number) => `Demi-tour, puis environ ${metres} m`,
      left: (metres: number, nth: number | null) =>
        `${nth === null ? 'À gauche' : `${nth}${nth === 1 ? 'er' : 'e'} passage à gauche`}, puis environ ${metres} m`,
      right: (metres: number, nth: number | null) =>
        `${nth === null ? 'À droite' : `${nth}${nth === 1 ? 'er' : 'e'} passage à droite`}, puis environ ${metres} m`,
    },
    shelf: {
      ahead: 'Le rayon est devant vous.',
      left: 'Le rayon est à votre gauche.',
      right: 'Le rayon est à votre droite.',
      back: 'Le rayon est derrière vous.',
    },
    matter: { complaint: 'Votre réclamation', idea: 'Votre idée' },
    reference: 'Référence',
    code: 'Code',
    answers: (name: string | null, day: string) => `${name ?? 'La direction'} vous répond d’ici le ${day}.`,
    follow: 'Les deux ensemble ouvrent notre réponse, à la borne, sous « Nous dire quelque chose ».',
    trial: 'Essai de l’imprimante',
    trialMore: 'Si vous lisez cette ligne et le code, tout est prêt : é è ê ç à ù œ €',
  },
  en: {
    aisle: (aisle: string) => `Aisle ${aisle}`,
    price: 'Price, the same for everyone',
    stock: 'On the shelf',
    outOfStock: 'Not on the shelf today',
    offer: 'Our offer',
    regular: 'Instead of',
    until: (day: string) => `Until ${day}, at the same price for everyone.`,
    printed: (day: string, time: string) => `Printed on ${day} at ${time}`,
    receipt: 'Your answer',
    purpose: {
      recognition: 'Being recognised by your beacon',
      history: 'Your purchases choose your offers',
      camera: 'The camera, for one visit',
      diet: 'Your diet',
    },
    yes: 'Yes',
    no: 'No',
    question: 'Words of the question',
    proof: 'The code holds your answer and its proof. It leads nowhere.',
    from: 'Facing the kiosk:',
    steps: {
      ahead: (metres: number) => `Straight on, about ${metres} m`,
      back: (metres: number) => `Turn round, then about ${metres} m`,
      left: (metres: number, nth: number | null) =>
        `${nth === null ? 'Left' : `${ordinal(nth)} passage on the left`}, then about ${metres} m`,
      right: (metres: number, nth: number | null) =>
        `${nth === null ? 'Right' : `${ordinal(nth)} passage on the right`}, then about ${metres} m`,
    },
    shelf: {
      ahead: 'The shelf is in front of you.',
      left: 'The shelf is on your left.',
      right: 'The shelf is on your right.',
      back: 'The shelf is behind you.',
    },
    matter: { complaint: 'Your complaint', idea: 'Your idea' },
    reference: 'Reference',
    code: 'Code',
    answers: (name: string | null, day: string) => `${name ?? 'The manager'} answers you by ${day}.`,
    follow: 'The two together open our answer, at the kiosk, under “Tell us something”.',
    trial: 'Printer trial',
    trialMore: 'If you can read this line and the code, all is ready: é è ê ç à ù œ €',
  },
} as const satisfies Record<Language, object>;
