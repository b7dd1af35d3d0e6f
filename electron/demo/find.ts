import { checkDigit, type Gtin, gtin } from '../../shared/catalogue/gtin.ts';
import type { FloorPlan } from '../../shared/contract/index.ts';

/** `said, meant`: what shoppers of the demo store call things. */
export const demoSynonyms: readonly (readonly [string, string])[] = [
  ['pop', 'limonade'],
  ['soda', 'limonade'],
  ['soft drink', 'limonade, sirop'],
  ['squash', 'sirop'],
  ['bread roll', 'baguette, brioche'],
  ['loaf', 'pain de seigle, baguette'],
  ['patates', 'pommes de terre'],
  ['spuds', 'pommes de terre'],
  ['mandarines', 'clémentines'],
  ['tangerines', 'clémentines'],
  ['satsumas', 'clémentines'],
  ['laitue', 'salade'],
  ['porridge', 'muesli, boisson à l’avoine'],
  ['céréales', 'muesli'],
  ['cereal', 'muesli'],
  ['marmelade', 'confiture'],
  ['marmalade', 'confiture'],
  ['infusion', 'thé'],
  ['expresso', 'café'],
  ['espresso', 'café'],
  ['nouilles', 'pâtes'],
  ['noodles', 'pâtes'],
  ['macaroni', 'pâtes'],
  ['gâteaux secs', 'sablés'],
  ['cookies', 'sablés'],
  ['petits gâteaux', 'sablés'],
  ['bonbons', 'chocolat, sablés'],
  ['candy', 'chocolat'],
  ['détergent', 'lessive'],
  ['laundry', 'lessive'],
  ['garbage bags', 'sacs poubelle'],
  ['trash bags', 'sacs poubelle'],
  ['sacs ordures', 'sacs poubelle'],
  ['hand wash', 'savon'],
  ['carnet', 'cahier'],
  ['bloc-notes', 'cahier'],
  ['jotter', 'cahier'],
  ['kitty', 'croquettes chat'],
  ['nourriture chat', 'croquettes chat'],
  ['yogourt', 'yaourts'],
  ['fromage de chèvre', 'bûche de chèvre'],
  ['poisson', 'sardines'],
  ['fish', 'sardines'],
];

/** A code for the n-th demo product, of the range that GS1 keeps for use within a store (prefix 2), so that it is no real article's. */
export function demoCode(n: number): Gtin {
  const digits = `2${String(n).padStart(11, '0')}`;
  return gtin(`${digits}${checkDigit(digits)}`) as Gtin;
}

const shelf = (id: string, aisle: string, x: number, y: number, width: number, depth: number) => ({
  id,
  aisle,
  x,
  y,
  width,
  depth,
});

/** The demo store from above: the door and the kiosk at the lower edge, the long shelves upright. */
export const demoPlan: FloorPlan = {
  width: 20,
  height: 14,
  facing: 'up',
  places: [
    { kind: 'kiosk', id: 'kiosk', x: 8.6, y: 13.2, radius: null },
    { kind: 'zone', id: 'entrance-kiosk', x: 8.6, y: 13, radius: 1 },
  ],
  shelves: [
    shelf('bakery', '1', 0.2, 3, 1, 7),
    shelf('fruit-left', '2', 3, 9.6, 4, 1.2),
    shelf('fruit-right', '2', 13, 9.6, 4, 1.2),
    shelf('dairy', '3', 3, 0.2, 14, 0.9),
    shelf('breakfast', '4', 3.4, 2.8, 1, 5),
    shelf('grocery', '5', 6.45, 2.8, 1, 5),
    shelf('drinks', '6', 9.5, 2.8, 1, 5),
    shelf('sweets', '7', 12.55, 2.8, 1, 5),
    shelf('household', '8', 15.6, 2.8, 1, 5),
    shelf('stationery', '9', 18.8, 3, 1, 7),
  ],
};
