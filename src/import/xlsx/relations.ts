import { attribute, readXml } from './xml.ts';
import type { Package } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its type: worksheet, sharedStrings, styles, officeDocument. */
  readonly kind: string;
  /** The path of the part it leads to, from the root of the package. */
  readonly path: string;
}

/** Where a part of the package leads to; the root of the package for the empty path. */
export async function relationsOf(parts: Package, path: string): Promise<readonly Relation[]> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const part = parts.parts.get(`${folder}_rels/${path.slice(slash + 1)}.rels`);
  if (part === undefined) return [];

  const relations: Relation[] = [];
  await readXml(parts.unpack(part), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const kind = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({ id: attribute(attributes, 'Id') ?? '', kind, path: resolved(folder, target) });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
