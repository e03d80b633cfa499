import type { CategoryCode } from '../../../rules/identity/categories.ts';

export const categoriesInEnglish: Readonly<Record<CategoryCode, string>> = {
  origin_co: `
7: certificate of origin | certificates of origin | proof of origin | origin certificate* | preferential origin | rules of origin | origin criteri* | eur 1 | form e | form d | retroactive*
5: origin | preferential | third party invoic* | third country invoic* | direct consignment | direct shipment | through bill of lading | fta | evfta | cptpp | rcep`,
  hs_classification: `
7: hs code* | hs classification | tariff code* | tariff classification | classif* | advance ruling | hs heading | tariff heading
4: hs | heading | tariff | sample | lab analysis`,
  customs_valuation: `
7: customs value | customs valuation | valuation | transaction value | royalt* | licen* fee* | price consultation | dutiable value | declared value | transfer pric*
5: undervalu* | discount | related part* | parent company | price | freight … value | assist`,
  channel_inspection: `
7: red channel | red lane | yellow channel | yellow lane | green channel | green lane | physical inspection | physically inspect* | cargo inspection | scann* | x ray | channel
5: inspect* | lane | examin* | risk | red`,
  supervision_vasscm: `
7: vasscm | supervision area | customs supervision | gate out | gate pass | barcode | bar code | container list | container number | seal number | storage location code | eport | manifest | port gate
4: terminal gate | port | gate | cfs | container | warehouse code | release … port`,
  system_error: `
7: vnaccs | ecus | system error | system is down | system down | error code | digital signature | e signature | usb token | log in | login | password | cannot submit | cannot transmit | account | #error | not recorded
4: system | error | software | server | submit | upload | down`,
  specialised_inspection: `
7: speciali* inspection | quality inspection | quality check | quality registration | quarantine | food safety | import permit | import licen* | export licen* | conformity | phytosanitary | single window | energy label* | used machinery | second hand | used machine*
4: permit | licen* | ministry | scrap | fumigation | chemical*`,
  temporary_import: `
7: temporar* import* | temporary export* | temporarily export* | temporarily import* | re export* | reexport* | re import* | reimport* | ata carnet | exhibition | trade fair | temporary
4: extend | extension | repair | leased | returned goods | warranty`,
  processing_export: `
7: processing contract | export processing | epe | export production | settlement report* | finalization report | finali* report | on the spot | on spot | production norm* | consumption norm* | norm* | raw material* | scrap to local
4: processing | factory | domestic market | materials | destroy | destruction | subcontract* | inventory`,
  tax_refund: `
7: refund* | overpaid | overpayment | tax exemption | duty exemption | duty free | exempt* | offset | tax assessment | import duty paid | vat paid | drawback
4: vat | tax | dut* | guarantee | paid twice`,
  declaration_amend_cancel: `
7: amend* | cancel* | correct the declaration | wrong quantity | wrong declaration | duplicate declaration | declared wrong* | wrongly declared | mistake in | typo | modify | supplementary declaration
4: wrong | correct | mistake | error in the declaration | fix | duplicate | shortage | excess`,
  penalty: `
9: fine for | fined | penalt* | administrative violation | violation | late filing fee | how much is the fine | sanction* | fine`,
  overtime: `
8: overtime | after hours | after hour | outside working hours | out of hours | weekend | saturday | sunday | public holiday | holiday* | night | at night`,
  post_clearance_audit: `
9: post clearance audit | post clearance | pca | audit decision | audit | audited | auditor* | customs audit
4: explanation | records`,
  registration_refusal: `
8: refus* to accept | refused | reject* | refusal | not accepted | tax debt | tax arrears | enforcement | cannot register | returned our dossier | inactive | turned down
4: accept | suspended`,
  transport_bonded: `
8: bonded warehouse | bonded | transit | transhipment | transshipment | independent transport | in bond | transport declaration | customs seal | inland port | icd
4: transport | seal | route | destination`,
  processing_delay: `
7: still waiting | still pending | pending | no response | not been approved | not yet approved | not been processed | has not been cleared | not cleared yet | waiting for | been waiting | delay* | too long | takes so long | taking so long | stuck | nobody | no one has | since morning | since yesterday | since this morning
4: waiting | since | hours | days | slow | when will | approve*`,
  other_issue: `
6: partnership agreement | sign the agreement | change of address | changed our address | change our address | company name | new address | legal representative | authorized economic operator | priority enterprise | training | working hours | office hours | customs broker | broker licen* | trademark | intellectual property | courier`,
};
