// Dialogs: the list of cases, the sheet of a case, the legal notice; and the person's name.
import { h, icon } from './dom.js'
import { t } from './words.js'
import * as link from './link.js'
import { case_of, hide, of_session, room, say, show } from './room.js'

let search = ''
let sheet = { id: '', version: 0, said: null, failed: false }
let notice = null
let name = null

function plain(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function lines(cases) {
    return h(
        'ul',
        { class: 'menu cases' },
        cases.map(one =>
            h(
                'li',
                { key: one.id },
                h(
                    'button',
                    {
                        type: 'button',
                        class: 'choice',
                        'aria-haspopup': 'dialog',
                        onclick: () => show({ name: 'sheet', id: one.id, from: room.dialog?.name }),
                    },
                    h('span', { class: 'chip outlined' }, String(one.number)),
                    h(
                        'span',
                        { lang: of_session(), class: 'grow' },
                        one.title,
                        one.domain && h('span', { class: 'hint block' }, one.domain),
                    ),
                ),
            ),
        ),
    )
}

// Reading matter below a page that waits.
export function list_inline() {
    const { cases } = room.state
    if (!cases.length) return null
    return [h('h2', { class: 'section' }, t('cases.title')), lines(cases)]
}

export function cases_dialog() {
    const { cases } = room.state
    const wanted = plain(search.trim())
    const found = wanted
        ? cases.filter(one => plain(`${one.number} ${one.title} ${one.domain}`).includes(wanted))
        : cases
    return {
        title: t('cases.title'),
        body: h(
            'div',
            {},
            cases.length > 8 &&
                h(
                    'div',
                    { class: 'field' },
                    h('label', { for: 'search' }, t('cases.search')),
                    h('input', {
                        id: 'search',
                        type: 'text',
                        value: search,
                        oninput: event => {
                            search = event.target.value
                            room.redraw()
                        },
                    }),
                ),
            found.length ? lines(found) : h('p', { class: 'line' }, t('cases.none')),
        ),
    }
}

async function fetch_sheet(id) {
    sheet = { id, version: room.state.version, said: sheet.id === id ? sheet.said : null, failed: false }
    const mine = sheet
    try {
        mine.said = await link.ask('/api/case/' + encodeURIComponent(id))
    } catch {
        mine.failed = !mine.said // an earlier version is kept
        if (sheet === mine && mine.failed) say(t('sheet.failed'))
    }
    room.redraw()
}

export function sheet_dialog() {
    const { id } = room.dialog
    if (sheet.id !== id || (sheet.version !== room.state.version && room.line === 'live')) fetch_sheet(id)
    const said = sheet.id === id ? sheet.said : null
    const one = said || case_of(id) || { number: '', title: '' }
    const body = sheet.failed
        ? [
              h('p', { class: 'wrong' }, t('sheet.failed')),
              h(
                  'button',
                  {
                      type: 'button',
                      class: 'second',
                      onclick: () => {
                          fetch_sheet(id)
                          room.redraw()
                      },
                  },
                  t('line.retry'),
              ),
          ]
        : !said
          ? h('p', { class: 'line' }, t('sheet.loading'))
          : [
                said.fields.length
                    ? h(
                          'dl',
                          {},
                          said.fields.map((field, i) =>
                              h(
                                  'div',
                                  { key: i },
                                  h('dt', {}, field.label),
                                  h('dd', { lang: of_session() }, field.text),
                              ),
                          ),
                      )
                    : h('p', { class: 'line' }, t('sheet.empty')),
                said.merged?.length > 0 && [
                    h('h3', {}, t('sheet.merged')),
                    h(
                        'ul',
                        { class: 'summary' },
                        said.merged.map(other =>
                            h(
                                'li',
                                { key: other.number },
                                h('span', { class: 'chip outlined' }, String(other.number)),
                                h('span', { class: 'grow' }, other.title),
                            ),
                        ),
                    ),
                ],
            ]
    return { title: `${one.number}. ${one.title}`, body: h('div', {}, body) }
}

export function notice_dialog() {
    if (!notice) {
        notice = []
        link.ask('/api/hello').then(
            hello => {
                notice = hello.notice || []
                room.redraw()
            },
            () => {
                notice = null
            },
        )
    }
    return {
        title: t('notice.title'),
        body: h(
            'div',
            { class: 'notice' },
            notice?.length
                ? notice.map((part, i) => h('p', { key: i }, h('strong', {}, part.head), '\n' + part.text))
                : h('p', {}, t('join.secret')),
        ),
    }
}

// They were received in another language.
export function forget() {
    notice = null
    sheet = { id: '', version: 0, said: null, failed: false }
}

export function name_dialog() {
    if (name === null) name = room.state.me.name
    const save = event => {
        event.preventDefault()
        link.send('/api/name', { name: name.trim() })
        room.state.me.name = name.trim()
        name = null
        hide()
    }
    return {
        title: t('name.title'),
        body: h(
            'form',
            { onsubmit: save },
            h(
                'div',
                { class: 'field' },
                h('label', { for: 'new-name' }, t('join.name'), ' ', h('small', {}, t('optional'))),
                h('input', {
                    id: 'new-name',
                    type: 'text',
                    maxlength: '60',
                    autocomplete: 'nickname',
                    value: name,
                    'aria-describedby': 'new-name-hint',
                    oninput: event => {
                        name = event.target.value
                        room.redraw()
                    },
                }),
                h('p', { class: 'hint', id: 'new-name-hint' }, t('join.name.hint')),
            ),
            h('button', { type: 'submit', class: 'main' }, t('name.save')),
        ),
    }
}
