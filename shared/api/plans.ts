/** Plans that people draft together: what the commands about them answer. */
import * as v from 'valibot';

/** POST /plans */
export const plansMade = v.object({ made: v.number() });
