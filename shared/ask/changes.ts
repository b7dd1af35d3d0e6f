import { type Intent, Language } from '../contract/index.ts';

/** What differs between two lists of intents, by identifier. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The words and settings of an intent, without the day they were written on. */
const content = ({ id, question, examples, answer, skill, common, active }: Intent): string =>
  JSON.stringify([
    id,
    ...Language.options.map((language) => [question[language], examples[language], answer[language]]),
    skill,
    common,
    active,
  ]);

/** Whether two intents say the same. */
export const sameIntent = (a: Intent, b: Intent): boolean => content(a) === content(b);

/** What has become of `before` in `after`. */
export function changesOf(before: readonly Intent[], after: readonly Intent[]): Changes {
  const old = new Map(before.map((intent) => [intent.id, intent]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: after
      .filter((intent) => {
        const was = old.get(intent.id);
        return was !== undefined && !sameIntent(was, intent);
      })
      .map(({ id }) => id),
    removed: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  };
}

/** Whether nothing differs. */
export const isEmpty = ({ added, changed, removed }: Changes): boolean => added.length + changed.length + removed.length === 0;
