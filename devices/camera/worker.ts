import { FaceApiEngine } from './face-api-engine.ts';
import { type Port, serve } from './serve.ts';

await serve(self as unknown as Port, new FaceApiEngine(new URL('/', self.location.href)));
