#include "casework/standing.h"

#include "access/access.h"
#include "casework/rows.h"
#include "protection/conferences.h"

#include <algorithm>
#include <limits>

namespace gweld::casework {

namespace {

using protection::Duty;
using protection::DutyState;

constexpr int soon_working_days = 3; // "due soon" on screens; a habit of the page, not a rule

bool is_open(DutyState state) {
    return state == DutyState::on_track || state == DutyState::due_today ||
           state == DutyState::overdue;
}

std::optional<CivilDate> newest_met(const std::vector<Duty>& duties) {
    for (auto duty = duties.rbegin(); duty != duties.rend(); ++duty) {
        if (duty->met_on) {
            return duty->met_on;
        }
    }
    return std::nullopt;
}

// Working days for showing how near a date is; every instrument we hold uses the same days so far.
const law::Calendar* days_of(const law::Book& book, const law::Card& card) {
    return book.calendar(card.calendar.empty() ? "england-and-wales" : card.calendar);
}

constexpr std::string_view review_conference = "cp.conference.review";

// A conference held on the day it was booked for is the anchor of what is open, and no longer next.
std::optional<CivilDate> next_review(const Facts& facts, CivilDate after, CivilDate today) {
    const auto ahead = [&](const record::ConferenceBookedRow& row) {
        return row.type == "review" && row.on_day >= today.day_number() &&
               row.on_day > after.day_number();
    };
    if (std::ranges::none_of(facts.bookings, ahead)) {
        return std::nullopt;
    }
    std::optional<CivilDate> next;
    const auto history = protection::conferences_of(facts.child, facts.entries, std::nullopt);
    for (const auto& conference : history.conferences) {
        if (conference.held || conference.bookings.empty()) {
            continue; // held before the day it was booked for
        }
        const auto entry = conference.bookings.back().entry.uuid;
        const auto row =
            std::ranges::find(facts.bookings, entry, &record::ConferenceBookedRow::entry);
        if (row != facts.bookings.end() && ahead(*row) && (!next || day_of(row->on_day) < *next)) {
            next = day_of(row->on_day);
        }
    }
    return next;
}

std::optional<Condition> condition_of(const Facts& facts, const law::Book& book,
                                      const law::Card& card, CivilDate today,
                                      base::EntryId registration) {
    const auto duties = protection::duties_of(facts.history, card, book, today, facts.coverage);
    std::vector<Duty> here;
    std::ranges::copy_if(duties, std::back_inserter(here),
                         [&](const Duty& duty) { return duty.registration == registration; });
    if (here.empty()) {
        return std::nullopt;
    }
    Condition condition{&card, here.back(), newest_met(here), std::nullopt};
    if (card.kind == law::ClockKind::once_between || card.id == review_conference) {
        condition.booked = next_review(facts, condition.duty.anchor, today);
    }
    if (const auto by = condition.act_by()) {
        if (const auto* calendar = days_of(book, card)) {
            condition.working_days_left = calendar->working_days_between(today, *by);
        }
        if (*by == today && condition.duty.state == DutyState::on_track) {
            condition.duty.state = DutyState::due_today; // the conference is today
        }
    }
    return condition;
}

} // namespace

bool Condition::open() const { return is_open(duty.state); }

std::optional<CivilDate> Condition::act_by() const {
    const bool closes = card != nullptr && card->kind == law::ClockKind::once_between;
    return closes && booked && duty.due_by && *booked < *duty.due_by ? booked : duty.due_by;
}

bool Condition::due_soon() const {
    return open() && !overdue() && working_days_left && *working_days_left <= soon_working_days;
}

const Condition* Standing::condition(std::string_view rule) const {
    for (const auto* list : {&visits, &meetings}) {
        for (const auto& condition : *list) {
            if (condition.card->id == rule) {
                return &condition;
            }
        }
    }
    return nullptr;
}

bool Standing::any_visit_overdue() const {
    return std::ranges::any_of(visits, [](const auto& c) { return c.overdue(); });
}

const Condition* Standing::most_urgent() const {
    const Condition* first = nullptr;
    for (const auto& condition : visits) {
        if (condition.open() && condition.duty.due_by &&
            (first == nullptr || *condition.act_by() < *first->act_by())) {
            first = &condition;
        }
    }
    return first;
}

Standing standing_of(std::shared_ptr<const Facts> facts, const law::Book& book, CivilDate today) {
    Standing standing;
    for (const auto& registration : facts->history.registrations) {
        if (time::Span{registration.start, registration.end}.contains(today)) {
            standing.registration = &registration;
        }
    }
    for (const auto& allocation : facts->allocations) {
        if (allocation.as == "allocated_worker" && access::holds_on(allocation, today)) {
            standing.allocated = &allocation;
        }
    }
    if (standing.registration != nullptr) {
        for (const auto rule : protection::tracked_rules()) {
            const auto* card = book.card(rule);
            if (card == nullptr || rule.starts_with("local.")) {
                continue;
            }
            auto condition = condition_of(*facts, book, *card, today, standing.registration->entry);
            if (condition) {
                auto& list = rule.starts_with("cp.visit.") ? standing.visits : standing.meetings;
                list.push_back(std::move(*condition));
            }
        }
    }
    standing.facts = std::move(facts);
    return standing;
}

int urgency(const Standing& standing) {
    const auto* first = standing.most_urgent();
    return first == nullptr ? std::numeric_limits<int>::max() : first->act_by()->day_number();
}

const record::AddressRow* home_of(const Facts& facts, CivilDate day) {
    const std::int64_t n = day.day_number();
    const record::AddressRow* found = nullptr;
    for (const auto& address : facts.addresses) {
        const bool then = address.from_day <= n && (!address.until_day || n < *address.until_day);
        if (then && (found == nullptr || address.kind == "home")) {
            found = &address;
        }
    }
    return found;
}

std::string full_name(const record::PersonRow& person) {
    return person.forename + " " + person.surname;
}

std::optional<int> age_in_months_on(const record::PersonRow& person, CivilDate day) {
    if (!person.born || *person.born > day.day_number()) {
        return std::nullopt;
    }
    const auto born = CivilDate::from_day_number(static_cast<std::int32_t>(*person.born)).ymd();
    const auto on = day.ymd();
    int months = (static_cast<int>(on.year()) - static_cast<int>(born.year())) * 12 +
                 static_cast<int>(static_cast<unsigned>(on.month())) -
                 static_cast<int>(static_cast<unsigned>(born.month()));
    if (on.day() < born.day()) {
        --months;
    }
    return months;
}

std::optional<int> age_on(const record::PersonRow& person, CivilDate day) {
    const auto months = age_in_months_on(person, day);
    return months ? std::optional{*months / 12} : std::nullopt;
}

} // namespace gweld::casework
