// Ballots with a value for each case: points and credits, approvals, scores, grades.
import { h, icon } from './dom.js'
import { number, t } from './words.js'
import { of_session, room, say } from './room.js'
import { drawn, figure, head, keep } from './ballot.js'

const by_five_from = 50 // from this number of points on, steps are of five

function cost_of(round, value) {
    return round.spends === 'squares' ? value * value : round.spends === 'sum' ? value : 0
}

export function spent(round, draft, but) {
    let sum = 0
    for (const id in draft.given) if (id !== but) sum += cost_of(round, draft.given[id] || 0)
    return sum
}

// The largest value of a case while the others stay as they are.
function most_for(round, draft, id) {
    if (round.budget === null || round.spends === 'nothing') return round.mark.most
    const left = Math.max(0, round.budget - spent(round, draft, id))
    return Math.min(round.mark.most, round.spends === 'squares' ? Math.floor(Math.sqrt(left)) : left)
}

export function said(round, value) {
    switch (round.ballot) {
        case 'approvals':
            return '✓'
        case 'points':
            return t(round.spends === 'squares' ? 'ballot.one.votes' : 'ballot.one.points', value)
        case 'grades':
            return round.grades[value]?.name ?? number(value)
        case 'orders':
            return number(value)
        default:
            return number(value)
    }
}

export function body(round, draft) {
    if (round.ballot === 'approvals') return ticks(round, draft.given)
    if (round.ballot === 'points')
        return draft.page === 'choose' ? choose(round, draft) : points(round, draft)
    return answers(round, draft)
}

function refuse(text) {
    room.problem = text
    say(text)
    room.redraw()
}

// --- points

function give(round, draft, one, wanted) {
    const most = most_for(round, draft, one.id)
    const least = round.mark.least < 0 ? -most : 0
    const value = Math.min(most, Math.max(least, wanted))
    if (value !== wanted) {
        if (wanted < least && least === 0) {
            refuse(t('ballot.no.less'))
            return
        }
        if (value === (draft.given[one.id] || 0)) {
            refuse(
                Math.abs(wanted) > round.mark.most && round.spends === 'sum'
                    ? t('ballot.no.cap', round.mark.most)
                    : t(round.spends === 'squares' ? 'ballot.no.credits' : 'ballot.no.budget'),
            )
            return
        }
    }
    if (value) draft.given[one.id] = value
    else delete draft.given[one.id]
    keep(round)
    say(`${said(round, value)}, ${number(round.budget - spent(round, draft))} ${left_text(round, draft)}`)
}

function left_text(round, draft) {
    return t(
        round.spends === 'squares' ? 'ballot.credits.left' : 'ballot.points.left',
        round.budget - spent(round, draft),
        number(round.budget),
    )
}

function points(round, draft) {
    const left = round.budget - spent(round, draft)
    const step = round.spends === 'sum' && round.mark.most >= by_five_from ? 5 : 1
    const shown = round.two_pages ? round.cases.filter(one => draft.chosen.includes(one.id)) : round.cases
    const again = () => {
        draft.page = 'choose'
        keep(round)
        window.scrollTo(0, 0)
    }
    return {
        main: [
            figure(left, left_text(round, draft), { total: round.spends === 'sum' ? round.budget : 0 }),
            drawn(round),
            h(
                'ul',
                { class: 'rows', key: 'rows' },
                shown.map(one => points_row(round, draft, one, step)),
            ),
            round.two_pages &&
                h('button', { type: 'button', class: 'second', onclick: again }, t('ballot.choose.again')),
        ],
    }
}

