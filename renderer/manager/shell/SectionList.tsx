import { useLingui } from '@lingui/react';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { groups, type Section, sections } from './sections.ts';

/** All sections by group. On a narrow screen they are folded away behind the name of the one that is open. */
export function SectionList({ section }: { readonly section: Section }) {
  const { i18n } = useLingui();
  const [unfolded, setUnfolded] = useState(false);
  const here = sections.find(({ id }) => id === section) ?? sections[0];
  return (
    <>
      <Button
        look="quiet"
        className="nav-fold"
        aria-expanded={unfolded}
        aria-controls="nav-groups"
        icon={<ChevronDown className="icon" aria-hidden="true" />}
        onPress={() => setUnfolded(!unfolded)}
      >
        {i18n._({ id: 'manager.nav.unfold', message: 'Sections: {here}', values: { here: i18n._(here.words) } })}
      </Button>
      <div id="nav-groups" className="nav-groups" data-unfolded={unfolded || undefined}>
        {groups.map((group) => (
          <div key={group.id}>
            {group.words !== null && (
              <p id={`group-${group.id}`} className="nav-group small soft">
                {i18n._(group.words)}
              </p>
            )}
            <ul className="nav-list" aria-labelledby={group.words === null ? undefined : `group-${group.id}`}>
              {sections
                .filter((one) => one.group === group.id)
                .map(({ id, words }) => (
                  <li key={id}>
                    <a
                      href={`#${id}`}
                      aria-current={section === id ? 'page' : undefined}
                      className="nav-link"
                      onClick={() => setUnfolded(false)}
                    >
                      {i18n._(words)}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}
