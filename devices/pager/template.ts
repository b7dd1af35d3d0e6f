import { type PagerPlaceholder, placeholderPattern } from '../../shared/contract/index.ts';
import type { Page } from './channel.ts';

const values: Readonly<Record<PagerPlaceholder, (page: Page) => string>> = {
  place: (page) => page.place,
  reason: (page) => page.reasons[0] ?? '',
  language: (page) => page.language,
  waited: (page) => String(Math.round(page.waited / 1000)),
  level: (page) => page.level,
  link: (page) => page.link,
  call: (page) => page.callId,
};

const fill = (template: string, page: Page, put: (text: string) => string): string =>
  template.replaceAll(placeholderPattern, (_, name: PagerPlaceholder) => put(values[name](page)));

/** A payload. Where the template is JSON, what is put in is escaped so that it stays JSON. */
export const fillPayload = (template: string, page: Page): string =>
  fill(template, page, /^\s*[{["]/.test(template) ? (text) => JSON.stringify(text).slice(1, -1) : (text) => text);

/** A topic. A value never adds a level or a wildcard to it (MQTT 3.1.1 §4.7). */
export const fillTopic = (template: string, page: Page): string =>
  fill(template, page, (text) => text.replaceAll(/[/+#\0\s]+/g, '-'));
