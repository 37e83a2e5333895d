import { describe, expect, it } from 'vitest';
import { findCycle, median, readSources, type Source } from './support/graph.ts';

const product = readSources('client', 'server', 'shared');
const everything = [...product, ...readSources('tests')];

const SHARED_PACKAGES = ['yjs', 'lib0', 'valibot', 'y-protocols'];
const CATCH_ALL = /(^|\/)(index|utils|types|helpers)\.(svelte\.)?(ts|mjs)$/;
const BAR = { ts: 300, svelte: 200 };
const MEDIAN = { ts: 120, svelte: 80 };

/** [who, what it never imports] */
const WALLS: [RegExp, RegExp][] = [
  [/^shared\//, /^(client|server|tests)\/|^node:/],
  [/^client\//, /^(server|tests)\/|^node:/],
  [/^server\//, /^(client|tests)\//],
  [/^server\/sync\//, /^server\/session\//],
  [/^server\/session\//, /^server\/sync\//],
  [/^client\/components\//, /^client\/(views|phases|connection|board)\//],
];

describe('who may import whom', () => {
  it.each(WALLS)('%s never imports %s', (from, to) => {
    const crossings = product
      .filter(({ path }) => from.test(path))
      .flatMap(({ path, imports }) =>
        imports.filter((target) => to.test(target)).map((target) => `${path} → ${target}`),
      );
    expect(crossings).toEqual([]);
  });

  it(`shared knows no packages but ${SHARED_PACKAGES.join(', ')}`, () => {
    const foreign = product
      .filter(({ path }) => path.startsWith('shared/'))
      .flatMap(({ path, imports }) => imports.filter(isForeign).map((target) => `${path} → ${target}`));
    expect(foreign).toEqual([]);
  });

  it('no imports run in a ring', () => {
    expect(findCycle(everything)).toBeUndefined();
  });

  it('only shared/document opens the roots of the document', () => {
    const openers = product.filter(({ text }) => /\.getMap\s*[<(]/.test(text)).map(({ path }) => path);
    expect(openers.filter((path) => !/^shared\/document/.test(path))).toEqual([]);
  });
});

describe('files', () => {
  it('have names that say what is in them', () => {
    expect(everything.map(({ path }) => path).filter((path) => CATCH_ALL.test(path))).toEqual([]);
  });

  it('stay under the bar, or say why not', () => {
    expect(everything.filter(isTooLong).map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
  });

  it.each(['ts', 'svelte'] as const)('are short: the median of .%s', (kind) => {
    const lengths = product.filter(({ path }) => path.endsWith(`.${kind}`)).map(({ lines }) => lines);
    console.log(`median .${kind}: ${median(lengths)} lines over ${lengths.length} files (at most ${MEDIAN[kind]})`);
    expect(median(lengths)).toBeLessThanOrEqual(MEDIAN[kind]);
  });
});

function isForeign(target: string): boolean {
  const isOurs = target.startsWith('shared/');
  return !isOurs && !SHARED_PACKAGES.some((name) => target === name || target.startsWith(`${name}/`));
}

function isTooLong({ path, text, lines }: Source): boolean {
  const bar = path.endsWith('.svelte') ? BAR.svelte : BAR.ts;
  const excuse = text.split('\n', 10).some((line) => /over the bar:\s*\S/.test(line));
  return lines > bar && !excuse;
}
