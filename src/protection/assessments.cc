#include "protection/assessments.h"

#include "protection/enquiries.h"
#include "record/codec.h"

#include <algorithm>
#include <map>
#include <set>

namespace gweld::protection {

namespace {

using record::Entry;
using record::Uuid;

std::set<Uuid> withdrawn_in(std::span<const Entry> entries) {
    std::set<Uuid> gone;
    for (const auto& entry : entries) {
        if (is_a<record::Withdrawn>(entry) && entry.corrects) {
            gone.insert(*entry.corrects);
        }
    }
    return gone;
}

class Folding {
  public:
    explicit Folding(std::span<const Entry> entries) : gone_{withdrawn_in(entries)} {
        for (const auto& entry : entries) {
            if (is_a<record::ReturnedForRework>(entry) && !gone_.contains(entry.id)) {
                returned_.insert(record::body_of<record::ReturnedForRework>(entry).entry.uuid);
            }
        }
        for (const auto& entry : entries) {
            add(entry);
        }
    }
    std::vector<Assessment> take() {
        std::vector<Assessment> all;
        for (auto& [id, assessment] : found_) {
            all.push_back(std::move(assessment));
        }
        std::ranges::stable_sort(all, {}, &Assessment::started);
        return all;
    }

  private:
    void add(const Entry& entry) {
        if (gone_.contains(entry.id)) {
            return;
        }
        if (is_a<record::AssessmentWritten>(entry)) {
            const auto body = record::body_of<record::AssessmentWritten>(entry);
            auto& assessment = found_[body.assessment];
            assessment.id = body.assessment;
            take_dates(assessment, body.content);
        } else if (is_a<record::AssessmentFinished>(entry)) {
            finish(entry);
        }
    }
    static void take_dates(Assessment& assessment, const record::AssessmentContent& content) {
        assessment.type = content.type;
        assessment.started = content.started;
        assessment.runs_from = content.runs_from;
    }
    void finish(const Entry& entry) {
        const auto body = record::body_of<record::AssessmentFinished>(entry);
        auto& assessment = found_[body.assessment];
        assessment.id = body.assessment;
        take_dates(assessment, body.content);
        assessment.finished = EntryId{entry.id};
        assessment.returned = returned_.contains(entry.id);
        if (!assessment.returned && !assessment.completed_on) {
            assessment.completed_on = body.on;
            assessment.completion_recorded_on = time::date_in_wales(known_from(entry));
            assessment.completed_by = EntryId{entry.id};
        }
    }

    std::set<Uuid> gone_;
    std::set<Uuid> returned_;
    std::map<record::AssessmentId, Assessment> found_;
};

struct Anchor {
    RunsFrom from = RunsFrom::as_written_down;
    std::optional<CivilDate> let_go; // nobody had to have the child after all
};
using Anchors = std::map<CivilDate, Anchor>;

using LetGo = std::map<record::ContactId, CivilDate>;
LetGo let_go_in(std::span<const Entry> entries, const std::set<Uuid>& gone) {
    LetGo let_go;
    for (const auto& entry : entries) {
        if (is_a<record::ContactNobodyNeeded>(entry) && !gone.contains(entry.id)) {
            const auto body = record::body_of<record::ContactNobodyNeeded>(entry);
            let_go.emplace(body.contact, body.on);
        }
    }
    return let_go;
}

// The decision carries the day the contact came in; one recorded before it did is helped out by the
// contact itself, where the child was known from the start.
CivilDate referred_on(const record::ContactDecided& decided, std::span<const Entry> entries) {
    if (decided.received) {
        return *decided.received;
    }
    for (const auto& entry : entries) {
        if (is_a<record::ContactReceived>(entry)) {
            const auto contact = record::body_of<record::ContactReceived>(entry);
            if (contact.contact == decided.contact) {
                return contact.on;
            }
        }
    }
    return decided.on;
}

Anchors referrals_in(std::span<const Entry> entries) {
    Anchors anchors;
    std::set<Uuid> gone;
    for (const auto& entry : entries) {
        if (entry.corrects) {
            gone.insert(*entry.corrects);
        }
    }
    const auto let_go = let_go_in(entries, gone);
    for (const auto& entry : entries) {
        if (!is_a<record::ContactDecided>(entry) || entry.provenance || gone.contains(entry.id)) {
            continue;
        }
        const auto decided = record::body_of<record::ContactDecided>(entry);
        if (decided.outcome == record::ContactOutcome::referral) {
            Anchor anchor{RunsFrom::referral, std::nullopt};
            if (const auto found = let_go.find(decided.contact); found != let_go.end()) {
                anchor.let_go = found->second;
            }
            // Of two referrals of one day the one that goes on counts.
            const auto at = anchors.emplace(referred_on(decided, entries), anchor).first;
            if (!anchor.let_go) {
                at->second.let_go.reset();
            }
        }
    }
    return anchors;
}

bool led_to_register(const Enquiry& enquiry, const Enquiry* next, const History& history) {
    return std::ranges::any_of(history.registrations, [&](const Registration& registration) {
        return registration.start >= enquiry.on &&
               (next == nullptr || registration.start < next->on);
    });
}

Anchors enquiries_in(PersonId child, std::span<const Entry> entries, const History& history) {
    Anchors anchors;
    const auto way = enquiries_of(child, entries, std::nullopt);
    for (std::size_t i = 0; i < way.enquiries.size(); ++i) {
        const auto& enquiry = way.enquiries[i];
        const auto* next = i + 1 < way.enquiries.size() ? &way.enquiries[i + 1] : nullptr;
        const auto entry = std::ranges::find(entries, enquiry.entry.uuid, &Entry::id);
        const bool imported = entry != entries.end() && entry->provenance;
        if (!imported && led_to_register(enquiry, next, history)) {
            anchors.emplace(enquiry.on, Anchor{RunsFrom::enquiries, std::nullopt});
        }
    }
    return anchors;
}

// None: no assessment has to do with this day.
const Assessment* assessment_for(const std::vector<Assessment>& all, record::AssessmentType type,
                                 CivilDate anchor, CivilDate as_of) {
    const auto done = [&](const Assessment& one) {
        return one.completed_on && *one.completed_on <= as_of;
    };
    const Assessment* found = nullptr;
    bool named = false;
    for (const auto& one : all) {
        const bool names_it = one.type == type && one.runs_from == anchor;
        const bool meets_it = done(one) && *one.completed_on >= anchor;
        if (!names_it && (named || !meets_it)) {
            continue;
        }
        const bool better =
            found == nullptr || (names_it && !named) ||
            (done(one) && (!done(*found) || *one.completed_on < *found->completed_on));
        named = named || names_it;
        if (better) {
            found = &one;
        }
    }
    return found;
}

DutyState state_of_written(const Duty& duty, const Assessment& assessment) {
    if (*duty.met_on > *duty.due_by) {
        return DutyState::late;
    }
    return *assessment.completion_recorded_on > *duty.due_by ? DutyState::on_time_recorded_late
                                                             : DutyState::on_time;
}

class Reading {
  public:
    Reading(const law::Book& book, const std::vector<Assessment>& assessments, CivilDate as_of)
        : book_{book}, assessments_{assessments}, as_of_{as_of} {}

