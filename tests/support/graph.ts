import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A source file: its path from the top of the project, its text, and what it imports (paths, or package names as written). */
export interface Source {
  path: string;
  text: string;
  lines: number;
  imports: string[];
}

const ROOT = join(import.meta.dirname, '../..');
const IMPORTS = [
  /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport\s*['"]([^'"]+)['"]/g,
  /\bimport\(\s*['"`]([^'"`]+)['"`]/g,
  /\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
];

/** Every .ts, .mjs and .svelte file below these folders. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap(listFiles).map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, lines: countLines(text), imports: findImports(path, text) };
  });
}

/** What a text imports: relative specifiers as paths from the top, packages as written. Type imports count too. */
export function findImports(path: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(found.map((specifier) => resolve(path, specifier)))];
}

/** The first ring of imports that is met, as paths from a file back to itself; undefined when there is none. */
export function findCycle(sources: Source[]): string[] | undefined {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();

  function walk(path: string, trail: string[]): string[] | undefined {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  }

  for (const path of byPath.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** The middle value; 0 of nothing. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|mjs|svelte)$/.test(entry.name))
    .map((entry) =>
      posix.join(entry.parentPath.slice(ROOT.length).replaceAll('\\', '/'), entry.name).replace(/^\//, ''),
    )
    .sort();
}

function resolve(from: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  return bare.startsWith('.') ? posix.join(posix.dirname(from), bare) : bare;
}

function countLines(text: string): number {
  return text.trimEnd().split('\n').length;
}
