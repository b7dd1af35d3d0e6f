import type { I18n } from '@lingui/core';
import type { Picture } from '../../../shared/contract/index.ts';

export function pictureName(i18n: I18n, picture: Picture): string {
  switch (picture) {
    case 'apple':
      return i18n._({ id: 'picture.apple', message: 'Apple' });
    case 'bird':
      return i18n._({ id: 'picture.bird', message: 'Bird' });
    case 'boat':
      return i18n._({ id: 'picture.boat', message: 'Boat' });
    case 'cat':
      return i18n._({ id: 'picture.cat', message: 'Cat' });
    case 'cherry':
      return i18n._({ id: 'picture.cherry', message: 'Cherries' });
    case 'fish':
      return i18n._({ id: 'picture.fish', message: 'Fish' });
    case 'flower':
      return i18n._({ id: 'picture.flower', message: 'Flower' });
    case 'leaf':
      return i18n._({ id: 'picture.leaf', message: 'Leaf' });
    case 'moon':
      return i18n._({ id: 'picture.moon', message: 'Moon' });
    case 'snail':
      return i18n._({ id: 'picture.snail', message: 'Snail' });
    case 'sun':
      return i18n._({ id: 'picture.sun', message: 'Sun' });
    case 'tree':
      return i18n._({ id: 'picture.tree', message: 'Tree' });
  }
}
