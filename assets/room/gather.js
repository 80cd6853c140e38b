// Proposing a case, and the state of this phone's proposals.
import { h, icon } from './dom.js'
import { number, t } from './words.js'
import * as link from './link.js'
import * as store from './store.js'
import { room, say } from './room.js'

const long_enough = 8 // characters before similar cases are requested
const settle = 600 // ms after the last key

let idea = null // {title, description, domain, other, signed}
let like = { of: '', cases: [] }
let warned = '' // the title for which the likely duplicates were shown before sending
let asking = 0
let wrong = ''
let sent = false // the last proposal arrived, and nothing was typed since

function draft() {
    if (!idea)
        idea = store.draft('idea') || { title: '', description: '', domain: '', other: '', signed: false }
    return idea
}

function write(field, value) {
    draft()[field] = value
    store.keep('idea', draft())
    wrong = ''
    sent = false
    if (field === 'title') {
        clearTimeout(asking)
        asking = setTimeout(ask_like, settle)
    }
    room.redraw()
}

async function ask_like() {
    const title = draft().title.trim()
    if (title.length < long_enough) {
        like = { of: title, cases: [] }
        room.redraw()
        return
    }
    if (title === like.of) return
    try {
        const said = await link.ask('/api/likeness', { title })
        if (draft().title.trim() !== title) return
        const before = like.cases.length
        like = { of: title, cases: said.like }
        if (said.like.length && !before) say(`${t('gather.like')} ${said.like[0].title}`)
    } catch {
        like = { of: title, cases: [] } // no network: the proposal is sent anyway
    }
    room.redraw()
}

async function send(event) {
    event.preventDefault()
    const title = draft().title.trim()
    if (!title) {
        wrong = t('gather.empty')
        room.redraw()
        document.getElementById('idea').focus()
        return
    }
    clearTimeout(asking)
    if (like.of !== title && room.line === 'live')
        await Promise.race([ask_like(), new Promise(done => setTimeout(done, 1500))])
    if (draft().title.trim() !== title) return
    if (like.cases.length && warned !== title) {
        warned = title
        say(t('gather.like.line'))
        room.redraw()
        document.getElementById('like')?.scrollIntoView({ block: 'nearest' })
        return
    }
    const { description, domain, other, signed } = draft()
    link.send('/api/propose', {
        title,
        description: description.trim(),
        domain: (domain === '\n' ? other : domain).trim(),
        signed,
    })
    idea = { title: '', description: '', domain, other, signed }
    store.keep('idea', idea)
    like = { of: '', cases: [] }
    warned = ''
    room.redraw()
}

export function received() {
    sent = true
    say(t('gather.sent'))
}

// Returns the text to the form, unless another text is being typed.
export function refused(act) {
    if (draft().title.trim()) return
    Object.assign(draft(), { title: act.body.title, description: act.body.description })
    store.keep('idea', draft())
}

function proposal(title, shape, tone, text, key) {
    return h(
        'li',
        { key, class: 'fate ' + tone },
        icon(shape),
        h('div', {}, h('p', { class: 'fate-title' }, title), h('p', { class: 'hint' }, text)),
    )
}

const looks = {
    waiting: ['wait', 'soft'],
    accepted: ['done', 'good'],
    merged: ['merge', 'good'],
    refused: ['none', 'soft'],
}

function mine() {
    const going = link
        .waiting()
        .filter(one => one.path === '/api/propose')
        .reverse()
    const there = room.state.gather.mine
    if (!going.length && !there.length) return h('p', { class: 'hint' }, t('gather.mine.none'))
    return h(
        'ul',
        { class: 'list' },
        going.map(one => proposal(one.body.title, 'cut', 'soft', t('fate.sending'), one.act)),
        there.map(one => {
            const [shape, tone] = looks[one.state] || looks.waiting
            return proposal(one.title, shape, tone, one.text, one.id)
        }),
    )
}

export function mine_dialog() {
    return { title: t('gather.mine'), body: mine() }
}

