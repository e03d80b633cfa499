import { SaxesParser } from 'saxes';
import { damaged } from './zip.ts';

/** What a reader of XML hears. Names come without their prefix: some writers put one before every name. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Hands the text of XML to a reader, as far as it has come. Entities of the document's own making are not expanded. */
export function xmlReader(events: XmlEvents): { write: (chunk: Uint8Array) => void; end: () => void } {
  const decoder = new TextDecoder();
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('opentag', (tag) => events.open(localName(tag.name), tag.attributes));
  if (events.close !== undefined) {
    const { close } = events;
    parser.on('closetag', (tag) => close(localName(tag.name)));
  }
  if (events.text !== undefined) {
    parser.on('text', events.text);
    parser.on('cdata', events.text);
  }
  return {
    write: (chunk) => void parser.write(decoder.decode(chunk, { stream: true })),
    end: () => void parser.close(),
  };
}

/** Reads a small part of a workbook to its end. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const reader = xmlReader(events);
  for await (const chunk of chunks) reader.write(chunk);
  reader.end();
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
