import { tongues } from '../../shared/tongues.ts';
import { disguises } from '../i18n/disguise.ts';
import { languages } from '../i18n/languages.ts';
import { Choice } from '../ui/Choice.tsx';
import { densities, type Look, scales, themes } from './look.ts';

const said = (list: readonly string[]) => list.map((value) => ({ value, label: value }));

interface ControlsProps {
  readonly look: Look;
  readonly onChange: (change: Partial<Look>) => void;
}

/** How the parts are looked at. */
export function Controls({ look, onChange }: ControlsProps) {
  return (
    <div className="controls">
      <Choice
        label="Theme"
        value={look.theme}
        onChange={(theme) => onChange({ theme })}
        options={themes.map((value) => ({ value, label: value }))}
      />
      <Choice
        label="Density"
        value={look.density}
        onChange={(density) => onChange({ density })}
        options={densities.map((value) => ({ value, label: value }))}
      />
      <Choice
        label="Words at"
        value={look.scale}
        onChange={(scale) => onChange({ scale })}
        options={scales.map((value) => ({ value, label: `${value}\u00a0%` }))}
      />
      <Choice
        label="Language"
        value={look.language}
        onChange={(language) => onChange({ language })}
        options={languages.map((value) => ({ value, label: tongues[value].name }))}
      />
      <Choice
        label="Sentences"
        value={look.disguise || 'real'}
        onChange={(value) => onChange({ disguise: disguises.find((disguise) => disguise === value) ?? '' })}
        options={said(['real', ...disguises])}
      />
    </div>
  );
}
