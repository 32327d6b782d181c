// Chairs' slots, what cannot be held in time, one conference out of its bookings, what is sent out.
#include "protection/chair_diary.h"
#include "protection/conferences.h"
#include "record/codec.h"
#include "record/conference_rows.h"
#include "story.h"

#include <gtest/gtest.h>

namespace gweld::story::conferences {
namespace {

using protection::ChairDiary;
using protection::Slot;
using record::Agency;
using record::Came;
using record::ConferencePaper;
using record::ConferenceType;
using record::Weekday;

base::Uuid numbered(std::uint8_t n) {
    base::Uuid id;
    id.bytes[0] = 9;
    id.bytes[15] = n;
    return id;
}
const base::PersonId mair{numbered(1)};
const base::WorkerId gwenan{numbered(2)};

// ---- slots
// -----------------------------------------------------------------------------------------

record::ChairDiaryRow row_of(const auto& body) {
    record::Entry entry;
    entry.id = numbered(50);
    return record::diary_rows(entry, body).at(0);
}

ChairDiary diary(std::vector<record::ChairDiaryRow> rows) { return {gwenan.uuid, std::move(rows)}; }
const record::ChairSlotsSet tuesdays{
    gwenan, on("2026-11-01"), {{Weekday::tuesday, "11:00", 90}, {Weekday::tuesday, "09:30", 90}}};

std::vector<std::string> times_on(const ChairDiary& of, std::string_view day) {
    std::vector<std::string> times;
    for (const auto& slot : of.slots_on(on(day), working_days())) {
        times.push_back(slot.at);
    }
    return times;
}

TEST(ChairDiary, has_the_slots_of_its_week_on_working_days_in_the_order_of_the_day) {
    const auto kept = diary({row_of(tuesdays)});
    EXPECT_EQ(times_on(kept, "2026-12-01"), (std::vector<std::string>{"09:30", "11:00"}));
    EXPECT_TRUE(times_on(kept, "2026-12-02").empty()) << "a Wednesday";
    EXPECT_TRUE(times_on(kept, "2026-10-27").empty()) << "before the diary begins";
}

TEST(ChairDiary, has_none_on_a_day_away_and_has_them_again_on_the_day_back) {
    const auto kept =
        diary({row_of(tuesdays),
               row_of(record::ChairAway{gwenan, on("2026-12-01"), on("2026-12-08"), "Leave"})});
    EXPECT_TRUE(times_on(kept, "2026-12-01").empty());
    EXPECT_FALSE(times_on(kept, "2026-12-08").empty());
}

TEST(ChairDiary, gives_way_to_a_later_one_from_its_day_on_and_an_empty_one_ends_it) {
    const record::ChairSlotsSet none{gwenan, on("2026-12-05"), {}};
    const auto kept = diary({row_of(tuesdays), row_of(none)});
    EXPECT_FALSE(times_on(kept, "2026-12-01").empty());
    EXPECT_TRUE(times_on(kept, "2026-12-08").empty());
    EXPECT_FALSE(kept.chairs_from(on("2026-12-05")));
}

TEST(ChairDiary, joins_two_slots_only_where_one_ends_and_the_next_begins) {
    const auto slots = diary({row_of(tuesdays)}).slots_on(on("2026-12-01"), working_days());
    const auto twos = protection::joined_in_twos(slots);
    ASSERT_EQ(twos.size(), 1U);
    EXPECT_EQ(twos[0].at, "09:30");
    EXPECT_EQ(twos[0].minutes, 180);
}

TEST(Meetings, are_in_each_others_way_when_they_overlap_and_when_nobody_can_say) {
    using protection::in_each_others_way;
    EXPECT_FALSE(in_each_others_way("09:30", 90, "11:00", 90)) << "one ends as the other begins";
    EXPECT_TRUE(in_each_others_way("09:30", 91, "11:00", 90));
    EXPECT_TRUE(in_each_others_way("", 90, "16:00", 30)) << "no time is known";
    EXPECT_TRUE(in_each_others_way("09:30", {}, "16:00", 30)) << "no length is known";
    EXPECT_FALSE(in_each_others_way("11:00", {}, "09:00", 60));
}

TEST(Forecast, gives_the_earliest_slot_to_what_is_due_first) {
    const std::vector due{on("2026-12-01"), on("2026-12-02"), on("2026-12-03")};
    const std::vector<Slot> free{{{}, on("2026-11-30"), "10:00", 90},
                                 {{}, on("2026-12-04"), "10:00", 90}};
    const auto taken = protection::earliest_due_first(due, free);
    ASSERT_EQ(taken.size(), 3U);
    EXPECT_EQ(taken[0], 0U);
    EXPECT_EQ(taken[1], 1U) << "late, and it takes the slot all the same";
    EXPECT_EQ(taken[2], std::nullopt);
}

// ---- one conference
// --------------------------------------------------------------------------------

class Told {
  public:
    template <class Kind>
    base::EntryId add(const Kind& body, std::string_view effective,
                      std::optional<base::EntryId> corrects = {}) {
        record::Entry entry;
        entry.id = numbered(static_cast<std::uint8_t>(100 + entries_.size()));
        entry.kind = record::Named<Kind>::name;
        entry.about = {mair.uuid};
        entry.effective = on(effective);
        entry.recorded_at = at(std::string{effective} + "T12:00:00Z");
        entry.corrects = corrects ? std::optional{corrects->uuid} : std::nullopt;
        entry.body = record::encode(body);
        entry.seq = static_cast<std::int64_t>(entries_.size()) + 1;
        entries_.push_back(entry);
        return base::EntryId{entry.id};
    }
    protection::ConferenceHistory history() const {
        return protection::conferences_of(mair, entries_, std::nullopt);
    }

