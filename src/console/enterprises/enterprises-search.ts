/** What is looked for, and the enterprise that is open; in the address, so that it can be sent to a colleague. */
interface EnterprisesSearch {
  q?: string;
  taxCode?: string;
}

export function readEnterprisesSearch({ q, taxCode }: Record<string, unknown>): EnterprisesSearch {
  return {
    ...(q === undefined || q === '' ? {} : { q: String(q) }),
    // An address reads ten digits as a number and loses the zeros in front.
    ...(taxCode === undefined ? {} : { taxCode: String(taxCode).padStart(10, '0') }),
  };
}
