import { Hono } from 'hono';
import { html } from 'hono/html';
import { type PublicTable, publicTable } from '../reports/ratings/public-table.ts';
import type { HttpParts } from './api-env.ts';
import { ratingCsv } from './rating-csv.ts';
import { plainPageHeaders, type WithNonce } from './security-headers.ts';

/** The monthly table for everybody (PL08 Điều 7): a page with a choice of months, and the same as a file. */
export function publicRatingPage({ desk }: Pick<HttpParts, 'desk'>): Hono<WithNonce> {
  const { db } = desk.database;
  // A page that nobody signs in to: no script, nothing from elsewhere, and small.
  return new Hono<WithNonce>()
    .use('/ratings/public', plainPageHeaders)
    .get('/ratings/public', async (context) => {
      const month = context.req.query('month');
      const table = await publicTable(db, month === '' ? undefined : month);
      const nonce = context.var.secureHeadersNonce ?? '';
      return context.html(
        table === null ? page(nonce, '', emptyPart) : page(nonce, sayMonth(table.month), tablePart(table)),
      );
    })
    .get('/ratings/public/:file{\\d{4}-\\d{2}\\.csv}', async (context) => {
      const table = await publicTable(db, context.req.param('file').slice(0, 7));
      if (table === null) return context.notFound();
      const all = table.total === null ? [] : [{ name: 'Toàn Chi cục', figures: table.total }];
      return context.body(ratingCsv([...all, ...table.rows]), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="danh-gia-${table.month}.csv"`,
      });
    });
}

const emptyPart = html`<p>Chưa có tháng nào được công bố. Số liệu của mỗi tháng được công bố từ ngày 02 tháng sau.</p>`;

function tablePart({ month, months, total, rows, answeredInTime }: PublicTable) {
  return html`
    <form method="get" action="/ratings/public">
      <label>Tháng
        <select name="month">
          ${months.map((each) => html`<option value="${each}"${each === month ? ' selected' : ''}>${sayMonth(each)}</option>`)}
        </select>
      </label>
      <button>Xem</button>
      <a href="/ratings/public/${month}.csv">Tải bảng (CSV)</a>
    </form>
    ${
      total === null
        ? html`<p>Tháng này có dưới 05 đánh giá nên không công bố.</p>`
        : html`
    <dl>
      <div><dt>Tờ khai được đánh giá</dt><dd>${figure(total.ratings)}</dd></div>
      <div><dt>Tỷ lệ trên tổng tờ khai</dt><dd>${percent(total.responseRate)}</dd></div>
      <div><dt>Hài lòng và rất hài lòng</dt><dd>${percent(total.satisfiedShare)}</dd></div>
      <div><dt>Số đánh giá mức 1 và 2</dt><dd>${figure(total.low)}</dd></div>
      <div><dt>Phản hồi đánh giá thấp đúng hạn</dt><dd>${percent(answeredInTime)}</dd></div>
    </dl>
    <div class="scroll" role="region" tabindex="0" aria-label="Bảng theo đơn vị"><table>
      <thead><tr><th scope="col">Đơn vị</th><th scope="col">Được đánh giá</th><th scope="col">Tổng tờ khai</th><th scope="col">Tỷ lệ đánh giá</th><th scope="col">Mức 4 và 5</th><th scope="col">Mức 1 và 2</th></tr></thead>
      <tbody>
        ${rows.map(
          ({ name, figures }) =>
            html`<tr><th scope="row">${name}</th><td>${figure(figures.ratings)}</td><td>${figure(figures.declarations ?? 0)}</td><td>${percent(figures.responseRate)}</td><td>${percent(figures.satisfiedShare)}</td><td>${figure(figures.low)}</td></tr>`,
        )}
      </tbody>
    </table></div>`
    }
    <p class="quiet">Số liệu chốt một lần sau khi tháng kết thúc và không thay đổi. Đơn vị có dưới 05 đánh giá trong tháng được gộp với đơn vị khác để không ai đoán được người đánh giá. Tỷ lệ phản hồi đúng hạn tính trên các đánh giá thấp đến hạn trả lời trong tháng, chỉ nêu khi có từ 05 trường hợp.</p>`;
}

function page(nonce: string, title: string, content: unknown) {
  return html`<!doctype html>
<html lang="vi">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Đánh giá chất lượng phục vụ ${title}</title>
  <style nonce="${nonce}">
    :root { color-scheme: light dark; --ink: #17232c; --muted: #52616d; --line: #dde4e9; --ground: #f3f6f8; --panel: #fff; --accent: #0f6489 }
    @media (prefers-color-scheme: dark) { :root { --ink: #e3e9ee; --muted: #a3b1bd; --line: #2d3841; --ground: #10151a; --panel: #181f26; --accent: #79b7d3 } }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
    main { max-width: 62rem; margin: 0 auto; padding: 2rem 1rem 3rem }
    h1 { font-size: 1.5rem; margin: 0 0 1rem }
    form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-bottom: 1.25rem }
    select, button { font: inherit; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); color: var(--ink) }
    a { color: var(--accent) }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .75rem; margin: 0 0 1.5rem }
    dl div { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: .75rem 1rem }
    dt { color: var(--muted); font-size: .875rem } dd { margin: 0; font-size: 1.5rem; font-variant-numeric: tabular-nums }
    .scroll { overflow-x: auto; background: var(--panel); border: 1px solid var(--line); border-radius: 10px }
    table { border-collapse: collapse; width: 100% } th, td { padding: .5rem .9rem; text-align: right; font-variant-numeric: tabular-nums }
    th:first-child { text-align: left } thead th { color: var(--muted); font-weight: 500; font-size: .875rem } tbody tr { border-top: 1px solid var(--line) } tbody th { font-weight: 500 }
    .quiet { color: var(--muted); font-size: .875rem }
  </style>
  <main><h1>Đánh giá chất lượng phục vụ${title === '' ? '' : ` – ${title}`}</h1>${content}</main>
</html>`;
}

function sayMonth(month: string): string {
  return `tháng ${month.slice(5)}/${month.slice(0, 4)}`;
}

function figure(value: number): string {
  return value.toLocaleString('vi-VN');
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} %`;
}
