/**
 * Categories that may appear unasked on a public screen and count in a score. Everything else is sensitive, the groups that gave people
 * away in published cases (Target 2012, Easylife 2022) and those nobody has looked at yet alike: a mistake here cannot be taken back.
 */
export const plainCategories: ReadonlySet<string> = new Set([
  'bakery',
  'breakfast',
  'cheese',
  'dairy',
  'drinks',
  'fruit-vegetables',
  'garden',
  'grocery',
  'household',
  'pet',
  'stationery',
  'sweets',
]);

/** Whether a category must stay off public screens and out of every score. */
export const isSensitive = (category: string): boolean => !plainCategories.has(category);
