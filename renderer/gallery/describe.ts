/** What a component's own file says of it: the sentence over its function, and its props with their comments. */
export interface Description {
  readonly what: string;
  readonly props: string;
}

/** Reads a component's source, so that the gallery can never say something else. */
export function describe(source: string, name: string): Description {
  const doc =
    new RegExp(`/\\*\\*\\s*((?:(?!\\*/)[\\s\\S])*?)\\s*\\*/\\s*export (?:default )?function ${name}\\b`).exec(source)?.[1] ?? '';
  const props = new RegExp(`interface ${name}Props[\\s\\S]*?\\n}`).exec(source)?.[0];
  const inline = new RegExp(`function ${name}[^(]*\\(([\\s\\S]*?)\\) \\{`).exec(source)?.[1] ?? '';
  return { what: doc.replace(/\s*\n\s*\* ?/g, ' '), props: props ?? inline };
}
