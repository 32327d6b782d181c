// What a meeting was, by when the conference is due, and what should have happened and has not.
#include "protection/next_step.h"

#include "record/codec.h"
#include "story.h"

#include <gtest/gtest.h>

namespace gweld::story::enquiries {
namespace {

using protection::Gap;
using protection::MeetingKind;
using record::Agency;
using record::Came;
using record::ConferenceType;
using record::Determination;
using record::Threshold;

base::Uuid numbered(std::uint8_t n) {
    base::Uuid id;
    id.bytes[0] = 7;
    id.bytes[15] = n;
    return id;
}
const base::PersonId mair{numbered(1)};

const law::Book& conference_book() {
    static const law::Book made{{card("cp.conference.initial", law::ClockKind::single,
                                      law::WorkingDays{15}, {}, "working-days")},
                                {{"working-days", working_days()}}};
    return made;
}

record::StrategyDiscussionHeld held(std::string_view day, Came police,
                                    Threshold threshold = Threshold::met) {
    record::StrategyDiscussionHeld body;
    body.on = on(day);
    body.invited = {{Agency::childrens_services, "Rhian", "Manager", Came::attended, ""},
                    {Agency::police, "Sarjant Huws", "", police, ""}};
    body.children = {{mair, threshold}};
    return body;
}

// Entries in the order they are written down.
class Way {
  public:
    template <class Kind>
    base::EntryId add(const Kind& body, std::string_view effective,
                      std::optional<base::EntryId> corrects = {}) {
        record::Entry entry;
        entry.id = numbered(static_cast<std::uint8_t>(100 + entries.size()));
        entry.kind = record::Named<Kind>::name;
        entry.about = {mair.uuid};
        entry.effective = on(effective);
        entry.recorded_at = at(std::string{effective} + "T12:00:00Z");
        entry.recorded_by.name = "Eleri Vaughan";
        if (corrects) {
            entry.corrects = corrects->uuid;
        }
        entry.body = record::encode(body);
        entries.push_back(entry);
        return base::EntryId{entry.id};
    }
    base::EntryId discussed(std::string_view day, Came police = Came::attended,
                            Threshold threshold = Threshold::met) {
        return add(held(day, police, threshold), day);
    }
    base::EntryId started(base::EntryId from, std::string_view day) {
        return add(record::EnquiryStarted{from, on(day), record::EnquiryBy::social_services}, day);
    }
    base::EntryId concluded(base::EntryId enquiry, std::string_view day, Determination found) {
        return add(record::EnquiryConcluded{enquiry, on(day), {{mair, found, "why", "then"}}}, day);
    }
    void booked(std::string_view day, std::string_view recorded) {
        add(record::ConferenceBooked{ConferenceType::initial, on(day), "10:00", "", ""}, recorded);
    }
    void conferred(std::string_view day) {
        add(record::ConferenceHeld{ConferenceType::initial, on(day)}, day);
    }
    protection::EnquiryHistory history() const {
        return protection::enquiries_of(mair, entries, std::nullopt);
    }
    // "gap since"
    Lines gaps(std::string_view as_of) const {
        Lines lines;
        for (const auto& found : protection::gaps_of(history(), conference_book(), on(as_of))) {
            constexpr const char* names[] = {"no-enquiry", "not-booked", "not-held"};
            lines.push_back(std::string{names[static_cast<std::size_t>(found.gap)]} + ' ' +
                            time::to_iso(found.since));
        }
        return lines;
    }
    std::optional<CivilDate> due(std::string_view as_of) const {
        const auto now = history();
        return protection::conference_clock(now, now.enquiries.back(), conference_book(), on(as_of))
            .due_by;
    }
    std::vector<record::Entry> entries;
};

// ---- what a meeting was ------------------------------------------------------------------------

TEST(Meeting, with_the_police_and_childrens_services_is_a_strategy_discussion) {
    EXPECT_EQ(protection::kind_of_meeting(held("2026-10-05", Came::attended)),
              MeetingKind::strategy_discussion);
}

TEST(Meeting, without_the_police_is_internal_whatever_it_was_called) {
    EXPECT_EQ(protection::kind_of_meeting(held("2026-10-05", Came::sent_apologies)),
              MeetingKind::internal_meeting);
    EXPECT_EQ(protection::kind_of_meeting(held("2026-10-05", Came::did_not_come)),
              MeetingKind::internal_meeting);
    auto uninvited = held("2026-10-05", Came::attended);
    uninvited.invited.pop_back();
    EXPECT_EQ(protection::kind_of_meeting(uninvited), MeetingKind::internal_meeting);
    EXPECT_EQ(protection::kind_of_meeting(record::StrategyDiscussionHeld{}),
              MeetingKind::internal_meeting);
}

TEST(Meeting, without_childrens_services_is_none_either) {
    auto police_alone = held("2026-10-05", Came::attended);
    police_alone.invited.erase(police_alone.invited.begin());
    EXPECT_EQ(protection::kind_of_meeting(police_alone), MeetingKind::internal_meeting);
}

TEST(Meeting, without_the_police_counts_once_a_head_of_service_accepts_it) {
    Way way;
    const auto meeting = way.discussed("2026-10-05", Came::did_not_come);
    EXPECT_FALSE(way.history().discussions.at(0).counts());
    EXPECT_EQ(protection::discussion_waiting(way.history(), on("2026-10-06")), nullptr);
    way.add(record::InternalMeetingAccepted{meeting, on("2026-10-06"), "agreed by telephone"},
            "2026-10-06");
    const auto history = way.history();
    EXPECT_TRUE(history.discussions.at(0).counts());
    EXPECT_EQ(history.discussions.at(0).kind, MeetingKind::internal_meeting)
        << "it stays what it is";
    EXPECT_EQ(history.discussions.at(0).accepted->by, "Eleri Vaughan");
    EXPECT_NE(protection::discussion_waiting(history, on("2026-10-06")), nullptr);
}

TEST(Meeting, put_right_keeps_its_enquiry_and_withdrawn_is_gone) {
    Way way;
    const auto first = way.discussed("2026-10-05");
    way.started(first, "2026-10-05");
    const auto second = way.add(held("2026-10-06", Came::attended), "2026-10-06", first);
    EXPECT_EQ(way.history().enquiries.at(0).discussion, second);
    way.add(record::Withdrawn{"another child's"}, "2026-10-07", second);
    EXPECT_TRUE(way.history().discussions.empty());
}

// ---- the conference clock ----------------------------------------------------------------------

TEST(ConferenceClock, runs_from_the_last_strategy_discussion) {
    Way way;
    const auto first = way.discussed("2026-10-05");
    way.started(first, "2026-10-05");
    EXPECT_EQ(way.due("2026-10-05"), on("2026-10-26"));
    way.discussed("2026-10-14");
    EXPECT_EQ(way.due("2026-10-13"), on("2026-10-26")) << "one still to come moves nothing";
    EXPECT_EQ(way.due("2026-10-14"), on("2026-11-04"));
}

TEST(ConferenceClock, is_not_moved_by_a_meeting_without_the_police) {
    Way way;
    way.started(way.discussed("2026-10-05"), "2026-10-05");
    way.discussed("2026-10-14", Came::sent_apologies);
    EXPECT_EQ(way.due("2026-10-20"), on("2026-10-26"));
}

TEST(ConferenceClock, keeps_every_date_it_could_have_run_from) {
    Way way;
    way.started(way.discussed("2026-10-05"), "2026-10-05");
    way.discussed("2026-10-14");
    const auto history = way.history();
    const auto clock = protection::conference_clock(history, history.enquiries[0],
                                                    conference_book(), on("2026-10-20"));
    ASSERT_EQ(clock.discussions.size(), 2U);
    EXPECT_EQ(clock.discussions[0]->on, on("2026-10-05"));
    EXPECT_EQ(clock.anchor, on("2026-10-14"));
}

TEST(ConferenceClock, is_not_moved_by_a_discussion_after_the_conference) {
    Way way;
    const auto enquiry = way.started(way.discussed("2026-10-05"), "2026-10-05");
    way.concluded(enquiry, "2026-10-15", Determination::substantiated_continuing_risk);
    way.conferred("2026-10-20");
    way.discussed("2026-11-10");
    EXPECT_EQ(way.due("2026-11-20"), on("2026-10-26"));
}

TEST(ConferenceClock, of_one_enquiry_is_not_moved_by_the_next) {
    Way way;
    const auto first = way.started(way.discussed("2026-03-02"), "2026-03-02");
    way.concluded(first, "2026-03-10", Determination::not_substantiated);
    way.started(way.discussed("2026-10-05"), "2026-10-05");
    const auto history = way.history();
    const auto clock = protection::conference_clock(history, history.enquiries[0],
                                                    conference_book(), on("2026-10-20"));
    EXPECT_EQ(clock.anchor, on("2026-03-02"));
}

TEST(ConferenceClock, beyond_the_calendar_says_nothing) {
    Way way;
    way.started(way.discussed("2028-12-20"), "2028-12-20");
    EXPECT_EQ(way.due("2028-12-22"), std::nullopt);
}

// ---- gaps --------------------------------------------------------------------------------------

TEST(Gaps, threshold_met_and_no_enquiry) {
    Way way;
    const auto discussion = way.discussed("2026-10-05");
    EXPECT_EQ(way.gaps("2026-10-04"), Lines{});
    EXPECT_EQ(way.gaps("2026-10-05"), Lines{"no-enquiry 2026-10-05"});
    way.started(discussion, "2026-10-06");
    EXPECT_EQ(way.gaps("2026-10-06"), Lines{});
}

TEST(Gaps, there_is_none_where_the_threshold_was_not_met_or_the_police_were_not_there) {
    Way way;
    way.discussed("2026-10-05", Came::attended, Threshold::not_met);
    way.discussed("2026-10-06", Came::did_not_come);
    EXPECT_EQ(way.gaps("2026-10-30"), Lines{});
}

TEST(Gaps, a_discussion_while_the_enquiry_is_open_asks_for_no_other) {
    Way way;
    way.started(way.discussed("2026-10-05"), "2026-10-05");
    way.discussed("2026-10-08");
    EXPECT_EQ(way.gaps("2026-10-09"), Lines{});
}

TEST(Gaps, continuing_risk_and_no_conference_booked_then_due_and_not_held) {
    Way way;
    const auto enquiry = way.started(way.discussed("2026-10-05"), "2026-10-05");
    way.concluded(enquiry, "2026-10-15", Determination::substantiated_continuing_risk);
    EXPECT_EQ(way.gaps("2026-10-14"), Lines{});
    EXPECT_EQ(way.gaps("2026-10-15"), Lines{"not-booked 2026-10-15"});
    EXPECT_EQ(way.gaps("2026-10-26"), Lines{"not-booked 2026-10-15"}) << "the last day in time";
    EXPECT_EQ(way.gaps("2026-10-27"), Lines{"not-held 2026-10-26"});
    way.booked("2026-10-30", "2026-10-16");
    EXPECT_EQ(way.gaps("2026-10-20"), Lines{});
    EXPECT_EQ(way.gaps("2026-10-27"), Lines{"not-held 2026-10-26"}) << "booked too late";
    way.conferred("2026-10-30");
    EXPECT_EQ(way.gaps("2026-10-30"), Lines{});
}

TEST(Gaps, a_review_of_a_child_on_the_register_already_will_do) {
    Way way;
    const auto enquiry = way.started(way.discussed("2026-10-05"), "2026-10-05");
    way.concluded(enquiry, "2026-10-15", Determination::substantiated_continuing_risk);
    way.add(record::ConferenceHeld{ConferenceType::review, on("2026-10-20")}, "2026-10-20");
    EXPECT_EQ(way.gaps("2026-12-01"), Lines{});
}

TEST(Gaps, only_continuing_risk_misses_a_conference) {
    for (const auto found :
         {Determination::not_substantiated, Determination::substantiated_not_continuing_risk}) {
        Way way;
        const auto enquiry = way.started(way.discussed("2026-10-05"), "2026-10-05");
        way.concluded(enquiry, "2026-10-15", found);
        EXPECT_EQ(way.gaps("2026-12-01"), Lines{});
    }
}

// ---- what comes next ---------------------------------------------------------------------------

TEST(NextStep, follows_the_way_to_the_conference) {
    using protection::NextStep;
    Way way;
    const auto next = [&](std::string_view as_of) {
        return protection::next_step(way.history(), nullptr, on(as_of));
    };
    EXPECT_EQ(next("2026-10-01"), NextStep::record_discussion);
    const auto discussion = way.discussed("2026-10-05");
    EXPECT_EQ(next("2026-10-05"), NextStep::start_enquiry);
    const auto enquiry = way.started(discussion, "2026-10-05");
    EXPECT_EQ(next("2026-10-05"), NextStep::conclude_enquiry);
    way.concluded(enquiry, "2026-10-15", Determination::substantiated_continuing_risk);
    EXPECT_EQ(next("2026-10-15"), NextStep::book_conference);
    way.booked("2026-10-22", "2026-10-16");
    EXPECT_EQ(next("2026-10-21"), NextStep::hold_conference);
    EXPECT_EQ(next("2026-10-22"), NextStep::record_conference);
    way.conferred("2026-10-22");
    EXPECT_EQ(next("2026-10-22"), NextStep::record_discussion);
}

TEST(NextStep, on_the_register_is_the_review_unless_a_new_worry_is_under_way) {
    using protection::NextStep;
    Way way;
    const auto stay = registered("2026-06-01");
    EXPECT_EQ(protection::next_step(way.history(), &stay, on("2026-10-01")), NextStep::book_review);
    way.add(record::ConferenceBooked{ConferenceType::review, on("2026-10-20"), "", "", ""},
            "2026-10-01");
    EXPECT_EQ(protection::next_step(way.history(), &stay, on("2026-10-19")), NextStep::hold_review);
    EXPECT_EQ(protection::next_step(way.history(), &stay, on("2026-10-20")),
              NextStep::record_review);
    way.discussed("2026-10-05");
    EXPECT_EQ(protection::next_step(way.history(), &stay, on("2026-10-20")),
              NextStep::start_enquiry);
}

} // namespace
} // namespace gweld::story::enquiries
