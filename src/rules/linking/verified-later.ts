/** What an open case says about for whom it is. */
export interface SaidOfEnterprise {
  /** Every tax code in its words. */
  taxCodes: readonly string[];
  /** Whose declaration it names, as far as that is known. */
  declarant: number | null;
}

/**
 * Whether a case that was opened unverified is for an enterprise that its person has come to speak for. What it names
 * decides; where it names none, it is for the only enterprise of the person, and for several nobody can say.
 */
export function isForEnterprise(
  { taxCodes, declarant }: SaidOfEnterprise,
  enterprise: { id: number; taxCode: string },
  isOnlyOne: boolean,
): boolean {
  if (declarant !== null && declarant !== enterprise.id) return false;
  if (taxCodes.length > 0) return taxCodes.includes(enterprise.taxCode);
  return declarant === enterprise.id || isOnlyOne;
}
