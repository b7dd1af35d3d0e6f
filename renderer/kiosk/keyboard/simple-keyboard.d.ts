/** The modern build: without the polyfills of the default entry, which a strict content security policy reports. */
declare module 'simple-keyboard/build/index.modern.esm.js' {
  export { SimpleKeyboard as default } from 'simple-keyboard';
}
