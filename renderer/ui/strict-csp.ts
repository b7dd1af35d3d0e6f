/** The id under which react-aria looks for its own style sheet before adding it. */
const LIBRARY_STYLE_ID = 'react-aria-pressable-style';

/**
 * Keeps react-aria from adding an inline `<style>`, which our content security policy refuses and reports.
 * The rule itself stands in base.css. Call it once, before the first render.
 */
export function refuseInlineStyles(): void {
  if (document.getElementById(LIBRARY_STYLE_ID)) return;
  const placeholder = document.createElement('meta');
  placeholder.id = LIBRARY_STYLE_ID;
  document.head.append(placeholder);
}
