// The page that joins: small, so that a slow phone has it within a second. All the rest comes
// while the person reads.
import { lang, load, t } from './words.js';
import * as store from './store.js';

const rest = ['app', 'room', 'link', 'dom', 'gather', 'ballot', 'marks', 'order', 'estimate', 'results', 'sheets'];
const $ = id => document.getElementById(id);
const code_in_address = /^[0-9a-z]{6}$/i;

let hello = null;
let app = null;      // the promise of the rest
let speaking = 'fr'; // as index.html is written
let joining = false;

function fetch_rest() {
  if (app) return app;
  for (const name of rest) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `${name}.js`;
    document.head.append(link);
  }
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = 'room.css';
  const styled = new Promise(done => { sheet.onload = sheet.onerror = done; });
  document.head.append(sheet);
  app = Promise.all([import('./app.js'), styled]).then(([module]) => module);
  app.catch(() => { app = null; });
  return app;
}

// The words that index.html has in French.
async function speak(wanted) {
  await load(wanted);
  speaking = wanted;
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = t(node.dataset.word);
  for (const one of ['fr', 'en']) $('in-' + one).setAttribute('aria-pressed', String(one === wanted));
  document.title = (hello?.title ? hello.title + ' – ' : '') + 'Cadran';
  show_hello();
}

function show_hello() {
  if (!hello) return;
  $('title').textContent = hello.title || t('join.title');
  $('line').textContent = hello.line || '';
  $('line').hidden = !hello.line;
  const text = $('notice-text');
  text.replaceChildren();
  for (const part of hello.notice || []) {
    const paragraph = document.createElement('p');
    const head = document.createElement('strong');
    head.textContent = part.head;
    paragraph.append(head, '\n' + part.text);
    text.append(paragraph);
  }
  $('notice').hidden = !(hello.notice || []).length;
  $('join-link').textContent = t('join.linked');
}

async function ask_hello() {
  try {
    const answer = await fetch(`/api/hello?lang=${speaking}`, { cache: 'no-store' });
    if (!answer.ok) throw new Error('hello');
    hello = await answer.json();
    if (!hello.notice?.length) $('notice').hidden = true;
    show_hello();
    document.title = (hello.title ? hello.title + ' – ' : '') + 'Cadran';
    return true;
  } catch {
    $('join-link').textContent = t('join.unlinked');
    setTimeout(ask_hello, 2000 + Math.random() * 2000);
    return false;
  }
}

function wrong(text) {
  $('code-wrong').textContent = text;
  $('code').setAttribute('aria-invalid', String(Boolean(text)));
  if (text) $('code').focus();
}

async function join(event) {
  event.preventDefault();
  if (joining) return;
  wrong('');
  const code = $('code').value.trim();
  if (!code) { wrong(t('join.code.none')); return; }
  joining = true;
  $('go').setAttribute('aria-disabled', 'true');
  $('said').textContent = t('join.going');
  try {
    const module = await fetch_rest();
    const answer = await module.join(lang, code, $('name').value.trim());
    if (answer.ok) await enter();
    else wrong(answer.said.text || (answer.wait ? t('join.wait', answer.wait) : t('join.failed')));
  } catch {
    wrong(t('join.failed'));
  }
  joining = false;
  $('go').removeAttribute('aria-disabled');
}

async function enter() {
  const module = await fetch_rest();
  module.enter({ lang: speaking, hello, back });
}

// The seat is gone, or the room is closed.
function back(text) {
  $('app').hidden = true;
  $('join').hidden = false;
  hello = null;
  speak(lang).then(ask_hello);
  wrong('');
  $('code-wrong').textContent = text || '';
  $('said').textContent = text || '';
  $('code').focus();
}

async function begin() {
  const at = [location.hash.slice(1), location.pathname.slice(1)].find(text => code_in_address.test(text));
  if (at) {
    $('code').value = at.toUpperCase();
    $('code-hint').dataset.word = 'join.code.filled';
  }
  $('form').onsubmit = join;
  $('code').oninput = () => wrong('');
  for (const one of ['fr', 'en']) {
    $('in-' + one).onclick = () => { store.language.set(one); speak(one).then(ask_hello); };
  }
  const wanted = store.language.get() || ((navigator.language || 'fr').startsWith('fr') ? 'fr' : 'en');
  speaking = wanted;
  const words_there = speak(wanted);
  const answered = await ask_hello();
  await words_there;
  if (answered && hello.joined) await enter();
  else fetch_rest();
}

begin();
