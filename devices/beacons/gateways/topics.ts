/** MQTT topics of gateways: what a configured filter may look like, and which gateway a message is from. */

/** Far more than any gateway uses; MQTT itself would allow 65 535 bytes. */
const longest = 256;
const plain = /^[^+#\p{Cc}]*$/u;

/** What is wrong with a topic filter, in words; null when it is fine. `+` stands for one level; `#` would swallow other gateways' topics. */
export function filterProblem(filter: string): string | null {
  if (filter === '' || filter.length > longest) return `a topic has 1 to ${longest} characters`;
  if (filter.startsWith('$')) return 'a topic that starts with $ belongs to the broker';
  if (!filter.split('/').every((level) => level === '+' || plain.test(level)))
    return 'a topic has levels separated by /, where + alone stands for any one level; # and control characters are not allowed';
  return null;
}

/** Whether some topic matches both filters. */
export function overlap(one: string, other: string): boolean {
  const a = one.split('/');
  const b = other.split('/');
  return a.length === b.length && a.every((level, i) => level === '+' || b[i] === '+' || level === b[i]);
}

/** Finds what a topic is for. A topic that no filter asked for, or that no honest broker delivers, is for nobody. */
export class TopicRoutes<T> {
  readonly #exact = new Map<string, T>();
  readonly #wild: { levels: readonly string[]; to: T }[] = [];

  add(filter: string, to: T): void {
    const levels = filter.split('/');
    if (levels.includes('+')) this.#wild.push({ levels, to });
    else this.#exact.set(filter, to);
  }

  find(topic: string): T | null {
    const exact = this.#exact.get(topic);
    if (exact !== undefined) return exact;
    if (topic.length > 2 * longest || !plain.test(topic) || topic.startsWith('$')) return null;
    const levels = topic.split('/');
    for (const { levels: wanted, to } of this.#wild) {
      if (wanted.length === levels.length && wanted.every((level, i) => level === '+' || level === levels[i])) return to;
    }
    return null;
  }
}
