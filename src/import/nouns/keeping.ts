import type { Form, Noun } from './form.ts';

/** A noun whose rows are kept in another shape from the moment they are read: a smaller one, for lists of a year. */
export function keepingNoun<Row, Kept>(noun: Noun<Row>, keep: (row: Row) => Kept): Noun<Kept> {
  return { ...noun, forms: noun.forms.map((form) => keepingForm(form, keep)) };
}

function keepingForm<Row, Kept>(form: Form<Row>, keep: (row: Row) => Kept): Form<Kept> {
  return {
    ...form,
    reader(positions, context) {
      const read = form.reader(positions, context);
      return (cells) => {
        const reading = read(cells);
        return reading.ok ? { ...reading, row: keep(reading.row) } : reading;
      };
    },
  };
}
