import type { ProductSettings } from '../../shared/contract/index.ts';
import { cents } from '../../shared/units.ts';
import { dice } from '../bench/random.ts';

/** French, English, category. */
const kinds: readonly (readonly [string, string, string])[] = [
  ['tomate', 'tomato', 'fruit-vegetables'],
  ['aubergine', 'aubergine', 'fruit-vegetables'],
  ['courgette', 'courgette', 'fruit-vegetables'],
  ['épinards', 'spinach', 'fruit-vegetables'],
  ['champignons', 'mushrooms', 'fruit-vegetables'],
  ['haricots', 'beans', 'fruit-vegetables'],
  ['fromage', 'cheese', 'cheese'],
  ['yaourt', 'yoghurt', 'dairy'],
  ['beurre', 'butter', 'dairy'],
  ['crème', 'cream', 'dairy'],
  ['chocolat', 'chocolate', 'sweets'],
  ['biscuit', 'biscuit', 'sweets'],
  ['céréales', 'cereal', 'breakfast'],
  ['confiture', 'jam', 'breakfast'],
  ['moutarde', 'mustard', 'grocery'],
  ['vinaigre', 'vinegar', 'grocery'],
  ['cornichons', 'gherkins', 'grocery'],
  ['pâtes', 'pasta', 'grocery'],
  ['riz', 'rice', 'grocery'],
  ['saucisson', 'sausage', 'meat'],
  ['jambon', 'ham', 'meat'],
  ['poulet', 'chicken', 'meat'],
  ['saumon', 'salmon', 'fish'],
  ['crevettes', 'prawns', 'fish'],
  ['limonade', 'lemonade', 'drinks'],
  ['eau', 'water', 'drinks'],
  ['shampooing', 'shampoo', 'care'],
  ['dentifrice', 'toothpaste', 'care'],
  ['savon', 'soap', 'care'],
  ['lessive', 'detergent', 'household'],
  ['éponge', 'sponge', 'household'],
  ['serviette', 'towel', 'household'],
  ['mouchoirs', 'tissues', 'household'],
  ['ampoule', 'light bulb', 'household'],
  ['croquettes', 'dry food', 'pet'],
];
const manners: readonly (readonly [string, string])[] = [
  ['nature', 'plain'],
  ['noir', 'dark'],
  ['doux', 'mild'],
  ['à l’ancienne', 'wholegrain'],
  ['râpé', 'grated'],
  ['fumé', 'smoked'],
  ['cerise', 'cherry'],
  ['vert', 'green'],
  ['rôti', 'roast'],
  ['bio', 'organic'],
  ['extra fin', 'extra fine'],
  ['sans sel', 'without salt'],
  ['léger', 'light'],
  ['familial', 'family size'],
];
const sounds = ['ba', 'ce', 'do', 'fi', 'ga', 'lo', 'mi', 'na', 'pe', 'ro', 'su', 'ta', 'vi', 'zo', 'lan', 'mor', 'tel', 'quin'];

/** A store of `count` products: real words for things, made-up names for the many brands. The same at every run. */
export function bigCatalogue(count: number): (ProductSettings & { readonly kind: string })[] {
  const random = dice(11);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
  const brands = Array.from({ length: 3_000 }, () => {
    const word = Array.from({ length: 2 + random.below(3) }, () => pick(sounds)).join('');
    return word[0]?.toUpperCase() + word.slice(1);
  });
  return Array.from({ length: count }, (_, n) => {
    const [fr, en, category] = pick(kinds);
    const [mannerFr, mannerEn] = pick(manners);
    const [brand, size] = [pick(brands), `${50 * (1 + random.below(30))} g`];
    return {
      id: `p${n}`,
      kind: fr,
      name: { fr: `${fr} ${mannerFr} ${brand}, ${size}`, en: `${brand} ${mannerEn} ${en}, ${size}` },
      category,
      aisle: String(1 + random.below(40)),
      stock: random.below(50),
      priceCents: cents(50 + random.below(3_000)),
    };
  });
}
