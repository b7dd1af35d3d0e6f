import { type I18n, setupI18n } from '@lingui/core';
import { I18nProvider, Trans, useLingui } from '@lingui/react';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { TransparencyFacts } from '../../shared/contract/index.ts';
import { messages as en } from '../i18n/transparency/en.po';
import { messages as fr } from '../i18n/transparency/fr.po';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { SignWords } from './SignWords.tsx';

/** Both languages stand on one sheet, so each has its own voice. */
const voices: readonly (readonly ['fr' | 'en', I18n])[] = [
  ['fr', setupI18n({ locale: 'fr', messages: { fr } })],
  ['en', setupI18n({ locale: 'en', messages: { en } })],
];

type Paper = 'a4' | 'a5';

/** A sheet for the wall beside the kiosk. What is round it is not printed. */
export function Sign({ facts }: { readonly facts: TransparencyFacts }) {
  const { i18n } = useLingui();
  const [paper, setPaper] = useState<Paper>('a4');
  const [address] = facts.pages;
  const papers: { value: Paper; label: string }[] = [
    { value: 'a4', label: 'A4' },
    { value: 'a5', label: 'A5' },
  ];
  return (
    <>
      <header className="sign-tools">
        <h1>
          <Trans id="sign.page" message="Sign for the kiosk" />
        </h1>
        <Choice label={<Trans id="sign.paper" message="Paper" />} value={paper} onChange={setPaper} options={papers} />
        <Button look="primary" icon={<Printer className="icon" aria-hidden="true" />} onPress={() => print()}>
          <Trans id="sign.print" message="Print" />
        </Button>
        {address === undefined && (
          <p>
            <Trans
              id="sign.no-network"
              message="Without a network there is no code to scan. Switch the network on (“listen” in the configuration) to have one."
            />
          </p>
        )}
      </header>
      <main className="sheet" data-paper={paper}>
        <p className="sheet-store serif">{facts.store}</p>
        {voices.map(([language, voice]) => (
          <section key={language} lang={language} className="sheet-half">
            <I18nProvider i18n={voice}>
              <SignWords facts={facts} />
            </I18nProvider>
          </section>
        ))}
        {address !== undefined && (
          <div className="sheet-code">
            <QrCode
              text={address}
              label={i18n._({ id: 'sign.code', message: 'Code for the address {address}', values: { address } })}
            />
            <p>{address}</p>
          </div>
        )}
      </main>
    </>
  );
}
