// Counts elections with libraries that others wrote. On standard input: a list of
// {"candidates":["A",…],"ballots":[{"order":["B","A",…],"copies":3},…],
//  "judgments":{…}}; on standard output what each library says of each.
import * as votes from 'votes'
import condorcet from 'condorcet'
import {readFileSync} from 'node:fs'

// The library gives up on some elections without a duel to lock.
function ranked_pairs(matrix) {
    try {
        return new votes.RankedPairs(matrix).ranking()
    } catch {
        return null
    }
}

function by_votes({candidates, ballots}) {
    const weighted = ballots.map(({order, copies}) =>
        ({ranking: order.map(one => [one]), weight: copies}))
    const matrix = votes.utils.matrixFromBallots(weighted, candidates)
    return {
        matrix: matrix.array,
        borda: new votes.Borda({candidates, ballots: weighted}).scores(),
        schulze: new votes.Schulze(matrix).ranking(),
        ranked_pairs: ranked_pairs(matrix),
    }
}

// The majority grade of each case, 0 the best of six: a ballot puts one case on the place of a grade.
// (Its order among equal grades is not the published rule's once an even number is left.)
function judged({judgments}) {
    if (!judgments) return null
    const {candidates, ballots} = judgments
    return new votes.MajorityJudgment({candidates, ballots}).medians()
}

function by_condorcet({candidates, ballots}) {
    const count = new condorcet.Schulze(new Set(candidates))
    for (const {order, copies} of ballots)
        count.addBallot(new Map(order.map((one, i) => [one, i + 1])), copies)
    return {schulze: count.rank()}
}

const elections = JSON.parse(readFileSync(0, 'utf8'))
console.log(JSON.stringify(elections.map(one =>
    ({votes: by_votes(one), judged: judged(one), condorcet: by_condorcet(one)}))))
