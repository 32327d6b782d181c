#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/guarding/protecting_words.h"
#include "web/pages/meetings/agency_words.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages::child_record {

namespace {

using record::Entry;

std::string shown_language(const Words& say, const std::string& language) {
    return language.empty() ? std::string{words::tag_of(say.language())} : language;
}

} // namespace

std::string Teller::worker_named(const record::Uuid& worker) const {
    const auto found = shown_.record.workers().find(worker);
    return found == shown_.record.workers().end() ? say_.say("a worker not named here")
                                                  : found->second.name;
}

// Brothers and sisters seen on the same visit.
std::string Teller::others_at(const record::VisitMade& visit) const {
    std::string names;
    for (const auto& member : shown_.record.family()) {
        if (part_of(visit, member->child) != nullptr) {
            names.append(names.empty() ? "" : ", ").append(member->person->forename);
        }
    }
    return names;
}

Told Teller::visit_made(const Entry& entry) const {
    const auto visit = record::body_of<record::VisitMade>(entry);
    const auto* part = part_of(visit, shown_.facts().child);
    Told told;
    if (part == nullptr) {
        told.title = say_.say("A visit {name} was not part of", {{"name", shown_.called()}});
        return told;
    }
    told.title = visit_at(say_, visit.place) + ": " + seen_as(say_, shown_.person(), *part);
    if (part->bedroom == record::Answer::yes) {
        told.sentences.push_back(say_.say("The bedroom was seen."));
    } else if (part->bedroom == record::Answer::no && visit.place == record::Place::home) {
        told.sentences.push_back(say_.say("The bedroom was not seen."));
    }
    if (visit.announced != record::Announced::not_recorded) {
        told.sentences.push_back(visit.announced == record::Announced::announced
                                     ? say_.say("The family knew of the visit beforehand.")
                                     : say_.say("The visit was unannounced."));
    }
    if (const auto others = others_at(visit); !others.empty()) {
        told.sentences.push_back(say_.say("Also on this visit: {names}.", {{"names", others}}));
    }
    if (awaits_write_up(entry)) {
        told.sentences.push_back(say_.say("The write-up is to follow."));
    }
    say_where_written(entry, told);
    told.words = part->words;
    told.language = shown_language(say_, part->words_language);
    told.account = visit.account;
    told.arrived = visit.arrived;
    return told;
}

Told Teller::visit_attempted(const Entry& entry) const {
    const auto attempt = record::body_of<record::VisitAttempted>(entry);
    Told told;
    told.title = say_.say("Visit attempted");
    told.sentences.push_back(said(say_, attempt.because));
    say_where_written(entry, told);
    told.account = attempt.account;
    told.arrived = attempt.arrived;
    return told;
}

Told Teller::written_up(const Entry& entry) const {
    const auto written = record::body_of<record::VisitWrittenUp>(entry);
    Told told;
    told.title = say_.say("Visit written up");
    told.account = written.account;
    const auto own =
        std::ranges::find(written.words, shown_.facts().child, &record::ChildsWords::child);
    if (own != written.words.end()) {
        told.words = own->words;
        told.language = shown_language(say_, own->words_language);
    }
    return told;
}

Told Teller::placed(const Entry& entry) const {
    const auto placed = record::body_of<record::PlacedOnRegister>(entry);
    Told told;
    told.title = say_.say("Name placed on the child protection register:") + " " +
                 all_of(say_, placed.categories);
    told.significant = true;
    return told;
}

Told Teller::removed(const Entry& entry) const {
    const auto removed = record::body_of<record::RemovedFromRegister>(entry);
    Told told;
    told.title = say_.say("Name removed from the child protection register");
    told.sentences.push_back(said(say_, removed.ground));
    told.significant = true;
    return told;
}

Told Teller::category_changed(const Entry& entry) const {
    const auto changed = record::body_of<record::CategoryChanged>(entry);
    Told told;
    told.title = say_.say("The category on the child protection register changed to:") + " " +
                 all_of(say_, changed.categories);
    told.account = changed.why;
    told.significant = true;
    return told;
}

Told Teller::core_group(const Entry& entry) const {
    const auto met = record::body_of<record::CoreGroupMet>(entry);
    Told told;
    told.title = say_.say("Core group met");
    const auto named = [&](record::Came came) {
        std::string names;
        for (const auto& one : met.invited) {
            if (one.came == came) {
                names.append(names.empty() ? "" : ", ")
                    .append(agency_in_words(say_, boost::describe::enum_to_string(one.agency, "")));
            }
        }
        return names;
    };
    if (const auto came = named(record::Came::attended); !came.empty()) {
        told.sentences.push_back(say_.say("There: {names}.", {{"names", came}}));
    }
    if (const auto away = named(record::Came::sent_apologies); !away.empty()) {
        told.sentences.push_back(say_.say("Apologies: {names}.", {{"names", away}}));
    }
    if (!met.family_part.empty()) {
        told.sentences.push_back(met.family_part);
    }
    for (const auto& action : met.actions) {
        told.sentences.push_back(action_line(action));
    }
    told.account = progress_in_words(met);
    return told;
}

