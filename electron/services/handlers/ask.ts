import type { askRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import { readIntents, writeIntents } from '../ask/file.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** Questions and answers: what shoppers ask, and what the manager writes. */
export function askHandlers({ ask, context, intents, rephraser }: UseCases): HandlersOf<typeof askRoutes> {
  const skills = () => context.store.settings.read('skills') ?? [];
  return {
    'kiosk/ask': ({ question }) => ask.ask(question),
    'kiosk/ask-choose': ({ id }) => ask.choose(id),
    'kiosk/ask-verdict': done(({ helped }) => ask.verdict(helped)),
    'kiosk/common-questions': () => ({ questions: ask.common() }),
    'manager/ask': () => ({
      current: intents.current(),
      draft: intents.draft(),
      history: intents.history(),
      skills: skills().map(({ id, name }) => ({ id, name })),
      rephrase: rephraser.standing(),
    }),
    'manager/ask-save': done((intent) => {
      if (intent.skill !== null && !skills().some(({ id }) => id === intent.skill))
        throw new CallerError('no-such-skill', 'the rota has no such skill', 422);
      intents.save(intent);
    }),
    'manager/ask-delete': done(({ id }) => intents.remove(id)),
    'manager/ask-publish': done(({ from }) => intents.publish(from)),
    'manager/ask-restore': done(({ version }) => intents.restore(version)),
    'manager/ask-try': ({ question, language, draft }) => ask.try(question, language, draft),
    'manager/ask-export': ({ format }) => ({ name: `questions.${format}`, text: writeIntents(intents.draft().intents, format) }),
    'manager/import-questions': async (bytes) => {
      const file = await readIntents(bytes, new Set(skills().map(({ id }) => id)));
      if (file.report.errors.length === 0) intents.replace(file.intents);
      return file.report;
    },
    'manager/ask-rephrase': done(({ on }) => rephraser.switch(on)),
  };
}
