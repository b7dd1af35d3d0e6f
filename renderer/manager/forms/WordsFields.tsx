import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { furtherLanguages, Language } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { languageName } from '../../ui/format.ts';
import { FormField } from './Fields.tsx';
import type { InForm } from './in-languages.ts';
import type { Form } from './use-form.ts';

interface WordsFieldsProps<K extends string, D extends InForm<K>> {
  readonly form: Form<D>;
  readonly name: K;
  /** @param language its name in the language of the page */
  readonly label: (language: string) => ReactNode;
  readonly hint?: ReactNode;
  /** Lines of the field; one unless said otherwise. */
  readonly rows?: number;
}

/** A field for each language of the kiosk. */
export function WordsFields<K extends string, D extends InForm<K>>({ form, name, label, hint, rows }: WordsFieldsProps<K, D>) {
  useLingui();
  return Language.options.map((language) => (
    <FormField
      key={language}
      form={form}
      name={`${name}.${language}` as keyof D & string}
      lang={language}
      label={label(languageName(language, spoken()))}
      {...(rows === undefined ? {} : { multiline: true, rows })}
      hint={
        (furtherLanguages as readonly Language[]).includes(language) ? (
          <Trans id="manager.words.further" message="Without it, shoppers read English here." />
        ) : (
          hint
        )
      }
    />
  ));
}