    void read(record::AssessmentType type, const Anchors& anchors,
              std::vector<AssessmentDuty>& duties) const {
        const auto* card = book_.card(rule_of(type));
        if (card == nullptr) {
            return;
        }
        for (const auto& [anchor, of] : anchors) {
            if (anchor <= as_of_) {
                duties.push_back(duty(*card, type, anchor, of));
            }
        }
    }

  private:
    AssessmentDuty duty(const law::Card& card, record::AssessmentType type, CivilDate anchor,
                        const Anchor& of) const {
        AssessmentDuty found{
            Duty{card.id,
                 anchor,
                 law::due_day_after(card.interval, anchor, book_.calendar(card.calendar)),
                 {},
                 {},
                 DutyState::undetermined,
                 WhyUndetermined::nothing,
                 {},
                 {}},
            of.from, std::nullopt};
        auto& duty = found.duty;
        const auto* by = assessment_for(assessments_, type, anchor, as_of_);
        if (by != nullptr) {
            found.assessment = by->id;
        }
        if (by != nullptr && by->completed_on && *by->completed_on <= as_of_) {
            duty.met_on = by->completed_on;
            duty.met_by = by->completed_by;
        }
        if (!duty.due_by) {
            duty.why = WhyUndetermined::beyond_calendar;
        } else if (duty.met_on) {
            duty.state = state_of_written(duty, *by);
        } else if (by == nullptr && of.let_go && *of.let_go <= as_of_) {
            duty.state = *of.let_go <= *duty.due_by ? DutyState::lapsed : DutyState::not_done;
        } else if (*duty.due_by == as_of_) {
            duty.state = DutyState::due_today;
        } else {
            duty.state = *duty.due_by < as_of_ ? DutyState::overdue : DutyState::on_track;
        }
        return found;
    }

    const law::Book& book_;
    const std::vector<Assessment>& assessments_;
    CivilDate as_of_;
};

void add_written_down(const std::vector<Assessment>& all, record::AssessmentType type,
                      Anchors& anchors) {
    for (const auto& one : all) {
        if (one.type == type) {
            anchors.emplace(one.runs_from, Anchor{});
        }
    }
}

} // namespace

std::string_view rule_of(record::AssessmentType type) {
    return type == record::AssessmentType::after_section_47 ? after_enquiries_rule : needs_rule;
}

std::vector<Assessment> assessments_of(std::span<const record::Entry> entries) {
    return Folding{entries}.take();
}

std::vector<AssessmentDuty> assessment_duties(PersonId child,
                                              std::span<const record::Entry> entries,
                                              const History& history, const law::Book& book,
                                              CivilDate as_of) {
    using record::AssessmentType;
    const auto all = assessments_of(entries);
    auto needs = referrals_in(entries);
    add_written_down(all, AssessmentType::care_and_support, needs);
    auto after = enquiries_in(child, entries, history);
    add_written_down(all, AssessmentType::after_section_47, after);
    std::vector<AssessmentDuty> duties;
    const Reading reading{book, all, as_of};
    reading.read(AssessmentType::care_and_support, needs, duties);
    reading.read(AssessmentType::after_section_47, after, duties);
    std::ranges::stable_sort(duties, {}, [](const AssessmentDuty& d) { return d.duty.anchor; });
    return duties;
}

} // namespace gweld::protection
