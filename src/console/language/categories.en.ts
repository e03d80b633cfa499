import type { CategoryCode } from '../../rules/identity/categories.ts';

/** The categories of cases by their codes. */
export const categoriesInEnglish: Readonly<Record<CategoryCode, string>> = {
  origin_co: 'Origin, C/O',
  hs_classification: 'HS classification',
  customs_valuation: 'Customs value',
  channel_inspection: 'Channel and inspection',
  supervision_vasscm: 'Port supervision, VASSCM',
  system_error: 'System error, e-signature',
  specialised_inspection: 'Specialised inspection',
  temporary_import: 'Temporary import, re-export',
  processing_export: 'Processing, export production',
  tax_refund: 'Tax refund or exemption',
  declaration_amend_cancel: 'Amend or cancel declaration',
  penalty: 'Penalties',
  overtime: 'After-hours procedure',
  post_clearance_audit: 'Post-clearance audit',
  registration_refusal: 'Declaration refused',
  transport_bonded: 'Transit, bonded warehouse',
  processing_delay: 'Delay in processing',
  other_issue: 'Something else',
};
