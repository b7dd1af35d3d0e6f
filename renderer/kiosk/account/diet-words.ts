import type { MessageDescriptor } from '@lingui/core';
import type { Diet } from '../../../shared/contract/index.ts';

export const dietWords: Readonly<Record<Diet, MessageDescriptor>> = {
  vegetarian: /*i18n*/ { id: 'diet.vegetarian', message: 'Vegetarian' },
  vegan: /*i18n*/ { id: 'diet.vegan', message: 'Vegan' },
  'without-pork': /*i18n*/ { id: 'diet.without-pork', message: 'Without pork' },
  'without-alcohol': /*i18n*/ { id: 'diet.without-alcohol', message: 'Without alcohol' },
  'without-gluten': /*i18n*/ { id: 'diet.without-gluten', message: 'Without gluten' },
  'without-lactose': /*i18n*/ { id: 'diet.without-lactose', message: 'Without lactose' },
  'without-nuts': /*i18n*/ { id: 'diet.without-nuts', message: 'Without nuts' },
};
