import { useLingui } from '@lingui/react';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { groups, type Section, sections } from './sections.ts';

/**
 * All sections by group, and the foot below them. The sections scroll between head and foot; on a narrow screen both are folded away
 * behind the name of the section that is open.
 */
export function SectionList({ section, foot }: { readonly section: Section; readonly foot: ReactNode }) {
  const { i18n } = useLingui();
  const [unfolded, setUnfolded] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  // Opened from a link in the page or by its address, a section may lie out of sight in the list.
  useEffect(() => {
    list.current?.querySelector(`[href="#${section}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [section]);
  const here = sections.find(({ id }) => id === section) ?? sections[0];
  return (
    <>
      <Button
        look="quiet"
        className="nav-fold"
        aria-expanded={unfolded}
        aria-controls="nav-menu"
        icon={<ChevronDown className="icon" aria-hidden="true" />}
        onPress={() => setUnfolded(!unfolded)}
      >
        {i18n._({ id: 'manager.nav.unfold', message: 'Sections: {here}', values: { here: i18n._(here.words) } })}
      </Button>
      <div id="nav-menu" className="nav-menu" data-unfolded={unfolded || undefined}>
        <div className="nav-groups" ref={list}>
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
        <div className="nav-foot">{foot}</div>
      </div>
    </>
  );
}