export function view() {
    const { state } = room
    const { limits, domains, moderation, hidden } = state.gather
    const now = draft()
    const left = limits.title - now.title.length
    const likes = like.of && like.of === now.title.trim() ? like.cases : []
    const main = [
        state.instruction && h('p', { id: 'instruction', class: 'line' }, state.instruction),
        h(
            'form',
            { id: 'propose', novalidate: true, onsubmit: send },
            h(
                'div',
                { class: 'field' },
                h('label', { for: 'idea' }, t('gather.idea')),
                h('textarea', {
                    id: 'idea',
                    rows: '3',
                    maxlength: limits.title,
                    value: now.title,
                    'aria-describedby': state.instruction ? 'instruction idea-wrong' : 'idea-hint idea-wrong',
                    'aria-invalid': wrong ? 'true' : null,
                    oninput: event => write('title', event.target.value),
                }),
                h(
                    'div',
                    { class: 'two' },
                    h('p', { id: 'idea-hint', class: 'hint' }, state.instruction ? '' : t('gather.hint')),
                    h(
                        'p',
                        { class: 'hint count' },
                        h(
                            'span',
                            { 'aria-hidden': 'true' },
                            t('gather.count', String(now.title.length), String(limits.title)),
                        ),
                        h('span', { class: 'unseen' }, t('gather.count.said', left)),
                    ),
                ),
                h('p', { id: 'idea-wrong', class: 'wrong', role: 'alert' }, wrong),
            ),
            likes.length > 0 &&
                h(
                    'div',
                    { class: 'like', id: 'like', key: 'like' },
                    h('h2', {}, t('gather.like')),
                    h(
                        'ul',
                        {},
                        likes.map(one =>
                            h(
                                'li',
                                { key: one.id },
                                h('span', { class: 'chip outlined' }, String(one.number)),
                                h('span', { class: 'grow' }, one.title),
                                h('span', { class: 'soft' }, t('gather.like.percent', number(one.percent))),
                            ),
                        ),
                    ),
                    h('p', { class: 'hint' }, t('gather.like.line')),
                ),
            h(
                'div',
                { class: 'field' },
                h('label', { for: 'domain' }, t('gather.domain'), ' ', h('small', {}, t('optional'))),
                h(
                    'select',
                    {
                        id: 'domain',
                        value: now.domain,
                        onchange: event => write('domain', event.target.value),
                    },
                    h('option', { value: '' }, t('gather.domain.none')),
                    domains.map(one => h('option', { value: one, key: one }, one)),
                    h('option', { value: '\n' }, t('gather.domain.other')),
                ),
                now.domain === '\n' &&
                    h(
                        'div',
                        { class: 'field' },
                        h('label', { for: 'other' }, t('gather.domain.typed')),
                        h('input', {
                            id: 'other',
                            type: 'text',
                            maxlength: limits.domain,
                            value: now.other,
                            oninput: event => write('other', event.target.value),
                        }),
                    ),
            ),
            h(
                'details',
                { class: 'notice' },
                h('summary', {}, t('gather.description'), ' ', t('optional')),
                h('label', { class: 'unseen', for: 'description' }, t('gather.description')),
                h('textarea', {
                    id: 'description',
                    rows: '4',
                    maxlength: limits.description,
                    value: now.description,
                    'aria-describedby': 'description-hint',
                    oninput: event => write('description', event.target.value),
                }),
                h('p', { id: 'description-hint', class: 'hint' }, t('gather.description.hint')),
            ),
            state.me.name &&
                h(
                    'label',
                    { class: 'tick' },
                    h('input', {
                        type: 'checkbox',
                        checked: now.signed,
                        onchange: event => write('signed', event.target.checked),
                    }),
                    h('span', {}, t('gather.sign', state.me.name)),
                ),
        ),
        h('h2', { class: 'section' }, t('gather.mine')),
        mine(),
        (moderation || hidden) &&
            h(
                'p',
                { class: 'note' },
                icon('info'),
                h(
                    'span',
                    {},
                    [moderation && t('gather.moderated'), hidden && t('gather.hidden')]
                        .filter(Boolean)
                        .join(' '),
                ),
            ),
    ]
    return {
        title: state.question || t('gather.title'),
        main,
        footer: [
            h(
                'button',
                { type: 'submit', form: 'propose', class: 'main' },
                icon('send'),
                h(
                    'span',
                    {},
                    t(likes.length && warned === now.title.trim() ? 'gather.send.anyway' : 'gather.send'),
                ),
            ),
            h('p', { class: 'link-line' }, sent ? t('gather.sent') : ''),
        ],
    }
}
