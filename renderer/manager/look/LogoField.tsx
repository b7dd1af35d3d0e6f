import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { useActions } from '../use-house.tsx';

/** The store's own sign: a drawing in place of its name in letters. */
export function LogoField(props: { readonly logo: string | null; readonly onChange: (logo: string | null) => void }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [failed, setFailed] = useState<string | null>(null);
  const choose = async (file: File) => {
    setFailed(null);
    try {
      const { logo } = await call('manager/look-logo-save', new Uint8Array(await file.arrayBuffer()));
      props.onChange(logo);
    } catch (error) {
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
  };
  return (
    <div className="stack">
      <p>
        <Trans
          id="manager.look.logo-hint"
          message="An SVG or PNG of at most 256 KiB, light on the main colour. Only what draws is kept. Without one, the name stands in letters."
        />
      </p>
      {failed !== null && <Notice tone="problem">{refusedWords(failed, i18n)}</Notice>}
      <div className="row">
        {props.logo !== null && (
          <span className="look-logo">
            <img src={`/${props.logo}`} alt={i18n._({ id: 'manager.look.logo', message: 'Logo' })} />
          </span>
        )}
        <label className="file">
          <Trans id="manager.look.logo-choose" message="Choose a logo" />
          <input
            type="file"
            accept="image/svg+xml,image/png"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) void choose(file);
            }}
          />
        </label>
        {props.logo !== null && (
          <Button look="bare" onPress={() => props.onChange(null)}>
            <Trans id="manager.look.logo-none" message="Use the name in letters" />
          </Button>
        )}
      </div>
    </div>
  );
}
