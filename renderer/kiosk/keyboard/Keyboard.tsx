import { useLingui } from '@lingui/react';
import { useEffect, useRef } from 'react';
import SimpleKeyboard from 'simple-keyboard/build/index.modern.esm.js';
import { useComfort } from '../state/comfort.ts';
import { hideKeyboard, type, useFocusedField } from './field-focus.ts';
import { allKeys, firstLayer, keys, type Layer, layouts, nextLayer } from './layouts.ts';

/** A keyboard of real buttons above the foot: it takes its own place and never lies over the field. */
export function Keyboard() {
  const { i18n } = useLingui();
  const language = useComfort((c) => c.language);
  const place = useRef<HTMLDivElement>(null);
  const field = useFocusedField((s) => s.field);
  const first = firstLayer(field?.inputMode ?? '');

  useEffect(() => {
    if (!place.current) return;
    let layer: Layer = first;
    const names: Record<string, string> = {
      [keys.shift]: i18n._({ id: 'keyboard.shift', message: 'Caps' }),
      [keys.figures]: i18n._({ id: 'keyboard.figures', message: '123' }),
      [keys.back]: i18n._({ id: 'keyboard.delete', message: 'Delete' }),
      [keys.space]: i18n._({ id: 'keyboard.space', message: 'Space' }),
      [keys.hide]: i18n._({ id: 'keyboard.hide', message: 'Hide keyboard' }),
      [keys.enter]: i18n._({ id: 'keyboard.enter', message: 'OK' }),
    };
    const press = (key: string) => {
      const { field } = useFocusedField.getState();
      if (!field) return;
      if (key === keys.hide) return hideKeyboard();
      if (key === keys.enter) return field.form?.requestSubmit();
      if (key === keys.back) type(field, null);
      else if (key === keys.space) type(field, ' ');
      else if (key !== keys.shift && key !== keys.figures) type(field, key);
      const next = nextLayer(layer, key);
      if (next !== layer) {
        layer = next;
        keyboard.setOptions({ layoutName: layer });
      }
    };
    const keyboard = new SimpleKeyboard(place.current, {
      layout: layouts[language],
      layoutName: first,
      display: names,
      theme: 'keys',
      useButtonTag: true,
      // Who moves by Tab has keys of their own: fifty stops before "Call a person" would be a wall.
      buttonAttributes: [
        { attribute: 'tabindex', value: '-1', buttons: allKeys(layouts[language]) },
        // What fits on the narrow key is what keyboards print there; whoever listens hears the word.
        {
          attribute: 'aria-label',
          value: i18n._({ id: 'keyboard.shift.name', message: 'Caps, capital letters' }),
          buttons: keys.shift,
        },
      ],
      preventMouseDownDefault: true,
      disableCaretPositioning: true,
      physicalKeyboardHighlight: false,
      onKeyPress: press,
    });
    // A key of the keypad, or Enter on a keyboard, presses without a pointer.
    const pressed = (event: MouseEvent) => {
      const key = event.target instanceof Element ? event.target.closest<HTMLElement>('.hg-button')?.dataset.skbtn : undefined;
      if (event.detail !== 0 || key === undefined) return;
      press(key);
      // Another layer has other buttons: the focus stays with the key that changed it.
      if (!place.current?.contains(document.activeElement))
        place.current?.querySelector<HTMLElement>(`[data-skbtn="${CSS.escape(key)}"], .hg-button`)?.focus();
    };
    const board = place.current;
    board.addEventListener('click', pressed);
    return () => {
      board.removeEventListener('click', pressed);
      keyboard.destroy();
    };
  }, [language, i18n, first]);

  // After the keys are there: they take room from the screen, and the field they write into must stay in sight.
  useEffect(() => {
    if (field === null) return;
    const show = () => field.scrollIntoView({ block: 'nearest' });
    show();
    // Larger words and other layers leave another room for it.
    const room = new ResizeObserver(show);
    for (const part of [place.current, field, field.closest('.main'), field.closest('.scene')]) if (part) room.observe(part);
    return () => room.disconnect();
  }, [field]);

  return (
    <section
      className={first === 'pad' ? 'keyboard keyboard-pad' : 'keyboard'}
      aria-label={i18n._({ id: 'keyboard.name', message: 'On-screen keyboard' })}
    >
      <div ref={place} className="simple-keyboard" />
    </section>
  );
}
