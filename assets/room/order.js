// Ballots that compare cases: rankings, by tapping and moving, and pairs.
import { h, icon } from './dom.js'
import { number, rank, t } from './words.js'
import { of_session, room, say } from './room.js'
import { drawn, figure, head, keep } from './ballot.js'

export function body(round, draft) {
    return round.ballot === 'pairs' ? pairs(round, draft) : ranking(round, draft)
}

// --- a ranking: given[case] is its place, from 1, without gaps; equal places are tied

function close_gaps(draft) {
    const used = [...new Set(Object.values(draft.given))].sort((a, b) => a - b)
    for (const id in draft.given) draft.given[id] = used.indexOf(draft.given[id]) + 1
}

function ranked(round, draft) {
    return round.cases
        .filter(one => draft.given[one.id])
        .sort((a, b) => draft.given[a.id] - draft.given[b.id])
}

function add(round, draft, one) {
    const count = Object.keys(draft.given).length
    if (round.choices && count >= round.choices) {
        room.problem = t('ballot.no.choices', number(round.choices))
        say(room.problem)
        room.redraw()
        return
    }
    draft.given[one.id] = Math.max(0, ...Object.values(draft.given)) + 1
    keep(round)
    say(t('order.said', rank(draft.given[one.id]), one.title))
}

// One place up (-1) or down: out of a tie first, then past the next place.
function move(round, draft, one, by) {
    const at = draft.given[one.id]
    const tied = Object.values(draft.given).filter(place => place === at).length > 1
    if (tied) draft.given[one.id] = at + by * 0.5
    else {
        const to = at + by
        for (const id in draft.given) if (draft.given[id] === to) draft.given[id] = at
        draft.given[one.id] = to
    }
    close_gaps(draft)
    keep(round)
    say(t('order.said', rank(draft.given[one.id]), one.title))
}

function tie(round, draft, one) {
    const at = draft.given[one.id]
    const before = ranked(round, draft)
    const above = before[before.indexOf(one) - 1]
    if (above && draft.given[above.id] === at) {
        move(round, draft, one, 1)
        return
    }
    draft.given[one.id] = at - 1
    close_gaps(draft)
    keep(round)
    say(t('order.said', rank(draft.given[one.id]), one.title))
}

function out(round, draft, one) {
    delete draft.given[one.id]
    close_gaps(draft)
    keep(round)
    say(t('order.said.out', one.title))
}

function ranking(round, draft) {
    const yours = ranked(round, draft)
    const rest = round.cases.filter(one => !draft.given[one.id])
    const last = Math.max(0, ...Object.values(draft.given))
    const count = yours.length
    const button = (shape, key, one, act, possible, pressed) =>
        h(
            'button',
            {
                type: 'button',
                class: 'stepper',
                key: shape,
                'aria-label': `${t(key)}, ${one.title}`,
                'aria-pressed': pressed === undefined ? null : String(pressed),
                'aria-disabled': possible ? null : 'true',
                onclick: () => possible && act(round, draft, one),
            },
            shape === 'tie' ? h('span', { class: 'sign', 'aria-hidden': 'true' }, '=') : icon(shape),
        )
    const row = (one, i) => {
        const at = draft.given[one.id]
        const alone = yours.filter(other => draft.given[other.id] === at).length === 1
        const tied = i > 0 && draft.given[yours[i - 1].id] === at
        return h(
            'li',
            { key: one.id, class: 'row on' },
            h(
                'div',
                { class: 'head' },
                h('span', { class: 'place' }, rank(at)),
                h(
                    'div',
                    { class: 'grow' },
                    h('p', { lang: of_session(), class: 'name' }, `${number(one.number)}. ${one.title}`),
                ),
            ),
            h(
                'div',
                { class: 'steps four' },
                button('up', 'order.up', one, (r, d, c) => move(r, d, c, -1), at > 1 || !alone),
                button('down', 'order.down', one, (r, d, c) => move(r, d, c, 1), at < last || !alone),
                button('tie', tied ? 'order.untie' : 'order.tie', one, tie, i > 0, tied),
                button('close', 'order.out', one, out, true),
            ),
        )
    }
    return {
        main: [
            figure(
                count,
                round.choices
                    ? t('ballot.ranked.of', count, number(round.choices))
                    : t('ballot.ranked', count),
            ),
            h('h2', { class: 'section' }, t('order.yours')),
            yours.length
                ? h('ol', { class: 'rows', key: 'yours' }, yours.map(row))
                : h('p', { class: 'empty', key: 'empty' }, t('order.empty')),
            h('h2', { class: 'section' }, t('order.pool')),
            drawn(round),
            rest.length
                ? h(
                      'ul',
                      { class: 'rows', key: 'pool' },
                      rest.map(one =>
                          h(
                              'li',
                              { key: one.id, class: 'row pool' },
                              h(
                                  'button',
                                  { type: 'button', class: 'choice', onclick: () => add(round, draft, one) },
                                  h(
                                      'span',
                                      { class: 'chip outlined', 'aria-hidden': 'true' },
                                      String(one.number),
                                  ),
                                  h('span', { class: 'unseen' }, t('order.add', '')),
                                  h('span', { lang: of_session(), class: 'grow name' }, one.title),
                                  icon('plus'),
                              ),
                              head(one).kids.filter(kid => kid.tag === 'button'),
                          ),
                      ),
                  )
                : h('p', { class: 'hint', key: 'full' }, t('order.full')),
        ],
    }
}

