import type { PageButton, PageLine, PagePerson, Stage } from '../stand-in-page.ts';
import { script } from './script.ts';
import { styles } from './styles.ts';

/** The whole page, with the conversation of the person wanted, or of the first one. */
export function renderPage(stage: Stage, wanted: string | null): string {
  const people = stage.people();
  const person = people.find(({ id }) => id === wanted) ?? people[0];
  const entries = people.map((known) => renderEntry(known, known === person)).join('');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(stage.title)}</title>
<style>${styles}</style>
</head>
<body>
<aside>
<h1>${escaped(stage.title)}</h1>
<p>Môi trường mô phỏng: không có tin nào rời khỏi máy này.</p>
<nav aria-label="Người dùng">${entries}</nav>
${renderAdding(stage)}
</aside>
<main>${person === undefined ? '<p class="empty">Hãy thêm một người để bắt đầu.</p>' : renderChat(person)}</main>
<script>${script}</script>
</body>
</html>`;
}

/** The lines of one conversation, which the page fetches again and again. */
export function renderThread(person: PagePerson): string {
  if (person.lines.length === 0) return '<p class="empty">Chưa có tin nhắn nào.</p>';
  return person.lines.map(renderLine).join('');
}

function renderEntry({ id, name, note }: PagePerson, isCurrent: boolean): string {
  const current = isCurrent ? ' aria-current="page"' : '';
  return `<a href="/?person=${encodeURIComponent(id)}"${current}><b>${escaped(name)}</b><small>${escaped(note)}</small></a>`;
}

function renderAdding({ kinds }: Stage): string {
  const options = kinds
    .map(({ name, label }) => `<option value="${escaped(name)}">${escaped(label)}</option>`)
    .join('');
  return `<form id="add">
<label>Họ và tên <input name="name" required value="Nguyễn Thị An"></label>
<label>Số điện thoại <input name="phone" inputmode="tel" placeholder="0912 345 678"></label>
<label>Kênh <select name="kind">${options}</select></label>
<button>Thêm người</button>
</form>`;
}

function renderChat(person: PagePerson): string {
  const buttons = person.deeds.map(({ name, label }) => renderButton({ label, deed: name, body: {} })).join('');
  return `<header><h2>${escaped(person.name)}</h2><div class="deeds">${buttons}</div></header>
<section id="thread" data-person="${escaped(person.id)}" aria-live="polite">${renderThread(person)}</section>
<p id="problem" role="alert"></p>
<form id="write">
<label class="file">📎<input type="file" aria-label="Đính kèm tệp"></label>
<input name="text" autocomplete="off" placeholder="Nhập tin nhắn…" aria-label="Tin nhắn" autofocus>
<button>Gửi</button>
</form>`;
}

function renderLine({ by, at, text, attachment, buttons }: PageLine): string {
  const words = text === '' ? '' : `<p>${escaped(text)}</p>`;
  const row = buttons.length === 0 ? '' : `<div class="buttons">${buttons.map(renderButton).join('')}</div>`;
  return `<article class="${by}">${words}${renderAttachment(attachment)}${row}<time>${timeOf(at)}</time></article>`;
}

function renderAttachment(attachment: PageLine['attachment']): string {
  if (attachment === null) return '';
  const { label, href } = attachment;
  if (href === null) return `<p class="attachment">${escaped(label)}</p>`;
  return `<p class="attachment"><a href="${safeAddress(href)}" target="_blank" rel="noreferrer">${escaped(label)}</a></p>`;
}

function renderButton(button: PageButton): string {
  const label = escaped(button.label);
  if ('href' in button) return `<a href="${safeAddress(button.href)}" target="_blank" rel="noreferrer">${label} ↗</a>`;
  const body = escaped(JSON.stringify(button.body));
  return `<button type="button" data-deed="${escaped(button.deed)}" data-body="${body}">${label}</button>`;
}

// An address out of a message may be anything, a script too.
function safeAddress(address: string): string {
  return /^(https?:|tel:|sms:)/i.test(address) ? escaped(address) : '#';
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat('vi-VN', { timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
