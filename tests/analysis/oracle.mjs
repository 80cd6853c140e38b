// Makes tests/fixtures/counted_elsewhere.json: a hundred small elections and their results by
// independent libraries. The tests read that file; this script is run by hand to add elections:
//
//   npm install --prefix FOLDER votes@3.0.0 condorcet@0.1.0
//   cp tests/analysis/oracle.mjs FOLDER/ && node FOLDER/oracle.mjs > tests/fixtures/counted_elsewhere.json
import * as votes from 'votes'
import condorcet from 'condorcet'

const grade_count = 6 // of the library's majority judgment

// mulberry32, so that each run gives the same elections: an integer from 0 to n - 1.
let state = 20261125
function up_to(n) {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
}

function shuffled(names) {
    const out = [...names]
    for (let i = out.length - 1; i > 0; --i) {
        const j = up_to(i + 1)
        ;[out[i], out[j]] = [out[j], out[i]]
    }
    return out
}

// An odd number of voters, so that no duel is tied and medians are one grade. `ballots` holds
// orders ("BAC": B first) with their number; `grades` how often each case got each grade, worst first.
function some_election() {
    const names = [...'ABCDE'].slice(0, 3 + up_to(3)) // a library takes its time over more
    const ballots = Array.from({length: 4 + up_to(9)}, () => [shuffled(names).join(''), 1 + up_to(9)])
    if (ballots.reduce((sum, [, copies]) => sum + copies, 0) % 2 === 0) ++ballots[0][1]
    const judges = 5 + 2 * up_to(40)
    const grades = names.map(() => {
        const counts = Array(grade_count).fill(0)
        const around = up_to(grade_count)
        for (let i = 0; i < judges; ++i) ++counts[up_to(2) === 0 ? around : up_to(grade_count)]
        return counts
    })
    return {names, ballots, grades}
}

// The library fails on some elections without a duel to lock.
function ranked_pairs(matrix) {
    try {
        return new votes.RankedPairs(matrix).ranking()
    } catch {
        return null
    }
}

function by_votes({names, ballots}) {
    const weighted = ballots.map(([order, copies]) =>
        ({ranking: [...order].map(one => [one]), weight: copies}))
    const matrix = votes.utils.matrixFromBallots(weighted, names)
    return {
        matrix: matrix.array,
        borda: new votes.Borda({candidates: names, ballots: weighted}).scores(),
        schulze: new votes.Schulze(matrix).ranking(),
        ranked_pairs: ranked_pairs(matrix),
    }
}

// The majority grade of each case, 0 the best of six: each ballot holds one case, at the rank of its grade.
// (Its order among equal grades differs from the published rule once an even number is left.)
function judged({names, grades}) {
    const ballots = names.flatMap((name, i) => grades[i].flatMap((count, grade) => count === 0 ? [] : [{
        ranking: grades[i].map((_, place) => place === grade_count - 1 - grade ? [name] : []),
        weight: count,
    }]))
    return new votes.MajorityJudgment({candidates: names, ballots}).medians()
}

function by_condorcet({names, ballots}) {
    const count = new condorcet.Schulze(new Set(names))
    for (const [order, copies] of ballots)
        count.addBallot(new Map([...order].map((one, i) => [one, i + 1])), copies)
    return {schulze: count.rank()}
}

const lines = Array.from({length: 100}, some_election).map(one => JSON.stringify({
    cases: one.names.length, ballots: one.ballots, grades: one.grades,
    votes: by_votes(one), judged: judged(one), condorcet: by_condorcet(one)}))
console.log('[\n' + lines.join(',\n') + '\n]')
