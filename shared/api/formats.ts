/** Formats as files, and as what is sent to change one. Their own schema is in `sound.ts`. */
import * as v from 'valibot';
import { formatShape } from '../formatshape.ts';

/** PUT /format: what it holds is checked apart, so that a refusal can say where it is wrong */
export const setFormat = v.strictObject({ format: v.looseObject({}) });

/** GET /format */
export const formatFile = v.object({ kantelbordFormat: v.literal(1), format: formatShape });
