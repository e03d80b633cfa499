/** What the page does: posts deeds as JSON and fetches the conversation anew. */
export const script = `
const thread = document.querySelector('#thread');
const problem = document.querySelector('#problem');
const base = thread && '/__control/people/' + encodeURIComponent(thread.dataset.person) + '/';

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (problem) problem.textContent = answer.error ?? '';
  return answer;
}

let fetched = null;
async function refresh() {
  const response = await fetch(base + 'thread').catch(() => null);
  if (!response?.ok) return;
  const text = await response.text();
  if (text === fetched) return;
  fetched = text;
  thread.innerHTML = text;
  thread.scrollTop = thread.scrollHeight;
}

async function act(deed, body) {
  await post(base + deed, body);
  await refresh();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-deed]');
  if (button) act(button.dataset.deed, JSON.parse(button.dataset.body));
});

document.querySelector('#write')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const { text } = event.target.elements;
  if (text.value.trim() === '') return;
  act('writes', { text: text.value });
  text.value = '';
});

document.querySelector('#write [type=file]')?.addEventListener('change', async (event) => {
  const [file] = event.target.files;
  event.target.value = '';
  if (!file) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  act('sends-file', { name: file.name, base64: btoa(binary) });
});

document.querySelector('#add').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { id } = await post('/__control/people', Object.fromEntries(new FormData(event.target)));
  if (id) location.search = '?person=' + encodeURIComponent(id);
});

if (thread) {
  thread.scrollTop = thread.scrollHeight;
  setInterval(refresh, 700);
}
`;
