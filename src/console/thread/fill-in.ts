/** What the variables of a canned reply stand for on this case. */
export interface Filling {
  enterprise: string;
  reference: string;
  officer: string;
}

/** The words with the variables filled in. What is no variable of ours stays as it is written. */
export function filled(body: string, filling: Filling): string {
  return body.replaceAll(/\{(enterprise|reference|officer)\}/gu, (_, name: keyof Filling) => filling[name]);
}