// --- pairs: given[place of the pair] is the preferred case, '' when passed

function pairs(round, draft) {
    const total = round.pairs.length
    const done = Object.values(draft.given).filter(Boolean).length
    const by_id = id => round.cases.find(one => one.id === id)
    const top = figure(done, t('ballot.pairs.of', done, number(total)))
    const answer = first => {
        draft.given[draft.at] = first
        ++draft.at
        keep(round)
        if (draft.at < total) say(t('pairs.at', draft.at + 1, total))
    }
    const back = () => {
        --draft.at
        keep(round)
    }
    if (draft.at >= total) {
        return {
            main: [
                top,
                h(
                    'ol',
                    { class: 'summary', key: 'said' },
                    round.pairs.map((pair, i) => {
                        const first = draft.given[i]
                        const other = pair.find(id => id !== first)
                        return h(
                            'li',
                            { key: i },
                            h(
                                'span',
                                { class: 'grow' },
                                first ? by_id(first)?.title : pair.map(id => by_id(id)?.title).join(' / '),
                            ),
                            h(
                                'span',
                                { class: 'given' },
                                first
                                    ? t('pairs.said', by_id(other)?.short || by_id(other)?.title || '')
                                    : t('pairs.passed'),
                            ),
                        )
                    }),
                ),
                h(
                    'button',
                    {
                        type: 'button',
                        class: 'second',
                        key: 'again',
                        onclick: () => {
                            draft.at = 0
                            keep(round)
                        },
                    },
                    t('pairs.again'),
                ),
            ],
        }
    }
    const pair = round.pairs[draft.at]
    const choice = id => {
        const one = by_id(id)
        return (
            one &&
            h(
                'button',
                {
                    type: 'button',
                    key: id,
                    class: 'side',
                    'aria-pressed': String(draft.given[draft.at] === id),
                    onclick: () => answer(id),
                },
                h('span', { class: 'chip outlined', 'aria-hidden': 'true' }, String(one.number)),
                h('span', { lang: of_session(), class: 'grow' }, one.title),
            )
        )
    }
    return {
        main: [
            top,
            h(
                'fieldset',
                { class: 'pair', key: 'pair' },
                h('legend', {}, h('span', {}, t('pairs.at', draft.at + 1, total)), ' · ', t('pairs.which')),
                pair.map(choice),
            ),
            h(
                'div',
                { class: 'both', key: 'both' },
                h(
                    'button',
                    {
                        type: 'button',
                        class: 'second',
                        'aria-disabled': draft.at ? null : 'true',
                        onclick: () => draft.at && back(),
                    },
                    t('pairs.back'),
                ),
                h('button', { type: 'button', class: 'second', onclick: () => answer('') }, t('pairs.pass')),
            ),
        ],
    }
}
