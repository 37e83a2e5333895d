/** A werkvorm as a file on this device, and back. */
import type { Format } from '../../../../shared/format.ts';

/** As `GET …/format` gives it. */
export function fileOf(format: Format): string {
  return JSON.stringify({ kantelbordFormat: 1, format }, null, 2);
}

/** Null when there is no format in it; what is in it still has to be checked. */
export function readFile(text: string): unknown {
  try {
    const file = JSON.parse(text) as { kantelbordFormat?: unknown; format?: unknown } | null;
    return file?.kantelbordFormat === 1 ? (file.format ?? null) : null;
  } catch {
    return null; // not JSON, so not one of our files: the caller says so
  }
}

export function keepAsFile(format: Format): void {
  const address = URL.createObjectURL(new Blob([fileOf(format)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `werkvorm-${format.id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
