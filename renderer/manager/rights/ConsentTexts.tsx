import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { Purpose } from '../../../shared/contract/index.ts';
import { languages } from '../../i18n/languages.ts';
import { Changed } from '../parts/Changed.tsx';
import { WhenLoaded } from '../parts/Page.tsx';
import { Select } from '../parts/Select.tsx';
import { useLoaded } from '../use-house.tsx';
import { purposeNames } from './rights-words.ts';
import { TextForm } from './TextForm.tsx';

/** The consent texts by purpose: the present words to edit, and every version before. */
export function ConsentTexts() {
  const { i18n } = useLingui();
  const [purpose, setPurpose] = useState<Purpose>('recognition');
  const loaded = useLoaded('manager/consent-texts', { purpose });
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.rights.texts" message="What shoppers read before they answer" />
      </h2>
      <Select
        label={<Trans id="manager.rights.purpose" message="Purpose" />}
        value={purpose}
        onChange={(value) => setPurpose(value as Purpose)}
        options={(['recognition', 'history', 'diet', 'camera'] as const).map((value) => ({
          value,
          label: i18n._(purposeNames[value]),
        }))}
      />
      <WhenLoaded loaded={loaded}>
        {({ items }) => {
          const current = items.at(-1);
          if (current === undefined) return null;
          return (
            <>
              <TextForm key={current.version} purpose={purpose} current={current} saved={loaded.reload} />
              <h3>
                <Trans id="manager.rights.versions" message="Versions" />
              </h3>
              <ol className="versions" reversed>
                {items.toReversed().map((text) => (
                  <li key={text.version}>
                    <details>
                      <summary>
                        <code translate="no">{text.version}</code>{' '}
                        <span className="soft">
                          {text.changed === null ? (
                            <Trans id="manager.rights.house" message="the words that came with Prévenance" />
                          ) : (
                            <Changed changed={text.changed} />
                          )}
                          {text.asksAgain && (
                            <>
                              {' · '}
                              <Trans id="manager.rights.asked-again" message="everybody was asked again" />
                            </>
                          )}
                        </span>
                      </summary>
                      {languages.map((language) => (
                        <p key={language} lang={language}>
                          {text[language]}
                        </p>
                      ))}
                    </details>
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </WhenLoaded>
    </section>
  );
}
