// telling.h - what happened, told as an event of the timeline or a cell of a table: in whole
// sentences, with who wrote it down, what was put right and what can be done about it. Knows no
// part of the record's pages.
#pragma once

#include "web/components/ours.h"
#include "web/pages/child/happenings.h"
#include "web/pages/child/shown.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gweld::web::pages::child_record {

// One version of what happened, in words.
struct Told {
    std::string title;
    std::vector<std::string> sentences;
    std::string words; // the child's own
    std::string language;
    std::string account;
    std::string arrived; // "15:30"; empty where the time of day is not known or not part of it
    bool significant = false;
};

struct EventParts {
    Told told;
    std::string withdrawn; // who took it back and when; empty: it stands
    std::string withdrawn_reason;
    struct Correction {
        std::string sentence;
        std::string reason;
        std::string before_date;
        Told before;
    };
    std::vector<Correction> corrections; // newest first
    struct Disagreement {
        std::string sentence; // who and when
        std::string words;
        std::string language;
        std::string answer;
    };
    std::vector<Disagreement> disagreements; // oldest first
    std::string recorded;
    struct Action {
        Url href;
        std::string words;
        std::string spoken_after; // which entry, for who hears the link by itself
    };
    std::vector<Action> actions;
};

class Teller {
  public:
    Teller(const Shown& shown, const std::vector<Happening>& happenings);

    ours::Event event(const Happening& happening) const;
    Told tell(const record::Entry& entry) const;
    // Correct it, write it up: what this reader may do about it now.
    std::vector<EventParts::Action> actions(const Happening& happening,
                                            const std::string& title) const;
    // The account, where it was written later than the visit.
    std::string account_of(const record::Entry& visit) const;
    bool awaits_write_up(const record::Entry& visit) const;

  private:
    Told visit_made(const record::Entry& entry) const;
    Told visit_attempted(const record::Entry& entry) const;
    Told written_up(const record::Entry& entry) const;
    Told placed(const record::Entry& entry) const;
    Told removed(const record::Entry& entry) const;
    Told category_changed(const record::Entry& entry) const;
    Told discussed(const record::Entry& entry) const;
    Told meeting_accepted(const record::Entry& entry) const;
    Told enquiry_started(const record::Entry& entry) const;
    Told enquiry_concluded(const record::Entry& entry) const;
    Told conference_booked(const record::Entry& entry) const;
    Told conference(const record::Entry& entry) const;
    Told core_group(const record::Entry& entry) const;
    Told plan_agreed(const record::Entry& entry) const;
    Told action_marked(const record::Entry& entry) const;
    Told plan_ended(const record::Entry& entry) const;
    Told coordinator_named(const record::Entry& entry) const;
    Told moved_for_a_time(const record::Entry& entry) const;
    Told came_back(const record::Entry& entry) const;
    Told move_notified(const record::Entry& entry) const;
    Told receiving_conference(const record::Entry& entry) const;
    Told allocated(const record::Entry& entry) const;
    Told allocation_ended(const record::Entry& entry) const;
    Told lived_at(const record::Entry& entry) const;
    Told described(const record::Entry& entry) const;
    Told family_named(const record::Entry& entry) const;
    Told alert_seen(const record::Entry& entry) const;
    Told alert_answered(const record::Entry& entry) const;
    Told contact_received(const record::Entry& entry) const;
    Told contact_matched(const record::Entry& entry) const;
    Told contact_decided(const record::Entry& entry) const;
    Told nobody_needed(const record::Entry& entry) const;
    Told contact_outcome_imported(const record::Entry& entry) const;
    Told early_help(const record::Entry& entry) const;
    Told episode(const record::Entry& entry) const;
    Told assessment_imported(const record::Entry& entry) const;
    Told assessment_factors(const record::Entry& entry) const;

    // What was said of each outcome of this child, a line each, then of the whole.
    std::string progress_in_words(const record::CoreGroupMet& met) const;
    Told assessment_written(const record::Entry& entry) const;
    Told assessment_gap_allowed(const record::Entry& entry) const;
    Told assessment_finished(const record::Entry& entry) const;
    Told signed_by_somebody(const record::Entry& entry) const;
    Told returned_for_rework(const record::Entry& entry) const;
    // What the entry of that id is called; empty: it is not in this record.
    std::string title_of_entry(base::EntryId entry) const;
    Told event_noted(const record::Entry& entry) const;
    Told document_brought_in(const record::Entry& entry) const;

    std::string action_line(const record::MeetingAction& action) const;
    void add_enquiry_actions(const record::Entry& entry, const std::string& which,
                             std::vector<EventParts::Action>& list) const;
    std::string worker_named(const record::Uuid& worker) const;
    std::string others_at(const record::VisitMade& visit) const;
    EventParts parts(const Happening& happening) const;

    std::string planned(record::Uuid id) const; // empty: in no plan of this child
    // Where a visit was written on a phone, when that was; else nothing.
    void say_where_written(const record::Entry& visit, Told& told) const;

    const Shown& shown_;
    const Words& say_;
    std::map<record::Uuid, std::string> planned_; // outcomes and actions by id, as last worded
    std::map<record::Uuid, const record::Entry*> write_ups_;
    std::map<record::Uuid, record::PhoneVisitReceived> from_phones_; // by visit
    bool may_correct_;
};

} // namespace gweld::web::pages::child_record
