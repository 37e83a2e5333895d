/** One theme, as lists of themes show it. */
export interface ThemeLine {
  id: string;
  letter: string;
  name: string;
  value: number;
  /** absent: it is no ranking */
  rank?: number;
}
