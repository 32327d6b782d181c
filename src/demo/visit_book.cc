#include "demo/visit_book.h"

#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Answer;
using std::chrono::minutes;

constexpr int seldom = 15; // in a thousand
constexpr int days_since_phones = 200;

bool alone_in(const Outing& outing) {
    return std::ranges::any_of(outing.parts,
                               [](const Part& part) { return part.alone == Answer::yes; });
}

minutes some_time(Chance& chance, int from_hour, int to_hour) {
    constexpr int sixty = 60;
    return minutes{chance.between(from_hour * sixty, to_hour * sixty)};
}

// "en|If I tell you": in a language other than the child's own.
Telling::Words words_in(std::string_view scripted, const Child& child) {
    const auto bar = scripted.find('|');
    if (bar != std::string_view::npos) {
        return {std::string{scripted.substr(bar + 1)}, std::string{scripted.substr(0, bar)}};
    }
    return {std::string{scripted}, scripted.empty() ? std::string{} : child.language};
}

} // namespace

VisitBook::Writer VisitBook::writer_on(CivilDate day) {
    const auto* held = family_.held_on(day);
    if (held == nullptr || chance_.happens(seldom)) {
        return {county_.staff.duty_worker(), true};
    }
    return {held->worker, false};
}

std::string VisitBook::arrived(record::Place place) {
    constexpr int untold_in_a_thousand = 140;
    constexpr int five = 5;
    if (chance_.happens(untold_in_a_thousand)) {
        return {};
    }
    const auto when =
        place == record::Place::school ? some_time(chance_, 9, 14) : some_time(chance_, 10, 17);
    return clock_text(minutes{when.count() / five * five});
}

// When it was written down. Most of what was done in time is also recorded in time; about one in
// thirteen is recorded days later, after the day on which it was due.
Instant VisitBook::recorded(const Outing& outing, std::string_view arrived_at) {
    constexpr int late_in_a_thousand = 105;
    constexpr int fewest_days_late = 3;
    constexpr int most_days_late = 15;
    constexpr std::array days_after{450, 350, 130, 70};
    const auto same_day = moment(outing.on, std::max(read_clock_text(arrived_at), at_time(12)) +
                                                minutes{chance_.between(40, 150)});
    if (outing.in_time_until && chance_.happens(late_in_a_thousand)) {
        const int past_due = time::days_between(outing.on, *outing.in_time_until) + 1;
        const int days = chance_.between(std::max(fewest_days_late, past_due), most_days_late);
        return moment(county_.workdays.on_or_after(outing.on.plus_days(days)),
                      some_time(chance_, 9, 18));
    }
    const auto after = static_cast<int>(chance_.weighted(days_after));
    const auto day = county_.workdays.after(outing.on, after);
    if (after == 0 || (outing.in_time_until && day > *outing.in_time_until)) {
        return same_day;
    }
    return moment(day, some_time(chance_, 8, 18));
}

const Child& VisitBook::child_to_tell_of(const Outing& outing) const {
    const auto found = std::ranges::find_if(
        outing.parts, [](const Part& part) { return part.alone == Answer::yes; });
    const auto& part = found == outing.parts.end() ? outing.parts.front() : *found;
    return family_.household.children[part.child];
}

void VisitBook::say_words(record::VisitMade& visit, const Outing& outing) {
    constexpr int when_alone = 680;
    constexpr int when_not = 220;
    for (std::size_t i = 0; i < outing.parts.size(); ++i) {
        const auto& part = outing.parts[i];
        const int chance = part.alone == Answer::yes ? when_alone : when_not;
        if (part.seen != Answer::yes || !chance_.happens(chance)) {
            continue;
        }
        auto words = telling_.words_of(family_.household.children[part.child], outing.on);
        visit.children[i].words = std::move(words.text);
        visit.children[i].words_language = std::move(words.language);
    }
}

