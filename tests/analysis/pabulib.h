#pragma once

#include "sample.h"
#include "support/folders.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

// A minimal reader of published participatory budgets, for tests.
namespace pabulib {

struct Project {
    std::string id;
    std::int64_t votes = 0;
    std::int64_t score = 0;
    std::int64_t cost = 0;
};

struct Election {
    std::vector<Project> projects; // case number = place in this list, from 1
    model::Document doc;
    int voters = 0;
};

inline std::vector<std::string> split(std::string const& line, char by)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == by && !quoted)
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

// The session of one file, or nothing when the shared data is missing. `copies`: how often each
// ballot counts.
inline std::optional<Election> read(std::string const& name, int copies = 1)
{
    auto const path = support::shared_dir() / "data" / "pabulib" / name;
    std::ifstream file(path);
    if (!file) return std::nullopt;
    Election election;
    std::map<std::string, int> number_of;
    std::vector<std::vector<sample::Line>> ballots;
    std::map<std::string, std::size_t> column;
    std::string section;
    model::Round round;
    for (std::string line; std::getline(file, line);) {
        auto const cells = split(line, ';');
        if (cells.size() == 1 &&
            (cells[0] == "META" || cells[0] == "PROJECTS" || cells[0] == "VOTES")) {
            section = cells[0];
            std::getline(file, line);
            column.clear();
            for (auto const& title : split(line, ';')) column.emplace(title, column.size());
        } else if (section == "META") {
            if (cells[0] == "vote_type" && cells[1] == "approval")
                round.method = model::Method::approval;
            if (cells[0] == "max_points") round.cap = std::stoi(cells[1]);
            if (cells[0] == "max_sum_points") round.budget = std::stoi(cells[1]);
        } else if (section == "PROJECTS") {
            Project project{cells[0], std::stoll(cells[column.at("votes")]), 0,
                            std::stoll(cells[column.at("cost")])};
            project.score =
                column.contains("score") ? std::stoll(cells[column.at("score")]) : project.votes;
            election.projects.push_back(project);
            number_of[project.id] = static_cast<int>(election.projects.size());
        } else if (section == "VOTES") {
            auto const on = split(cells[column.at("vote")], ',');
            auto const points = column.contains("points") ? split(cells[column.at("points")], ',')
                                                          : std::vector<std::string>{};
            std::vector<sample::Line> marks;
            for (std::size_t i = 0; i < on.size(); ++i)
                marks.emplace_back(number_of.at(on[i]), points.empty() ? 1 : std::stoi(points[i]));
            ballots.push_back(std::move(marks));
        }
    }
    sample::add_cases(election.doc, static_cast<int>(election.projects.size()));
    sample::add_round(election.doc, round);
    auto& rows = model::writable<model::Ballot>(election.doc);
    for (auto const& lines : ballots) {
        model::Ballot ballot;
        ballot.copies = copies;
        for (auto const& [number, value] : lines)
            ballot.marks.push_back({sample::case_id(number), value});
        rows.set({sample::first_round, ++election.voters}, ballot);
    }
    return election;
}

} // namespace pabulib
