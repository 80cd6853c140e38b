// Counts elections with libraries that others wrote. On standard input: a list of
// {"candidates":["A",…],"ballots":[{"order":["B","A",…],"copies":3},…],
//  "grades":{"A":[worst,…,best],…}}; on standard output what each library says of each.
import * as votes from 'votes'
import condorcet from 'condorcet'
import {readFileSync} from 'node:fs'

function by_votes({candidates, ballots}) {
    const weighted = ballots.map(({order, copies}) =>
        ({ranking: order.map(one => [one]), weight: copies}))
    const matrix = votes.utils.matrixFromBallots(weighted, candidates)
    return {
        matrix: matrix.array,
        borda: new votes.Borda({candidates, ballots: weighted}).scores(),
        schulze: new votes.Schulze(matrix).ranking(),
        ranked_pairs: new votes.RankedPairs(matrix).ranking(),
    }
}

// Six grades, the first place the best: one "ballot" a voter would give all cases a grade each.
function judged({judgments}) {
    if (!judgments) return null
    const {candidates, ballots} = judgments
    return new votes.MajorityJudgment({candidates, ballots}).ranking()
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
