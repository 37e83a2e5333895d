/** People as grass on the slope of the lobby: one blade each, spread over tufts, so that the slope fills evenly. */
const golden = 0.6180339887498949;

/** How many blades each of `tufts` tufts has, for so many people. Who is where says nothing about when. */
export function tuftsFor(people: number, tufts: number): { count: number }[] {
  const counts = Array.from({ length: tufts }, () => ({ count: 0 }));
  for (let n = 0; n < people; n++) counts[Math.floor(((n + 1) * golden * tufts) % tufts)]!.count++;
  return counts;
}
