import type { StoreWords } from '../../shared/contract/index.ts';

const names: Readonly<Record<string, StoreWords>> = {
  bakery: { fr: 'Boulangerie', en: 'Bakery' },
  breakfast: { fr: 'Petit déjeuner', en: 'Breakfast' },
  cheese: { fr: 'Fromages', en: 'Cheese' },
  dairy: { fr: 'Crèmerie', en: 'Dairy' },
  drinks: { fr: 'Boissons', en: 'Drinks' },
  'fruit-vegetables': { fr: 'Fruits et légumes', en: 'Fruit and vegetables' },
  garden: { fr: 'Jardin', en: 'Garden' },
  grocery: { fr: 'Épicerie', en: 'Grocery' },
  household: { fr: 'Maison', en: 'Household' },
  pet: { fr: 'Animaux', en: 'Pets' },
  stationery: { fr: 'Papeterie', en: 'Stationery' },
  sweets: { fr: 'Douceurs', en: 'Sweets' },
};

/** A category in both languages; one the house does not know is shown by its identifier. */
export const categoryName = (id: string): StoreWords => names[id] ?? { fr: id, en: id };
