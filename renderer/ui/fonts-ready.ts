/** A screen without its fonts is better than no screen: this long it waits for them, in milliseconds. */
const PATIENCE_MS = 1_500;

/** Resolves once the faces of the first screen are there, so that no word changes its width under somebody's eyes. */
export async function fontsReady(): Promise<void> {
  const faces = ['400 1em "Atkinson Hyperlegible Next"', '1em Fraunces'].map((face) => document.fonts.load(face));
  await Promise.race([Promise.allSettled(faces), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
}
