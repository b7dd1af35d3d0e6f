const englishOrdinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinal = (nth: number) => `${nth}${endings[englishOrdinals.select(nth)] ?? 'th'}`;

export const en = {
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
  account: 'What we know about you',
  facts: {
    number: 'Member since',
    name: 'Name',
    language: 'Language',
    picture: 'Secret picture',
    'last-visit': 'Last visit',
    beacons: 'Beacons',
    card: 'Card, since',
    purchases: 'Purchases noted',
    declined: 'Offers you did not want',
    gestures: 'Gestures for you',
    preferences: 'Preferences',
    answers: 'Answers kept',
  },
  points: 'Points, given so far',
  agreed: 'What you agreed to:',
  since: (day: string) => `Yes, since ${day}`,
  habits: 'What you told us:',
  bought: 'What you buy most:',
  wholeAccount:
    'Without sensitive shelves and your diet. All of it is in your data to take along: by telephone at the kiosk, or from the manager.',
  trial: 'Printer trial',
  trialMore: 'If you can read this line and the code, all is ready: é è ê ç à ù œ €',
};
