import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Controls } from './Controls.tsx';
import { parts } from './catalogue.ts';
import { describe } from './describe.ts';
import { type Look, lookOf } from './look.ts';
import { isKioskPart } from './part.ts';

/** The component files as they are written. */
const sources = import.meta.glob<string>(['../ui/*.tsx', '../kiosk/**/*.tsx'], { query: '?raw', import: 'default', eager: true });

const groups = [
  { title: 'Every page', has: (kiosk: boolean) => !kiosk },
  { title: 'The kiosk', has: (kiosk: boolean) => kiosk },
];

const address = new URLSearchParams(location.search);

/** A list of parts, one of them with its purpose, its props, one line of usage, and all its states on a stage of their own. */
export function Gallery() {
  const [name, setName] = useState(address.get('part') ?? 'Button');
  const [look, setLook] = useState<Look>(lookOf(address));
  const [sought, setSought] = useState('');
  const part = parts.find((one) => one.name === name) ?? parts[0];
  if (part === undefined) return null;
  const worn: Look = isKioskPart(part) ? { ...look, density: 'kiosk' } : look;
  const query = new URLSearchParams({ part: part.name, ...worn });
  history.replaceState(null, '', `?${query}`);
  const found = parts.filter(({ name, file }) => `${name} ${file}`.toLowerCase().includes(sought.trim().toLowerCase()));
  const { what, props } = describe(sources[`../${part.file}`] ?? '', part.name);
  return (
    <div className="gallery">
      <nav className="gallery-list" aria-label="Parts">
        <p className="serif gallery-name">Parts of Prévenance</p>
        <Field label="Find a part" type="search" value={sought} onChange={setSought} />
        {found.length === 0 && <Notice>No part is called that. Its name is the name of its file.</Notice>}
        {groups.map(({ title, has }) => (
          <section key={title}>
            <h2 className="small soft">{title}</h2>
            {found
              .filter((one) => has(isKioskPart(one)))
              .map((one) => (
                <Button key={one.name} className="gallery-part" aria-pressed={one === part} onPress={() => setName(one.name)}>
                  {one.name}
                </Button>
              ))}
          </section>
        ))}
      </nav>
      <main className="gallery-main">
        <header className="stack">
          <h1>{part.name}</h1>
          <p className="lead">{what}</p>
          <p className="soft">renderer/{part.file}</p>
          <pre className="gallery-code">{part.usage}</pre>
          <details>
            <summary>What it takes</summary>
            <pre className="gallery-code">{props || 'Nothing: it reads the page’s own state.'}</pre>
          </details>
        </header>
        <Controls look={worn} onChange={(change) => setLook({ ...look, ...change })} />
        <iframe
          key={query.toString()}
          className="gallery-stage"
          title={`${part.name} in all its states`}
          src={`stage.html?${query}`}
        />
      </main>
    </div>
  );
}