  private:
    std::vector<record::Entry> entries_;
};

record::ConferenceBooked booked(std::string_view day,
                                ConferenceType type = ConferenceType::initial) {
    record::ConferenceBooked body;
    body.type = type;
    body.on = on(day);
    body.invited = {Agency::police, Agency::health};
    return body;
}
record::ConferenceHeld held(std::string_view day, std::vector<Agency> there = {}) {
    record::ConferenceHeld body{ConferenceType::initial, on(day)};
    body.children = {{mair, record::ConferenceDecision::placed, {}, "", ""}};
    for (const auto agency : there) {
        body.invited.push_back({agency, "Somebody", "", Came::attended, ""});
    }
    return body;
}

TEST(Conferences, keep_what_came_with_a_booking_when_the_day_is_moved_and_when_it_is_held) {
    Told told;
    const auto first = told.add(booked("2026-11-20"), "2026-11-02");
    told.add(record::ConferenceReportReceived{first, Agency::health, "Non Preece", "", //
                                              on("2026-11-10"), "", "worry", "risk", ""},
             "2026-11-10");
    const auto moved = told.add(booked("2026-11-24"), "2026-11-12");
    const auto meeting = told.add(held("2026-11-24"), "2026-11-24");
    const auto all = told.history();
    ASSERT_EQ(all.conferences.size(), 1U);
    const auto& one = all.conferences[0];
    EXPECT_EQ(one.bookings.size(), 2U);
    EXPECT_EQ(one.reports.size(), 1U);
    EXPECT_EQ(one.entry(), meeting);
    for (const auto entry : {first, moved, meeting}) {
        EXPECT_EQ(all.of(entry), &one);
    }
    EXPECT_EQ(protection::reports_missing(one), std::vector{Agency::police});
}

TEST(Conferences, held_before_a_booking_was_recorded_are_another) {
    Told told;
    told.add(booked("2026-12-03", ConferenceType::review), "2026-11-12");
    record::ConferenceHeld before{ConferenceType::review, on("2026-09-03")};
    told.add(before, "2026-09-03");
    const auto all = told.history();
    ASSERT_EQ(all.conferences.size(), 2U);
    EXPECT_TRUE(all.conferences[0].held);
    EXPECT_FALSE(all.conferences[1].held);
}

TEST(Conferences, withdrawn_or_corrected_are_as_they_stand_now) {
    Told told;
    const auto wrong = told.add(booked("2026-11-20"), "2026-11-02");
    const auto right = told.add(booked("2026-11-21"), "2026-11-03", wrong);
    const auto all = told.history();
    ASSERT_EQ(all.conferences.size(), 1U);
    EXPECT_EQ(all.conferences[0].on(), on("2026-11-21"));
    EXPECT_NE(all.of(wrong), nullptr) << "an old address still finds it";
    told.add(record::Withdrawn{"of another child"}, "2026-11-04", right);
    EXPECT_TRUE(told.history().conferences.empty());
}

// ---- sent out
// --------------------------------------------------------------------------------------

const law::Book& paper_book() {
    static const law::Book made{
        {card("cp.conference.record", law::ClockKind::single, law::WorkingDays{20}, {},
              "working-days"),
         card("cp.conference.record-comments", law::ClockKind::single, law::WorkingDays{10}, {},
              "working-days"),
         card("cp.plan.outline", law::ClockKind::single, law::WorkingDays{5}, {}, "working-days")},
        {{"working-days", working_days()}}};
    return made;
}

TEST(Papers, have_a_clock_each_from_the_day_of_the_conference) {
    Told told;
    const auto meeting = told.add(held("2026-11-02"), "2026-11-02");
    const auto clocks = [&](std::string_view today) {
        return protection::paper_clocks(told.history().conferences.at(0), paper_book(), on(today));
    };
    using protection::PaperState;
    ASSERT_EQ(clocks("2026-11-09").size(), 2U);
    EXPECT_EQ(clocks("2026-11-09")[0].due_by, on("2026-11-09"));
    EXPECT_EQ(clocks("2026-11-09")[0].state, PaperState::waiting);
    EXPECT_EQ(clocks("2026-11-10")[0].state, PaperState::overdue);
    EXPECT_EQ(clocks("2026-11-10")[1].due_by, on("2026-11-30"));
    told.add(
        record::ConferencePaperSent{
            meeting, ConferencePaper::outline_plan, on("2026-11-10"), {"Her mother"}},
        "2026-11-10");
    EXPECT_EQ(clocks("2026-11-10")[0].state, PaperState::sent_late);
}

TEST(Papers, of_a_conference_known_only_by_its_day_are_not_asked_for) {
    Told told;
    told.add(record::ConferenceHeld{ConferenceType::review, on("2020-11-02")}, "2020-11-02");
    EXPECT_TRUE(
        protection::paper_clocks(told.history().conferences.at(0), paper_book(), on("2026-11-02"))
            .empty());
}

TEST(Papers, comments_are_counted_from_the_last_time_the_record_was_sent) {
    Told told;
    const auto meeting = told.add(held("2026-11-02"), "2026-11-02");
    EXPECT_EQ(protection::comments_by(told.history().conferences[0], paper_book()), std::nullopt);
    told.add(
        record::ConferencePaperSent{
            meeting, ConferencePaper::full_record, on("2026-11-16"), {"Non"}},
        "2026-11-16");
    EXPECT_EQ(protection::comments_by(told.history().conferences[0], paper_book()),
              on("2026-11-30"));
}

// ---- quorum
// ----------------------------------------------------------------------------------------

TEST(Quorum, is_said_only_by_a_rule_the_council_has_and_counts_each_agency_once) {
    using protection::Quorum;
    const auto of = [](std::vector<Agency> there, std::optional<int> needed) {
        return protection::quorum_of(held("2026-11-02", std::move(there)), needed).quorum;
    };
    EXPECT_EQ(of({Agency::police, Agency::health}, {}), Quorum::no_rule);
    EXPECT_EQ(of({}, 3), Quorum::attendance_unknown);
    EXPECT_EQ(of({Agency::childrens_services, Agency::police, Agency::health}, 3), Quorum::quorate);
    EXPECT_EQ(of({Agency::childrens_services, Agency::health, Agency::health}, 3),
              Quorum::inquorate);
    EXPECT_EQ(of({Agency::education, Agency::police, Agency::health}, 3), Quorum::inquorate)
        << "without children's services";
}

} // namespace
} // namespace gweld::story::conferences
