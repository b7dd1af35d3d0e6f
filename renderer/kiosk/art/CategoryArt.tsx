import type { FC } from 'react';
import { Bakery, Dairy, Fish, Flowers, Meat, Produce } from './fresh.tsx';
import { Cheese, Pet, Stationery } from './home-goods.tsx';
import { Basket, Breakfast, Drinks, Frozen, Grocery, Household, Sweets } from './pantry.tsx';

/** Which drawing stands for a category; a shop's own categories fall back to the basket. */
const drawings: Readonly<Record<string, FC>> = {
  bakery: Bakery,
  breakfast: Breakfast,
  cheese: Cheese,
  dairy: Dairy,
  drinks: Drinks,
  fish: Fish,
  frozen: Frozen,
  'fruit-vegetables': Produce,
  garden: Flowers,
  grocery: Grocery,
  household: Household,
  meat: Meat,
  pet: Pet,
  stationery: Stationery,
  sweets: Sweets,
};

/** A calm drawing in place of a photograph. It says nothing that the words beside it do not say. */
export function CategoryArt({ category }: { readonly category: string }) {
  const Drawing = drawings[category] ?? Basket;
  return (
    <svg className="art" viewBox="0 0 160 160" aria-hidden="true" focusable="false">
      <circle cx="80" cy="84" r="74" fill="var(--wash)" />
      <Drawing />
    </svg>
  );
}
