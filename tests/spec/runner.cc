#include "runner.h"

#include "phrases.h"
#include "reading_of.h"

#include <algorithm>

namespace gweld::spec {

namespace {

using base::overloaded;
using law::CivilDate;

struct Standing {
    std::string words;
    std::optional<law::Due> due;
    std::optional<CivilDate> met;
};

Standing standing_of(const law::ClockState& state) {
    return std::visit(
        overloaded{
            [](const law::OnTrack& s) { return Standing{"is on track", s.due, {}}; },
            [](const law::DueToday& s) { return Standing{"is due today", s.due, {}}; },
            [](const law::Overdue& s) { return Standing{"is overdue", s.due, {}}; },
            [](const law::Met& s) {
                return Standing{(s.on <= s.due.by ? "was done in time on " : "was done late on ") +
                                    time::to_iso(s.on),
                                s.due, s.on};
            },
            [](const law::Undetermined&) { return Standing{"cannot be worked out", {}, {}}; },
        },
        state);
}

class Runner {
  public:
    Runner(std::string_view name, const law::Book& book) : name_{name}, book_{book} {}

    void read(std::string_view text, int number) {
        number_ = number;
        text_ = text;
        Line line{text};
        try {
            if (!line.done() && !text.starts_with('#')) {
                sentence(line);
            }
        } catch (const Misspelt& problem) {
            fault(problem.why);
        }
    }
    Report report() && { return std::move(report_); }

  private:
    void sentence(Line& line) {
        if (line.take("Example:")) {
            begin(line);
        } else if (line.take("Calendar: England and Wales, not known from")) {
            calendar_ends(line.date());
        } else if (report_.examples == 0) {
            throw Misspelt{"an example comes first: Example: ..."};
        } else if (line.take("Given")) {
            given(line);
        } else if (line.take("When today is")) {
            today_ = line.date();
        } else if (line.take("Then")) {
            ++report_.checks;
            then(line);
        } else {
            throw Misspelt{"not understood"};
        }
        if (!line.done()) {
            throw Misspelt{"not understood: " + std::string{line.rest()}};
        }
    }

    void begin(Line& line) {
        if (line.done()) {
            throw Misspelt{"an example says what it shows"};
        }
        line = Line{""};
        ++report_.examples;
        events_.clear();
        today_.reset();
    }

    void calendar_ends(CivilDate ends) {
        const auto* calendar = book_.calendar("england-and-wales");
        if (calendar == nullptr || calendar->known().until != ends) {
            fault("the calendar ends on another day");
        }
    }

    void given(Line& line) {
        for (const auto& happening : happenings()) {
            if (line.take(happening.words)) {
                const auto on = line.date();
                for (const auto name : happening.events) {
                    events_.push_back({name, on});
                }
                return;
            }
        }
        throw Misspelt{"not understood: " + std::string{line.rest()}};
    }

    void then(Line& line) {
        for (const auto& duty : duty_names()) {
            if (line.take(duty.words)) {
                const auto* card = book_.card(duty.rule);
                if (card == nullptr) {
                    throw Misspelt{"no card " + std::string{duty.rule}};
                }
                duty_stands(*card, line);
                return;
            }
        }
        day_stands(line);
    }

    void day_stands(Line& line) {
        const auto& calendar = *book_.calendar("england-and-wales");
        const auto date = line.date();
        if (line.take("is a working day")) {
            expect(calendar.kind(date) == time::DayKind::Working, "it is not");
        } else if (line.take("is not a working day")) {
            expect(calendar.kind(date) == time::DayKind::NotWorking, "it is, or is not known");
        } else if (line.take("is not yet known")) {
            expect(calendar.kind(date) == time::DayKind::NotYetKnown, "it is known");
        } else {
            throw Misspelt{"not understood: " + std::string{line.rest()}};
        }
    }

    void duty_stands(const law::Card& card, Line& line) {
        if (!today_ && events_.empty()) {
            throw Misspelt{"nothing was given"};
        }
        const auto today = today_ ? *today_ : std::ranges::max(events_, {}, &Event::on).on;
        const auto links = links_of(card, book_, events_, today);
        if (line.take("has not begun")) {
            expect(links.empty(), "it has begun");
            show_not_begun(card, today);
            return;
        }
        if (links.empty()) {
            line = Line{""};
            fault("it has not begun");
            return;
        }
        answer(card, links, today, line);
    }

    void answer(const law::Card& card, const std::vector<Link>& links, CivilDate today,
                Line& line) {
        const auto& link = links.back();
        const auto stands = standing_of(link.state);
        if (line.take("is due by")) {
            const auto wanted = line.date();
            expect(stands.due && stands.due->by == wanted,
                   stands.due ? "it is due by " + time::to_iso(stands.due->by) : stands.words);
        } else if (line.take("counts")) {
            expect(among(stands, &time::Count::counted, line.date()), "that day is not counted");
        } else if (line.take("passes over")) {
            expect(among(stands, &time::Count::skipped, line.date()),
                   "that day is not passed over");
        } else if (line.take("was done in time on")) {
            expect_done(links, "was done in time on " + time::to_iso(line.date()));
        } else if (line.take("was done late on")) {
            expect_done(links, "was done late on " + time::to_iso(line.date()));
        } else if (line.take(stands.words)) {
            show_edge({card.id, link.step}, stands, today);
        } else if (line.take("is on track") || line.take("is due today") ||
                   line.take("is overdue") || line.take("cannot be worked out")) {
            fault("it " + stands.words);
        } else {
            throw Misspelt{"not understood: " + std::string{line.rest()}};
        }
    }

    static bool among(const Standing& stands, std::vector<CivilDate> time::Count::* days,
                      CivilDate day) {
        if (!stands.due || !stands.due->working) {
            return false;
        }
        const auto& list = (*stands.due->working).*days;
        return std::ranges::find(list, day) != list.end();
    }

    void expect_done(const std::vector<Link>& links, const std::string& wanted) {
        const bool found = std::ranges::any_of(
            links, [&](const Link& link) { return standing_of(link.state).words == wanted; });
        expect(found, "it " + standing_of(links.back().state).words);
    }

    void show_edge(const Edge& edge, const Standing& stands, CivilDate today) {
        if (!stands.due) {
            return;
        }
        const auto off = time::days_between(stands.due->by, today);
        if (off >= -1 && off <= 1) {
            report_.shown[edge].insert(off < 0 ? Side::before : off == 0 ? Side::on : Side::after);
        }
    }
    // For what is due at once, the day before its edge is the day before it begins.
    void show_not_begun(const law::Card& card, CivilDate today) {
        if (std::holds_alternative<law::Immediately>(card.interval) &&
            std::ranges::any_of(events_, [&](const Event& e) {
                return e.name == card.trigger && e.on == today.next_day();
            })) {
            report_.shown[{card.id, Step::first}].insert(Side::before);
        }
    }

    void expect(bool holds, std::string_view otherwise) {
        if (!holds) {
            fault(otherwise);
        }
    }
    void fault(std::string_view why) {
        report_.faults.push_back(std::string{name_} + ':' + std::to_string(number_) + ": " +
                                 std::string{text_} + ": " + std::string{why});
    }

    std::string_view name_;
    const law::Book& book_;
    Report report_;
    std::vector<Event> events_;
    std::optional<CivilDate> today_;
    int number_ = 0;
    std::string_view text_;
};

} // namespace

Report run(std::string_view name, std::string_view text, const law::Book& book) {
    Runner runner{name, book};
    for (int number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        runner.read(text.substr(0, end), number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(runner).report();
}

} // namespace gweld::spec
