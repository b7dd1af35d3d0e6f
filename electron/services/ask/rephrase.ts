import * as v from 'valibot';
import { unfaithful } from '../../../shared/ask/faithful.ts';
import { askWords } from '../../../shared/ask/words/index.ts';
import type { AskAnswer, Language } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import type { RephraseConfig } from '../../rephrase-config.ts';
import type { Context } from '../context.ts';
import { stems } from './stems.ts';

const MANAGER = 'manager';
/** Whoever waits at a screen reads the written answer instead. */
const patienceMs = 2_000;
/** Longer than any honest answer. */
const mostBytes = 32 * 1024;
/** Wordings kept in memory: one per answer and language. */
const mostKept = 1_000;

/** What is read of an OpenAI-compatible chat completion. */
const Completion = v.object({
  choices: v.pipe(v.array(v.object({ message: v.object({ content: v.string() }) })), v.minLength(1)),
});

type Written = Extract<AskAnswer, { kind: 'written' }>;

/**
 * Lets a machine of the store's own word an answer anew. It gets the written answer and nothing else, never what a shopper typed, and
 * whatever it says is shown only if no number, time, price, name or negation is lost or added.
 */
export class Rephraser {
  readonly #context: Context;
  readonly #config: RephraseConfig | null;
  readonly #kept = new Map<string, string>();

  constructor(context: Context, config: RephraseConfig | null) {
    this.#context = context;
    this.#config = config;
  }

  standing(): { readonly address: string | null; readonly on: boolean } {
    return { address: this.#config?.address ?? null, on: this.#isOn() };
  }

  /** @throws CallerError `no-address` */
  switch(on: boolean): void {
    if (on && this.#config === null) throw new CallerError('no-address', 'the configuration names no machine for it', 409);
    this.#context.store.settings.write('rephrase', { on }, MANAGER, this.#context.clock.wall());
    this.#context.changed('manager');
  }

  /** The answer in other words in one language, or as it is. */
  async rephrase(answer: Written, language: Language): Promise<Written> {
    if (this.#config === null || !this.#isOn()) return answer;
    const original = answer.answer[language];
    if (original === undefined) return answer;
    const key = `${language} ${original}`;
    const wording = this.#kept.get(key) ?? (await this.#ask(this.#config, original, language));
    if (wording === null) return answer;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(key, wording);
    return { ...answer, answer: { ...answer.answer, [language]: wording }, rephrased: true };
  }

  #isOn(): boolean {
    return this.#config !== null && (this.#context.store.settings.read('rephrase')?.on ?? false);
  }

  async #ask({ address, model }: RephraseConfig, original: string, language: Language): Promise<string | null> {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        // A redirection could lead out of the store.
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        body: JSON.stringify({
          model,
          temperature: 0,
          max_tokens: 400,
          messages: [
            { role: 'system', content: askWords[language].rephrase },
            { role: 'user', content: original },
          ],
        }),
      });
      if (!response.ok) return this.#refuse(`status-${response.status}`);
      const completion = v.safeParse(Completion, JSON.parse(await textOf(response)));
      if (!completion.success) return this.#refuse('no-completion');
      const wording = completion.output.choices[0]?.message.content.trim() ?? '';
      const fault = unfaithful(original, wording, language, stems);
      return fault === null ? wording : this.#refuse(fault);
    } catch (error) {
      return this.#refuse((error as Error).name);
    }
  }

  #refuse(reason: string): null {
    this.#context.log.warn({ reason }, 'another wording of an answer was not taken; the written answer was shown');
    return null;
  }
}

/** A body of bounded size. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new RangeError('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
