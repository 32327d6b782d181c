// The same answers from recompute.py, which was written from the text of the rule and shares no
// code with the program: made-up counties, drawn from a seed.
#include "../protection/story.h"

#include "measure/measure.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sstream>
#include <unistd.h>

namespace gweld::story {
namespace {

struct Child {
    std::string id;
    History history;
    std::vector<measure::Held> held;
};

struct County {
    std::vector<Child> children;
    CivilDate from;
    CivilDate to;
    CivilDate as_of;
    std::vector<CivilDate> days;
};

class Random {
  public:
    explicit Random(std::uint32_t seed) : source_{seed} {}
    int below(int n) { return static_cast<int>(source_() % static_cast<std::uint32_t>(n)); }
    bool one_in(int n) { return below(n) == 0; }

  private:
    std::mt19937 source_;
};

Answer some_answer(Random& chance) {
    return chance.one_in(4) ? Answer::no : chance.one_in(12) ? Answer::not_recorded : Answer::yes;
}
Place some_place(Random& chance) {
    constexpr std::array places{Place::home,   Place::home,  Place::school,
                                Place::office, Place::other, Place::not_recorded};
    return places.at(static_cast<std::size_t>(chance.below(6)));
}

protection::Visit some_visit(Random& chance, CivilDate day) {
    // Often minutes from midnight, where the zone tells.
    const auto midnight = time::start_of_day_in_wales(day.plus_days(chance.below(18)));
    const auto recorded = midnight + std::chrono::minutes{chance.below(120) - 60};
    protection::VisitVersion version{entry_id(1),
                                     day,
                                     some_answer(chance),
                                     some_answer(chance),
                                     Answer::not_recorded,
                                     some_place(chance),
                                     chance.one_in(5) ? std::nullopt : std::optional{recorded}};
    return {{version}};
}

Child some_child(Random& chance, CivilDate first, int number) {
    Child child{"c" + std::to_string(number), {}, {}};
    CivilDate day = first.plus_days(chance.below(300));
    for (int stays = 1 + chance.below(3); stays > 0; --stays) {
        const CivilDate end = day.plus_days(chance.below(240));
        const bool open = stays == 1 && !chance.one_in(3);
        child.history.registrations.push_back(
            {entry_id(9), day, open ? std::nullopt : std::optional{end}, {}, {}, {}, false});
        // Sometimes again on the day they left, sometimes overlapping, as real extracts do.
        day = end.plus_days(chance.one_in(3) ? 0 : chance.below(120) - 10);
        day = std::max(day, child.history.registrations.back().start.plus_days(1));
    }
    const CivilDate before = child.history.registrations.front().start.plus_days(-10);
    for (CivilDate visit = before; visit < first.plus_days(760);) {
        child.history.visits.push_back(some_visit(chance, visit));
        visit = visit.plus_days(chance.one_in(6) ? 0 : 1 + chance.below(22));
    }
    CivilDate from = first.plus_days(chance.below(200));
    for (int holders = chance.below(4); holders > 0; --holders) {
        const CivilDate until = from.plus_days(30 + chance.below(200));
        child.held.push_back({{from, chance.one_in(3) ? std::nullopt : std::optional{until}},
                              std::string(1, static_cast<char>('A' + chance.below(3)))});
        from = until.plus_days(chance.below(40) - 20);
    }
    return child;
}

County some_county(std::uint32_t seed, std::string_view first_day) {
    Random chance{seed};
    const CivilDate first = on(first_day);
    const CivilDate from = first.plus_days(chance.below(400));
    County county{
        {}, from, from.plus_days(chance.below(365)), first.plus_days(200 + chance.below(500)), {}};
    for (int number = 0; number < 12; ++number) {
        county.children.push_back(some_child(chance, first, number));
    }
    for (int days = 0; days < 4; ++days) {
        county.days.push_back(county.as_of.plus_days(-chance.below(200)));
    }
    return county;
}

// ---- the county as JSON ------------------------------------------------------------------------
std::string quoted(const std::string& text) { return '"' + text + '"'; }
std::string date_or_null(const std::optional<CivilDate>& date) {
    return date ? quoted(time::to_iso(*date)) : "null";
}
std::string word(Answer answer) {
    return answer == Answer::yes ? "\"yes\"" : answer == Answer::no ? "\"no\"" : "null";
}

template <class Items, class Write> std::string list(const Items& items, Write write) {
    std::string out = "[";
    for (const auto& item : items) {
        out += (out.size() > 1 ? "," : "") + write(item);
    }
    return out + "]";
}

std::string json_of(const Child& child) {
    const auto stays = list(child.history.registrations, [](const auto& r) {
        return "{\"start\":" + date_or_null(r.start) + ",\"end\":" + date_or_null(r.end) + "}";
    });
    const auto visits = list(child.history.visits, [](const protection::Visit& visit) {
        const auto& v = visit.believed();
        return "{\"on\":" + date_or_null(v.on) + ",\"seen\":" + word(v.seen) +
               ",\"alone\":" + word(v.alone) +
               ",\"place\":" + (v.place == Place::home ? "\"home\"" : "\"elsewhere\"") +
               ",\"recorded\":" + (v.recorded ? quoted(time::to_rfc3339(*v.recorded)) : "null") +
               "}";
    });
    const auto held = list(child.held, [](const measure::Held& h) {
        return "{\"who\":" + quoted(h.group) + ",\"from\":" + date_or_null(h.span.from) +
               ",\"until\":" + date_or_null(h.span.until) + "}";
    });
    return "{\"id\":" + quoted(child.id) + ",\"registrations\":" + stays + ",\"visits\":" + visits +
           ",\"held\":" + held + "}\n";
}

std::string json_of(const County& county) {
    const auto calendar = working_days();
    const auto holidays =
        list(calendar.holidays(), [](const auto& h) { return quoted(time::to_iso(h.date)); });
    return "{\"from\":" + date_or_null(county.from) + ",\"to\":" + date_or_null(county.to) +
           ",\"as_of\":" + date_or_null(county.as_of) +
           ",\"days\":" + list(county.days, [](CivilDate d) { return quoted(time::to_iso(d)); }) +
           ",\"calendar\":{\"ends\":" + date_or_null(calendar.known().until) +
           ",\"holidays\":" + holidays + "},\"rules\":[" +
           R"({"id":"cp.visit.seen-alone","wants":"alone","working_days":10,"weeks":0},)" +
           R"({"id":"cp.visit.seen-at-home","wants":"home","working_days":0,"weeks":4}],)" +
           "\"children\":" + list(county.children, [](const Child& c) { return json_of(c); }) + "}";
}

// ---- the same lines as the script --------------------------------------------------------------
void show(std::ostream& out, const std::string& label, const measure::GroupedTally& row) {
    const auto& t = row.tally;
    out << label << " [" << row.group << "] " << t.due << ' ' << t.on_time << ' '
        << t.on_time_recorded_late << ' ' << t.recording_unknown << ' ' << t.late << ' '
        << t.not_met << ' ' << t.undetermined << ' ' << t.child_days << ' ' << t.child_days_in_date
        << '\n';
}

void show_measures(std::ostream& out, const std::string& rule, const County& county,
                   const std::vector<measure::ChildDuties>& children) {
    const std::string label = "measure " + rule;
    const measure::Period period{county.from, county.to};
    measure::Tally all;
    std::vector<std::vector<measure::Held>> held;
    for (std::size_t at = 0; at < children.size(); ++at) {
        all += measure::tally(children[at], period, county.as_of);
        held.push_back(county.children[at].held);
    }
    show(out, label + " all", {"all", all});
    for (const auto& row : measure::by_month(children, period, county.as_of)) {
        show(out, label + " month", row);
    }
    for (const auto& row : measure::by_holder(children, held, period, county.as_of)) {
        show(out, label + " holder", row);
    }
    for (const auto day : county.days) {
        out << "overdue " << rule << ' ' << time::to_iso(day) << ' '
            << measure::overdue_on(children, day) << '\n';
    }
}

std::string by_the_program(const County& county) {
    std::ostringstream out;
    for (const std::string rule : {"cp.visit.seen-alone", "cp.visit.seen-at-home"}) {
        std::vector<measure::ChildDuties> children;
        for (const auto& child : county.children) {
            children.push_back(
                measure::child_duties(child.history, *book().card(rule), book(), county.as_of, {}));
            for (const auto& line : told(children.back().duties)) {
                out << rule << ' ' << child.id << ' ' << line << '\n';
            }
        }
        show_measures(out, rule, county, children);
    }
    return out.str();
}

std::string by_the_script(const County& county) {
    const auto file = std::filesystem::temp_directory_path() /
                      ("gweld-county-" + std::to_string(::getpid()) + ".json");
    std::ofstream{file} << json_of(county);
    const std::string command =
        "python3 " GWELD_TREE "/tests/measure/recompute.py " + file.string();
    std::string out;
    if (FILE* pipe = ::popen(command.c_str(), "r")) { // NOLINT(bugprone-command-processor): our own
        std::array<char, 4096> piece{};
        while (const auto size = std::fread(piece.data(), 1, piece.size(), pipe)) {
            out.append(piece.data(), size);
        }
        ::pclose(pipe);
    }
    std::filesystem::remove(file);
    return out;
}

void expect_same_answers(std::uint32_t seed, std::string_view first_day) {
    const auto county = some_county(seed, first_day);
    std::istringstream ours{by_the_program(county)};
    std::istringstream theirs{by_the_script(county)};
    std::string a;
    std::string b;
    int lines = 0;
    while (std::getline(ours, a)) {
        ASSERT_TRUE(std::getline(theirs, b)) << "the script stopped; seed " << seed;
        ASSERT_EQ(a, b) << "seed " << seed << ", as of " << time::to_iso(county.as_of);
        ++lines;
    }
    EXPECT_FALSE(std::getline(theirs, b)) << b;
    EXPECT_GT(lines, 50);
}

TEST(Recomputed, in_another_language_every_duty_and_figure_is_the_same) {
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        expect_same_answers(seed, "2025-03-01");
    }
}

TEST(Recomputed, so_are_those_that_reach_beyond_the_calendar) {
    for (std::uint32_t seed = 101; seed <= 103; ++seed) {
        expect_same_answers(seed, "2028-01-10");
    }
}

} // namespace
} // namespace gweld::story
