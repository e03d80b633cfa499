import { refuseFile } from '../refuse-file.ts';
import { relationsOf } from './relations.ts';
import { attribute, readXml } from './xml.ts';
import { damaged, type Package, type Part } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly isVisible: boolean;
  readonly part: Part;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly epoch: 1900 | 1904;
  readonly sharedStrings: Part | null;
  readonly styles: Part | null;
}

/** What a workbook consists of. Refuses a package that is something else, by saying what it is. */
export async function readWorkbook(parts: Package): Promise<Workbook> {
  const main = (await relationsOf(parts, '')).find(({ kind }) => kind === 'officeDocument')?.path;
  const part = main === undefined ? undefined : parts.parts.get(main);
  if (main === undefined || part === undefined) throw notAWorkbook(parts);
  if (main.endsWith('.bin')) throw refuseFile('Tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel và lưu lại dạng .xlsx.');

  const listed: { name: string; state: string; id: string }[] = [];
  let root = '';
  let epoch: 1900 | 1904 = 1900;
  await readXml(parts.unpack(part), {
    open(name, attributes) {
      if (root === '') root = name;
      if (name === 'workbookPr' && ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')) epoch = 1904;
      if (name !== 'sheet') return;
      const state = attribute(attributes, 'state') ?? 'visible';
      listed.push({ name: attribute(attributes, 'name') ?? '', state, id: relationId(attributes) });
    },
  });
  if (root !== 'workbook') throw refuseFile('Tệp Office này không phải bảng tính Excel. Hãy dùng tệp .xlsx hoặc .csv.');

  const relations = await relationsOf(parts, main);
  const sheets = listed.flatMap(({ name, state, id }): Sheet[] => {
    const relation = relations.find((each) => each.id === id && each.kind === 'worksheet');
    const sheet = relation === undefined ? undefined : parts.parts.get(relation.path);
    return sheet === undefined ? [] : [{ name, isVisible: state === 'visible', part: sheet }];
  });
  if (sheets.length === 0) throw damaged();
  const partOf = (kind: string) => parts.parts.get(relations.find((each) => each.kind === kind)?.path ?? '') ?? null;
  return { sheets, epoch, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

// A sheet has an id of its own and, under a prefix, the id of its relation.
function relationId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((each) => each.endsWith(':id'));
  return (key === undefined ? attributes.id : attributes[key]) ?? '';
}

function notAWorkbook(parts: Package): Error {
  if (parts.parts.has('content.xml')) return refuseFile('Tệp OpenDocument (.ods). Hãy lưu lại dạng .xlsx.');
  return refuseFile('Tệp nén này không phải bảng tính Excel. Hãy dùng tệp .xlsx hoặc .csv.');
}
