import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cardKindOf } from '../../shared/format.ts';
import { formatSchema } from '../../shared/sound.ts';
import { formats } from '../../shared/formats/formats.ts';
import { questionSetOf } from '../../shared/questions.ts';
import { templateOf } from '../../shared/templates.ts';

describe.each(formats.map((format) => [format.id, format] as const))('the format %s', (_id, format) => {
  it('is a lawful format', () => {
    const read = v.safeParse(formatSchema, format);
    expect(read.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
    expect(read.output).toEqual(format);
  });

  it('names only forms, questions, kinds and groups that are there', () => {
    const groups = format.groups.map(({ id }) => id);
    for (const phase of format.phases) {
      if (phase.kind === 'draft') expect(templateOf(phase.template)).not.toBeNull();
      if (phase.kind === 'poll') expect(questionSetOf(phase.questions)).not.toBeNull();
      if (phase.kind === 'contribute' && phase.on) expect(cardKindOf(format, phase.on)).not.toBeNull();
      if (phase.kind === 'vote') expect(groups).toEqual(expect.arrayContaining(phase.electorate ?? []));
      if (phase.kind === 'match' && phase.way === 'teams')
        expect(groups).toEqual(expect.arrayContaining(phase.mix ?? []));
    }
  });
});
