import { expect, test } from 'vitest';
import { stillNamed } from '../../src/console/thread/mentions.ts';

const lan = { id: 1, name: 'Nguyễn Thị Lan' };
const hoa = { id: 2, name: 'Lê Thị Hoa' };

test('whoever was written out of a note again is not told', () => {
  expect(stillNamed([lan, hoa], 'Nhờ @Lê Thị Hoa xem giúp')).toEqual([hoa]);
});

test('a name without its sign names nobody', () => {
  expect(stillNamed([lan], 'Nguyễn Thị Lan đã gọi')).toEqual([]);
});
