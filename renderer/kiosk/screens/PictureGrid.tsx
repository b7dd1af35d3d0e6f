import { useLingui } from '@lingui/react';
import { Button } from 'react-aria-components/Button';
import { type Picture, pictures } from '../../../shared/contract/index.ts';
import { pictureArt } from '../art/PictureArt.tsx';
import { pictureName } from '../words/picture-names.ts';

interface PictureGridProps {
  readonly chosen?: Picture | null;
  readonly onChoose: (picture: Picture) => void;
}

/** Twelve pictures, each with its word. */
export function PictureGrid({ chosen = null, onChoose }: PictureGridProps) {
  const { i18n } = useLingui();
  return (
    <ul className="pictures">
      {pictures.map((picture) => {
        const Drawing = pictureArt[picture];
        return (
          <li key={picture}>
            <Button className="picture" aria-pressed={picture === chosen} onPress={() => onChoose(picture)}>
              <Drawing aria-hidden="true" strokeWidth={1.5} />
              {pictureName(i18n, picture)}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