Told Teller::allocated(const Entry& entry) const {
    const auto held = record::body_of<record::Allocated>(entry);
    const std::initializer_list<words::Slot> name{{"name", worker_named(held.worker.uuid)}};
    Told told;
    switch (held.as) {
    case record::AllocatedAs::allocated_worker:
        told.title = say_.say("{name} became the allocated worker", name);
        break;
    case record::AllocatedAs::co_worker:
        told.title = say_.say("{name} became the co-worker", name);
        break;
    case record::AllocatedAs::other:
        told.title = say_.say("{name} began to work with the child", name);
        break;
    }
    return told;
}

Told Teller::allocation_ended(const Entry& entry) const {
    const auto ended = record::body_of<record::AllocationEnded>(entry);
    const auto& held = shown_.facts().allocations;
    const auto row = std::ranges::find(held, ended.allocation.uuid, &record::AllocationRow::entry);
    const auto worker = row != held.end()         ? row->worker
                        : entry.about.size() > 1U ? entry.about.back()
                                                  : record::Uuid{};
    Told told;
    told.title =
        say_.say("{name} no longer works with the child", {{"name", worker_named(worker)}});
    return told;
}

Told Teller::lived_at(const Entry& entry) const {
    const auto lived = record::body_of<record::AddressLivedAt>(entry);
    Told told;
    told.title = lived.kind == record::AddressKind::placement
                     ? say_.say("Began to live in a placement")
                     : say_.say("Began to live at this address");
    told.sentences.push_back(pages::address_words(say_, lived.lines, lived.postcode));
    return told;
}

Told Teller::described(const Entry& entry) const {
    const auto person = record::body_of<record::PersonDescribed>(entry);
    Told told;
    told.title = say_.say("Name, date of birth and language recorded");
    std::string line = person.forename + " " + person.surname;
    if (person.born) {
        line += ", " + say_.say("born {date}", {{"date", plain_date(say_, *person.born)}});
    }
    told.sentences.push_back(std::move(line));
    return told;
}

// What the caller said is on the contact's own page, which is a look of its own.
Told Teller::contact_received(const Entry& entry) const {
    const auto in = record::body_of<record::ContactReceived>(entry);
    Told told;
    told.title = say_.say("A contact about the child came in");
    told.significant = in.harm == record::SignificantHarm::possible;
    return told;
}

Told Teller::alert_seen(const Entry&) const {
    Told told;
    told.title = say_.say("An alert was seen");
    return told;
}

Told Teller::alert_answered(const Entry& entry) const {
    Told told;
    told.title = say_.say("An alert was answered");
    told.sentences.push_back(record::body_of<record::AlertAnswered>(entry).did);
    return told;
}

Told Teller::contact_matched(const Entry&) const {
    Told told;
    told.title = say_.say("A contact at the front door was found to be about the child");
    return told;
}

Told Teller::contact_decided(const Entry& entry) const {
    const auto decided = record::body_of<record::ContactDecided>(entry);
    Told told;
    told.title = say_.say("A contact was decided:") + " " +
                 door::outcome_words(say_, boost::describe::enum_to_string(decided.outcome, ""));
    told.sentences.push_back(decided.reason);
    told.significant = decided.outcome == record::ContactOutcome::strategy_discussion;
    return told;
}

Told Teller::nobody_needed(const Entry& entry) const {
    Told told;
    told.title = say_.say("What a contact called for is not needed");
    told.sentences.push_back(record::body_of<record::ContactNobodyNeeded>(entry).because);
    return told;
}

Told Teller::event_noted(const Entry& entry) const {
    const auto noted = record::body_of<record::EventNoted>(entry);
    Told told;
    told.title = say_.say("Added from elsewhere");
    told.account = noted.what;
    told.sentences.push_back(say_.say("Source: {source}", {{"source", noted.source}}));
    if (noted.known_to != record::Precision::day) {
        told.sentences.push_back(noted.known_to == record::Precision::month
                                     ? say_.say("Only the month is known.")
                                     : say_.say("Only the year is known."));
    }
    told.significant = true;
    return told;
}

Told Teller::family_named(const Entry&) const {
    Told told;
    told.title = say_.say("Recorded as a member of a family");
    return told;
}

} // namespace gweld::web::pages::child_record
