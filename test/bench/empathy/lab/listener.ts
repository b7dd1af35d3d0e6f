import * as faceapi from 'face-api.js';
import { type Expressions, expressionNames } from '../expressions.ts';

/** What the networks said during a look. */
export interface Heard {
  /** Of the face that was read; null when none was. */
  expressions: Expressions | null;
  /** Where the reader's detector is surest of a face, in pixels of the frame. */
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

/** Listens to the networks that the kiosk's engine asks: it keeps these answers to itself, and so what is written down is what it used. */
export function listen(): Heard {
  const heard: Heard = { expressions: null, box: null };
  const { faceExpressionNet, tinyFaceDetector } = faceapi.nets;
  const predict = faceExpressionNet.predictExpressions.bind(faceExpressionNet);
  faceExpressionNet.predictExpressions = async (input) => {
    const answer = await predict(input);
    const said = answer as faceapi.FaceExpressions;
    heard.expressions = Object.fromEntries(expressionNames.map((name) => [name, said[name]])) as Expressions;
    return answer;
  };
  const locate = tinyFaceDetector.locateFaces.bind(tinyFaceDetector);
  tinyFaceDetector.locateFaces = async (input, options) => {
    const found = await locate(input, options);
    heard.box = found[0]?.box ?? null;
    return found;
  };
  return heard;
}