function points_row(round, draft, one, step) {
    const value = draft.given[one.id] || 0
    const squares = round.spends === 'squares'
    const most = most_for(round, draft, one.id)
    const up_to = step > 1 ? Math.min(most, value + step) : value + 1
    const down_to = step > 1 ? Math.max(0, value - step) : value - 1
    const least = round.mark.least < 0 ? -most : 0
    const some = n => t(squares ? 'ballot.one.votes' : 'ballot.one.points', n)
    const stepper = (shape, to, key, possible) =>
        h(
            'button',
            {
                type: 'button',
                class: 'stepper',
                'aria-disabled': possible ? null : 'true',
                'aria-label': `${t(key, some(step))}, ${one.title}`,
                onclick: () =>
                    give(round, draft, one, possible ? to : value + (shape === 'plus' ? step : -step)),
            },
            icon(shape),
            step > 1 && h('span', {}, String(step)),
        )
    const few = round.mark.least >= 0 && round.mark.most <= 5 ? round.mark.most : 0
    const next = squares && value >= 0 && value < round.mark.most ? (value + 1) ** 2 - value ** 2 : 0
    return h(
        'li',
        { key: one.id, class: value ? 'row on' : 'row' },
        head(one),
        h(
            'div',
            { class: 'steps', role: 'group', 'aria-labelledby': 't' + one.id },
            stepper('minus', down_to, 'ballot.take', value > least),
            few > 0 &&
                h(
                    'svg',
                    { class: 'dots', viewBox: `0 0 ${few * 22} 18`, 'aria-hidden': 'true' },
                    Array.from({ length: few }, (_, i) =>
                        h('circle', {
                            key: i,
                            cx: i * 22 + 9,
                            cy: 9,
                            r: i < value ? 8 : 7,
                            class: i < value ? 'on' : 'off',
                        }),
                    ),
                ),
            step > 1
                ? h('input', {
                      class: 'amount',
                      type: 'text',
                      inputmode: 'numeric',
                      maxlength: '4',
                      value: value ? String(value) : '',
                      placeholder: '0',
                      'aria-label': `${t('ballot.amount')}, ${one.title}`,
                      onchange: event => {
                          give(round, draft, one, Math.trunc(Number(event.target.value)) || 0)
                          event.target.value = draft.given[one.id] || ''
                      },
                  })
                : h(
                      'p',
                      { class: 'amount-said' },
                      some(value),
                      squares && value !== 0 && h('small', {}, t('ballot.one.credits', value * value)),
                  ),
            stepper('plus', up_to, 'ballot.add', value < most),
        ),
        next > 0 && value !== 0 && h('p', { class: 'hint' }, t('ballot.next.costs', next)),
    )
}

// --- ticks

// The first page of a two-page vote: selects the cases that get points.
function choose(round, draft) {
    const chosen = Object.fromEntries(draft.chosen.map(id => [id, 1]))
    const part = ticks(round, chosen, on => {
        draft.chosen = Object.keys(on)
        for (const id in draft.given) if (!on[id]) delete draft.given[id]
    })
    const next = () => {
        if (!draft.chosen.length) {
            refuse(t('ballot.spread.none'))
            return
        }
        draft.page = 'spread'
        keep(round)
        window.scrollTo(0, 0)
        document.getElementById('h1')?.focus({ preventScroll: true })
    }
    part.step = h(
        'button',
        { type: 'button', class: 'main', onclick: next },
        h('span', {}, t('ballot.spread')),
        icon('right'),
    )
    return part
}

function ticks(round, on, chosen) {
    const count = Object.keys(on).length
    const dear = one =>
        round.method === 'budget' && !one.affordable
            ? t(one.price === null ? 'ballot.no.cost' : 'ballot.too.dear')
            : ''
    const toggle = (one, box) => {
        if (on[one.id]) delete on[one.id]
        else if (round.choices && count >= round.choices) {
            box.checked = false
            refuse(t('ballot.no.choices', number(round.choices)))
            return
        } else on[one.id] = 1
        chosen?.(on)
        keep(round)
        const now = Object.keys(on).length
        say(`${number(now)} ${count_text(round, now)}`)
    }
    const line = one => {
        const not = dear(one)
        return h(
            'li',
            { key: one.id, class: on[one.id] ? 'row on' : 'row' },
            h(
                'div',
                { class: 'tick-row' },
                h(
                    'label',
                    {},
                    h('input', {
                        type: 'checkbox',
                        checked: Boolean(on[one.id]),
                        disabled: Boolean(not),
                        onchange: event => toggle(one, event.target),
                    }),
                    h('span', { class: 'chip outlined' }, String(one.number)),
                    h(
                        'span',
                        { class: 'grow' },
                        h('span', { lang: of_session(), class: 'name' }, one.title),
                        round.method === 'budget' &&
                            (one.cost || not) &&
                            h(
                                'span',
                                { class: 'hint block' },
                                [one.cost && t('ballot.cost.of', one.cost), not].filter(Boolean).join(' · '),
                            ),
                    ),
                ),
                head_button(one),
            ),
        )
    }
    return {
        main: [
            figure(count, count_text(round, count), { under: money(round, on) }),
            drawn(round),
            h('ul', { class: 'rows', key: 'ticks' }, round.cases.map(line)),
        ],
    }
}

