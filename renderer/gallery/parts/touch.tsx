import { ConciergeBell, Gift, Search } from 'lucide-react';
import { Tile } from '../../kiosk/layout/Tile.tsx';
import { PictureGrid } from '../../kiosk/screens/PictureGrid.tsx';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import type { Part } from '../part.ts';
import { sample } from '../samples.ts';
import { Worn } from '../Worn.tsx';

/** Parts that are pressed. */

const nothing = () => {};
const looks = ['primary', 'plain', 'quiet', 'bare'] as const satisfies readonly ButtonProps['look'][];
const find = () => sample({ fr: 'Trouver', en: 'Find' });
const bell = <ConciergeBell className="icon" aria-hidden="true" />;
const row = (button: (look: (typeof looks)[number]) => React.ReactNode) => (
  <div className="row">{looks.map((look) => button(look))}</div>
);
const long = () =>
  sample({ fr: 'Demander à quelqu’un de m’accompagner au rayon', en: 'Ask somebody to walk me to the shelf, please' });

const options = () => [
  { value: 'small', label: sample({ fr: 'Petit', en: 'Small' }) },
  { value: 'medium', label: sample({ fr: 'Moyen', en: 'Medium' }) },
  { value: 'large', label: sample({ fr: 'Grand', en: 'Large' }) },
];
const size = () => sample({ fr: 'Taille des mots', en: 'Size of the words' });

export const touchParts: readonly Part[] = [
  {
    name: 'Button',
    file: 'ui/Button.tsx',
    usage: '<Button look="primary" icon={<Search className="icon" aria-hidden="true" />} onPress={find}>Find</Button>',
    examples: [
      {
        state: 'as it is',
        show: () =>
          row((look) => (
            <Button key={look} look={look}>
              {find()}
            </Button>
          )),
      },
      {
        state: 'with an icon',
        show: () =>
          row((look) => (
            <Button key={look} look={look} icon={bell}>
              {find()}
            </Button>
          )),
      },
      {
        state: 'under a pointer',
        show: () => (
          <Worn state="hovered">
            {row((l) => (
              <Button key={l} look={l}>
                {find()}
              </Button>
            ))}
          </Worn>
        ),
      },
      {
        state: 'pressed',
        show: () => (
          <Worn state="pressed">
            {row((l) => (
              <Button key={l} look={l}>
                {find()}
              </Button>
            ))}
          </Worn>
        ),
      },
      {
        state: 'with the focus',
        show: () => (
          <Worn state="focus-visible">
            {row((l) => (
              <Button key={l} look={l}>
                {find()}
              </Button>
            ))}
          </Worn>
        ),
      },
      {
        state: 'not possible now',
        show: () =>
          row((look) => (
            <Button key={look} look={look} isDisabled>
              {find()}
            </Button>
          )),
      },
      {
        state: 'long words',
        show: () => (
          <div className="narrow">
            <Button icon={bell}>{long()}</Button>
          </div>
        ),
      },
      {
        state: 'two answers of the same weight',
        show: () => (
          <div className="answers">
            <Button>{sample({ fr: 'Oui, volontiers', en: 'Yes, please' })}</Button>
            <Button>{sample({ fr: 'Non merci', en: 'No, thank you' })}</Button>
          </div>
        ),
      },
    ],
  },
  {
    name: 'Choice',
    file: 'ui/Choice.tsx',
    usage: "<Choice label=\"Size\" value={size} onChange={setSize} options={[{ value: 'small', label: 'Small' }]} />",
    examples: [
      { state: 'nothing chosen', show: () => <Choice label={size()} value={null} onChange={nothing} options={options()} /> },
      { state: 'chosen', show: () => <Choice label={size()} value="medium" onChange={nothing} options={options()} /> },
      {
        state: 'with the focus',
        show: () => (
          <Worn state="focus-visible">
            <Choice label={size()} value="small" onChange={nothing} options={options()} />
          </Worn>
        ),
      },
      {
        state: 'not possible now',
        show: () => <Choice label={size()} value="medium" onChange={nothing} options={options()} isDisabled />,
      },
    ],
  },
  {
    name: 'Toggle',
    file: 'ui/Toggle.tsx',
    usage: '<Toggle isSelected={on} onChange={setOn}>High contrast</Toggle>',
    examples: [
      { state: 'off', show: () => <Toggle>{sample({ fr: 'Contraste fort', en: 'High contrast' })}</Toggle> },
      { state: 'on', show: () => <Toggle isSelected>{sample({ fr: 'Contraste fort', en: 'High contrast' })}</Toggle> },
      {
        state: 'with the focus',
        show: () => (
          <Worn state="focus-visible">
            <Toggle isSelected>{sample({ fr: 'Contraste fort', en: 'High contrast' })}</Toggle>
          </Worn>
        ),
      },
    ],
  },
  {
    name: 'Tile',
    file: 'kiosk/layout/Tile.tsx',
    usage: '<Tile lead icon={<Search className="icon" aria-hidden="true" />} onPress={find}>Find a product</Tile>',
    examples: [
      {
        state: 'as it is',
        show: () => (
          <div className="tiles">
            <Tile lead icon={<Search className="icon" aria-hidden="true" />} onPress={nothing}>
              {find()}
            </Tile>
            <Tile icon={<Gift className="icon" aria-hidden="true" />} onPress={nothing}>
              {sample({ fr: 'Voir les offres', en: 'See the offers' })}
            </Tile>
            <Tile icon={<ConciergeBell className="icon" aria-hidden="true" />} onPress={nothing}>
              {long()}
            </Tile>
          </div>
        ),
      },
      {
        state: 'pressed',
        show: () => (
          <Worn state="pressed">
            <div className="tiles">
              <Tile icon={<Gift className="icon" aria-hidden="true" />} onPress={nothing}>
                {find()}
              </Tile>
            </div>
          </Worn>
        ),
      },
      {
        state: 'with the focus',
        show: () => (
          <Worn state="focus-visible">
            <div className="tiles">
              <Tile icon={<Gift className="icon" aria-hidden="true" />} onPress={nothing}>
                {find()}
              </Tile>
            </div>
          </Worn>
        ),
      },
    ],
  },
  {
    name: 'PictureGrid',
    file: 'kiosk/screens/PictureGrid.tsx',
    usage: '<PictureGrid chosen={picture} onChoose={setPicture} />',
    examples: [{ state: 'one chosen', show: () => <PictureGrid chosen="cat" onChoose={nothing} /> }],
  },
];
