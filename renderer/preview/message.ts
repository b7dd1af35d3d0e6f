import * as v from 'valibot';
import { Language, LookSettings } from '../../shared/contract/index.ts';

/** What the manager page asks its preview to show. */
export const PreviewMessage = v.strictObject({
  look: LookSettings,
  storeName: v.string(),
  screen: v.picklist(['attract', 'home']),
  language: Language,
});
export type PreviewMessage = v.InferInput<typeof PreviewMessage>;