record::VisitMade VisitBook::visit_of(const Outing& outing, const Writer& writer) {
    record::VisitMade visit;
    visit.on = outing.on;
    visit.place = outing.place;
    visit.announced = outing.announced;
    visit.arrived = arrived(outing.place);
    for (const auto& part : outing.parts) {
        visit.children.push_back({family_.household.children[part.child].id,
                                  part.seen,
                                  part.alone,
                                  part.bedroom,
                                  {},
                                  {}});
    }
    say_words(visit, outing);
    visit.account = telling_.visit(visit, child_to_tell_of(outing),
                                   county_.staff.workers[writer.worker].writes_in, outing.on);
    if (writer.from_the_duty_desk) {
        visit.account = telling_.from_the_duty_desk() + ' ' + visit.account;
    }
    return visit;
}

Subject VisitBook::about(const record::VisitMade& visit) const {
    Subject subject{{}, visit.on};
    for (const auto& part : visit.children) {
        subject.about.push_back(part.child.uuid);
    }
    if (!visit.arrived.empty()) {
        subject.effective_at = moment(visit.on, read_clock_text(visit.arrived));
    }
    return subject;
}

Subject VisitBook::about(const record::VisitAttempted& attempt) const {
    Subject subject{{}, attempt.on};
    for (const auto& child : attempt.children) {
        subject.about.push_back(child.uuid);
    }
    if (!attempt.arrived.empty()) {
        subject.effective_at = moment(attempt.on, read_clock_text(attempt.arrived));
    }
    return subject;
}

void VisitBook::keep(const record::VisitMade& visit, const Written& written) {
    scribe_.write(visit, about(visit), written);
}

// "Seen, alone, safe: write-up to follow", saved at the door; the account comes days after, or has
// not come yet.
void VisitBook::as_stub(record::VisitMade visit, const Written& written) {
    constexpr int soon_in_a_thousand = 850;
    record::VisitWrittenUp write_up{{}, {}, std::move(visit.account)};
    for (auto& part : visit.children) {
        if (!part.words.empty()) {
            write_up.words.push_back({part.child, part.words, part.words_language});
        }
        part.words.clear();
        part.words_language.clear();
    }
    visit.account = telling_.stub();
    visit.write_up = record::WriteUp::to_follow;
    const auto at_the_door = moment(visit.on, read_clock_text(visit.arrived) + minutes{35});
    write_up.visit = base::EntryId{scribe_.write(visit, about(visit), {at_the_door, written.by})};
    const int days =
        chance_.happens(soon_in_a_thousand) ? chance_.between(1, 2) : chance_.between(3, 8);
    scribe_.write(
        write_up, about(visit),
        {moment(county_.workdays.after(visit.on, days), some_time(chance_, 9, 18)), written.by});
}

void VisitBook::with_wrong_date(const record::VisitMade& visit, const Written& written) {
    static constexpr std::array<std::string_view, 4> reasons{
        "I put the wrong date. My diary says this one.",
        "Wrong day entered: I wrote it up from memory.",
        "The date was one day out.",
        "Date checked with the school's visitors' book and put right.",
    };
    auto wrong = visit;
    wrong.on = county_.workdays.before(visit.on, 1);
    const auto first = scribe_.write(wrong, about(wrong), written);
    const auto put_right =
        moment(county_.workdays.after(time::date_in_wales(written.at), chance_.between(1, 4)),
               some_time(chance_, 9, 17));
    scribe_.write(visit, about(visit), {put_right, written.by},
                  Correction{first, std::string{chance_.one_of(reasons)}});
}

void VisitBook::on_wrong_family(const record::VisitMade& visit, const Written& written) {
    auto wrong = visit;
    wrong.on = county_.workdays.before(visit.on, 1);
    const auto first = scribe_.write(wrong, about(wrong), written);
    const auto put_right = written.at + std::chrono::hours{chance_.between(1, 50)};
    scribe_.write(record::Withdrawn{"This visit was to another family. Recorded again there."},
                  about(wrong), {put_right, written.by},
                  Correction{first, "Recorded on the wrong family."});
    keep(visit, written);
}

