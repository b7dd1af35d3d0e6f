/**
 * Categories that may appear unasked on a public screen and count in a score. Everything else is sensitive: an unknown category has
 * not been looked at yet, and a mistake here cannot be taken back.
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

/**
 * Categories known to tell about health, pregnancy, intimacy, religion, age or money trouble (after the product groups that gave
 * people away in the published cases: Target 2012, Easylife 2022). Listed so that a manager who uses one is told why it never shows;
 * leaving a name out here changes nothing, because what is not plain is sensitive.
 */
export const sensitiveCategories: ReadonlySet<string> = new Set([
  'adult',
  'alcohol',
  'baby',
  'contraception',
  'dietary-aid',
  'discounted-expiring',
  'ethnic-hair-care',
  'first-aid',
  'foot-care',
  'gambling',
  'gluten-free',
  'halal',
  'hygiene-intimate',
  'incontinence',
  'kosher',
  'medical-device',
  'pharmacy',
  'pregnancy',
  'religion',
  'seniors',
  'slimming',
  'smoking-cessation',
  'tobacco',
  'vitamins',
]);

/** Whether a category must stay off public screens and out of every score. */
export const isSensitive = (category: string): boolean => !plainCategories.has(category);
