import type { I18n, MessageDescriptor } from '@lingui/core';
import type { Diet, Preference } from '../../../shared/contract/index.ts';

const diets: Readonly<Record<Diet, MessageDescriptor>> = {
  vegetarian: /*i18n*/ { id: 'staff.diet.vegetarian', message: 'vegetarian' },
  vegan: /*i18n*/ { id: 'staff.diet.vegan', message: 'vegan' },
  'without-pork': /*i18n*/ { id: 'staff.diet.without-pork', message: 'without pork' },
  'without-alcohol': /*i18n*/ { id: 'staff.diet.without-alcohol', message: 'without alcohol' },
  'without-gluten': /*i18n*/ { id: 'staff.diet.without-gluten', message: 'without gluten' },
  'without-lactose': /*i18n*/ { id: 'staff.diet.without-lactose', message: 'without lactose' },
  'without-nuts': /*i18n*/ { id: 'staff.diet.without-nuts', message: 'without nuts' },
};

/** What a customer told of their habits, in a line. */
export function preferenceWords(preference: Preference, i18n: I18n): string {
  switch (preference.kind) {
    case 'note':
      return preference.text;
    case 'size':
      return i18n._({ id: 'staff.preference.size', message: 'Sizes: {text}', values: { text: preference.text } });
    case 'shelves':
      return preference.shelves.join(' · ');
    case 'diet':
      return i18n._({
        id: 'staff.preference.diet',
        message: 'Diet: {diets}',
        values: { diets: preference.diets.map((diet) => i18n._(diets[diet])).join(' · ') },
      });
  }
}
