import { Trans, useLingui } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { Scene } from '../layout/Scene.tsx';
import { setComfort, type TextScale, useComfort } from '../state/comfort.ts';
import { setPanel } from '../state/view.ts';

/** How to read and reach this screen. Effective at once, forgotten with the visit. */
export function Accessibility() {
  const { i18n } = useLingui();
  const { textScale, contrast, reach } = useComfort();
  const sizes: { value: TextScale; label: string }[] = [
    { value: '100', label: i18n._({ id: 'access.size.100', message: 'Usual' }) },
    { value: '150', label: i18n._({ id: 'access.size.150', message: 'Large' }) },
    { value: '200', label: i18n._({ id: 'access.size.200', message: 'Very large' }) },
  ];
  return (
    <Scene
      shape="list"
      onBack={null}
      title={<Trans id="access.title" message="Accessibility" />}
      lead={<Trans id="access.lead" message="It changes at once, for this visit only." />}
    >
      <Choice
        label={<Trans id="access.size" message="Size of the text" />}
        value={textScale}
        onChange={(value) => setComfort({ textScale: value })}
        options={sizes}
      />
      <div className="settings">
        <Toggle isSelected={contrast} onChange={(on) => setComfort({ contrast: on })}>
          <Trans id="access.contrast" message="High contrast" />
        </Toggle>
        <Toggle isSelected={reach} onChange={(on) => setComfort({ reach: on })}>
          <Trans id="access.reach" message="Everything within reach, low on the screen" />
        </Toggle>
      </div>
      <Button look="primary" onPress={() => setPanel(null)}>
        <Trans id="access.done" message="Close" />
      </Button>
    </Scene>
  );
}