function count_text(round, n) {
    return round.choices ? t('ballot.chosen.of', n, number(round.choices)) : t('ballot.chosen', n)
}

function head_button(one) {
    return head(one).kids.filter(kid => kid.tag === 'button')
}

// The total cost of the selected cases, in the unit of costs.
function money(round, on) {
    const priced = round.cases.filter(one => on[one.id] && typeof one.price === 'number')
    if (round.method !== 'budget' || !priced.length) return ''
    const sum = priced.reduce((all, one) => all + one.price, 0) / 100
    const unit = (round.money || priced[0].cost).replace(/^[\d\s.,]+/, '')
    const text = number(sum) + (unit && round.money ? '\u00a0' + unit : '')
    return round.money ? t('ballot.cost', text, round.money) : t('ballot.cost.open', text)
}

// --- scores and grades

const many = 12 // scores: above this number of values, a text field

function answers(round, draft) {
    const answered = round.cases.filter(one => draft.given[one.id] !== undefined).length
    const none = t(round.blank === 'below' ? 'ballot.no.answer' : 'ballot.dont.know')
    const set = (one, value) => {
        draft.given[one.id] = value
        keep(round)
    }
    return {
        main: [
            figure(answered, t('ballot.judged.of', answered, number(round.cases.length))),
            drawn(round),
            h(
                'ul',
                { class: 'rows', key: 'answers' },
                round.cases.map(one =>
                    h(
                        'li',
                        { key: one.id, class: draft.given[one.id] === undefined ? 'row' : 'row on' },
                        head(one),
                        h(
                            'fieldset',
                            { 'aria-labelledby': 't' + one.id },
                            h('legend', { class: 'unseen' }, one.title),
                            round.ballot === 'grades'
                                ? grades(round, draft, one, set)
                                : scores(round, draft, one, set),
                            radio(
                                round,
                                one,
                                'none',
                                none,
                                draft.given[one.id] === null,
                                () => set(one, null),
                                'apart',
                            ),
                        ),
                    ),
                ),
            ),
        ],
    }
}

function radio(round, one, value, text, checked, act, more) {
    return h(
        'label',
        { key: value, class: 'option' + (more ? ' ' + more : '') },
        h('input', { type: 'radio', name: 'a' + one.id, value: String(value), checked, onchange: act }),
        h('span', {}, text),
    )
}

// Best first.
function grades(round, draft, one, set) {
    const all = round.grades.map((grade, value) => [grade, value]).reverse()
    return h(
        'div',
        { class: 'options words', key: 'grades' },
        all.map(([grade, value]) =>
            radio(round, one, value, grade.name, draft.given[one.id] === value, () => set(one, value)),
        ),
    )
}

function scores(round, draft, one, set) {
    const { least, most } = round.mark
    if (most - least > many) {
        const value = draft.given[one.id]
        const typed = event => {
            const text = event.target.value.trim()
            if (!text) {
                delete draft.given[one.id]
                keep(round)
                return
            }
            set(one, Math.min(most, Math.max(least, Math.round(Number(text.replace(',', '.'))) || 0)))
            event.target.value = draft.given[one.id]
        }
        return h('input', {
            class: 'amount',
            key: 'typed',
            type: 'text',
            inputmode: 'numeric',
            maxlength: '4',
            value: value === undefined || value === null ? '' : String(value),
            'aria-label': `${one.title}, ${least}–${most}`,
            onchange: typed,
        })
    }
    return h(
        'div',
        { class: 'options', key: 'scores' },
        Array.from({ length: most - least + 1 }, (_, i) => least + i).map(value =>
            radio(round, one, value, number(value), draft.given[one.id] === value, () => set(one, value)),
        ),
    )
}