void VisitBook::visited(const Outing& outing) {
    constexpr int wrong_date_in_a_thousand = 12;
    constexpr int wrong_family_in_a_thousand = 3;
    constexpr int stub_in_a_thousand = 70;
    const auto writer = writer_on(outing.on);
    const auto visit = visit_of(outing, writer);
    const Written written{recorded(outing, visit.arrived), writer.worker};
    const auto* stay = family_.stay_on(outing.on);
    const bool room_before = stay != nullptr && time::days_between(stay->start, outing.on) > 6;
    const bool with_phone = time::days_between(outing.on, county_.days.today) < days_since_phones;
    if (room_before && chance_.happens(wrong_date_in_a_thousand)) {
        with_wrong_date(visit, written);
    } else if (room_before && chance_.happens(wrong_family_in_a_thousand)) {
        on_wrong_family(visit, written);
    } else if (with_phone && alone_in(outing) && !visit.arrived.empty() &&
               chance_.happens(stub_in_a_thousand)) {
        as_stub(visit, written);
    } else {
        keep(visit, written);
    }
}

void VisitBook::attempted(const Outing& outing, record::AttemptFailed because) {
    const auto writer = writer_on(outing.on);
    record::VisitAttempted attempt;
    attempt.on = outing.on;
    attempt.place = outing.place;
    attempt.announced = outing.announced;
    attempt.because = because;
    attempt.arrived = arrived(outing.place);
    for (const auto& part : outing.parts) {
        attempt.children.push_back(family_.household.children[part.child].id);
    }
    attempt.account = telling_.attempt(because, child_to_tell_of(outing),
                                       county_.staff.workers[writer.worker].writes_in);
    scribe_.write(attempt, about(attempt), {recorded(outing, attempt.arrived), writer.worker});
}

record::VisitMade VisitBook::visit_of(const ScriptedVisit& scripted, CivilDate day) const {
    record::VisitMade visit;
    visit.on = day;
    visit.arrived = scripted.arrived;
    visit.place = scripted.place;
    visit.announced = scripted.announced;
    visit.account = scripted.account;
    visit.write_up = scripted.write_up;
    auto parts = scripted.parts;
    const auto answered = [](std::string_view part, char letter) {
        return part.find(letter) == std::string_view::npos ? Answer::no : Answer::yes;
    };
    for (std::size_t i = 0; !parts.empty(); ++i) {
        const auto part = parts.substr(0, parts.find(' '));
        parts.remove_prefix(std::min(part.size() + 1, parts.size()));
        if (part == "x") {
            continue;
        }
        const auto& child = family_.household.children[i];
        auto said = words_in(i < scripted.words.size() ? scripted.words[i] : "", child);
        const auto bedroom =
            scripted.place == record::Place::home ? answered(part, 'b') : Answer::not_recorded;
        visit.children.push_back({child.id, answered(part, 's'), answered(part, 'a'), bedroom,
                                  std::move(said.text), std::move(said.language)});
    }
    return visit;
}

void VisitBook::scripted(const ScriptedVisit& scripted) {
    const auto day = day_of(scripted, county_.days, county_.workdays);
    const auto* held = family_.held_on(day);
    const auto visit = visit_of(scripted, day);
    const Written written{moment(day, read_clock_text(scripted.arrived) + minutes{95}),
                          held == nullptr ? county_.staff.duty_worker() : held->worker};
    if (!scripted.failed) {
        keep(visit, written);
        return;
    }
    record::VisitAttempted attempt{
        visit.on, visit.arrived, visit.place, visit.announced, *scripted.failed, {}, visit.account};
    for (const auto& part : visit.children) {
        attempt.children.push_back(part.child);
    }
    scribe_.write(attempt, about(attempt), written);
}

} // namespace gweld::demo
