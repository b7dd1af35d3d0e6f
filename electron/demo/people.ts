/** Demo employees with the logins that the login pages show. */
export const demoEmployees = [
  { id: 'lea', code: 'LEA', name: 'Léa', pin: '1234', manager: false },
  { id: 'karim', code: 'KARIM', name: 'Karim', pin: '2345', manager: false },
  { id: 'odile', code: 'ODILE', name: 'Odile', pin: '3456', manager: true },
] as const;

export const demoPassword = 'demo-manager';

/** Demo customers: what each has bought, as `product: days ago`. */
export const demoCustomers = [
  {
    id: 'camille',
    number: 'CAM2LE',
    name: 'Camille',
    language: 'fr',
    history: true,
    bought: { 'coffee-beans': [4, 11, 19, 26, 40], baguette: [4, 6, 11, 19], milk: [6, 26], chocolate: [40] },
  },
  {
    id: 'sam',
    number: 'SAM3UL',
    name: 'Sam',
    language: 'en',
    history: true,
    bought: { comte: [3, 10, 17], apples: [3, 10], pasta: [17], 'olive-oil': [33] },
  },
  { id: 'nour', number: 'NUR4XX', name: 'Nour', language: 'fr', history: false, bought: {} },
] as const;

/** Anonymous receipts: product and number of lines, for a plausible popularity. */
export const demoPopularity: Readonly<Record<string, number>> = {
  baguette: 140,
  milk: 96,
  croissant: 82,
  clementines: 61,
  eggs: 58,
  pasta: 51,
  comte: 33,
  chocolate: 30,
  'coffee-beans': 22,
  'olive-oil': 12,
};

/** Anonymous receipts by what they hold together, each this many times: enough for what people buy together to show. */
export const demoReceipts: readonly (readonly [readonly string[], number])[] = [
  [['coffee-beans', 'croissant', 'milk'], 14],
  [['coffee-beans', 'sugar', 'biscuits'], 9],
  [['baguette', 'butter', 'jam-apricot'], 16],
  [['baguette', 'comte', 'tomatoes'], 13],
  [['pasta', 'tomatoes', 'olive-oil'], 17],
  [['pasta', 'comte'], 8],
  [['flour', 'eggs', 'sugar', 'milk'], 12],
  [['apples', 'yoghurt', 'muesli'], 11],
  [['clementines', 'chocolate', 'tea-black'], 10],
  [['camembert', 'baguette', 'apples'], 7],
  [['washing-powder', 'sponges', 'bin-bags'], 9],
];
