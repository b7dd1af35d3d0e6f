import { actionOf, type KeypadAction, usualKeypad } from '../../../shared/access/keypad.ts';
import { languageAfter } from '../../i18n/languages.ts';
import { hideKeyboard, useFocusedField } from '../keyboard/field-focus.ts';
import { speech } from '../speech/speech.ts';
import { useComfort } from '../state/comfort.ts';
import { callPerson, setLanguage } from '../state/commands.ts';
import { useStation } from '../state/station.ts';
import { setPanel, useView } from '../state/view.ts';
import { moveByArrow } from './arrows.ts';

/** One step back: the keyboard first, then what lies over the screen, then the screen itself. */
function back(): void {
  const { field } = useFocusedField.getState();
  if (field) {
    hideKeyboard();
    field.focus();
    return;
  }
  if (useView.getState().panel !== null) {
    setPanel(null);
    return;
  }
  const buttons = [...document.querySelectorAll<HTMLElement>('.main .back button')];
  buttons.find((button) => button.checkVisibility())?.click();
}

const acts: Readonly<Record<KeypadAction, () => void>> = {
  help: () => void callPerson('asked'),
  back,
  speech: () => speech.toggle(),
  repeat: () => speech.repeat(),
  slower: () => speech.faster(-1),
  faster: () => speech.faster(1),
  quieter: () => speech.louder(-1),
  louder: () => speech.louder(1),
  language: () => setLanguage(languageAfter(useComfort.getState().language)),
  'headphones-in': () => speech.headphones(true),
  'headphones-out': () => speech.headphones(false),
};

/** A key held down says these again and again; every other one is one press. */
const mayRepeat: ReadonlySet<KeypadAction> = new Set(['slower', 'faster', 'quieter', 'louder']);

/** Keys that also move within a text are the text's while one has the focus. */
const moveInText = new Set(['Home', 'End', 'PageUp', 'PageDown']);

/** The whole kiosk by keyboard or tactile keypad. Tab, Enter and the space bar are the browser's own. */
export function followKeypad(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const action = actionOf(useStation.getState().snapshot?.access.keypad ?? usualKeypad, event.key);
      const inText = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (action === null || (inText && moveInText.has(event.key))) {
        if (!moveByArrow(event.key)) return;
        // Radio buttons would move their choice as well.
        event.stopPropagation();
      } else if (!event.repeat || mayRepeat.has(action)) acts[action]();
      event.preventDefault();
    },
    { capture: true },
  );
}
