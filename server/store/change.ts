/** The row with the change made; fields of the change that are undefined stay as they were. */
export function changed<Row extends object>(row: Row, change: Partial<NoInfer<Row>>): Row {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...row, ...Object.fromEntries(given) };
}
