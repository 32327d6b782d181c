// What the tables beside the log say after entries, corrections and withdrawals, in any order a
// day at work can bring.
#include "../store/fresh_store.h"
#include "../store/stores.h"

#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

constexpr auto november = std::chrono::November;
const CivilDate start = time::day(2, november, 2026);

class Projected : public testing::Test {
  protected:
    void add(const std::vector<Draft>& drafts) { append_each(*store_, drafts); }
    template <class Question> auto ask(const Question& question) {
        return asked(*store_, question);
    }
    std::vector<RegistrationRow> register_of(std::string_view child) {
        return ask([&](const Reading& r) { return r.registrations_of(someone(child)); });
    }
    std::vector<AllocationRow> allocations_of(std::string_view child) {
        return ask([&](const Reading& r) { return r.allocations_of(someone(child)); });
    }
    // The lines of one table, without its headings.
    std::vector<std::string> lines_of(const std::string& table) {
        const auto dump = ask([](const Reading& r) { return r.dump_tables(); });
        std::istringstream text{dump};
        std::vector<std::string> lines;
        std::string line;
        bool here = false;
        int headings = 0;
        while (std::getline(text, line)) {
            if (line.starts_with("# ")) {
                here = line == "# " + table;
                headings = 1;
            } else if (headings > 0) {
                --headings;
            } else if (here) {
                lines.push_back(line);
            }
        }
        return lines;
    }
    void TearDown() override {
        const auto before = ask([](const Reading& r) { return r.dump_tables(); });
        EXPECT_TRUE(store_->rebuild().ok());
        EXPECT_EQ(ask([](const Reading& r) { return r.dump_tables(); }), before)
            << "a rebuild is identical, whatever was recorded";
    }

  private:
    std::unique_ptr<Store> store_ = fresh_store(authority, plain_keys);
};

Draft categories(std::string_view name, std::string_view placing, std::vector<Category> now,
                 std::string_view corrects = {}) {
    return draft(name, {someone("Mair")},
                 CategoryChanged{base::EntryId{entry_named(placing)}, std::move(now)}, corrects);
}

// ---- the register ----------------------------------------------------------------------------

using Register = Projected;

TEST_F(Register, a_child_is_on_it_until_removed) {
    add({placed("a", "Mair", start)});
    ASSERT_EQ(register_of("Mair").size(), 1U);
    EXPECT_EQ(register_of("Mair")[0].start_day, start.day_number());
    EXPECT_FALSE(register_of("Mair")[0].end_day);
    EXPECT_EQ(register_of("Mair")[0].categories, "neglect");
    add({removed("r", "Mair", "a", start.plus_days(9))});
    ASSERT_EQ(register_of("Mair").size(), 1U);
    EXPECT_EQ(register_of("Mair")[0].entry, entry_named("a"));
    EXPECT_EQ(register_of("Mair")[0].end_day, start.plus_days(9).day_number());
    EXPECT_EQ(register_of("Mair")[0].ground, "decided_at_review_conference");
}

TEST_F(Register, a_corrected_placing_keeps_the_end_recorded_before) {
    add({placed("a", "Mair", start), removed("r", "Mair", "a", start.plus_days(9)),
         placed("a2", "Mair", start.plus_days(1), "a")});
    ASSERT_EQ(register_of("Mair").size(), 1U);
    EXPECT_EQ(register_of("Mair")[0].entry, entry_named("a2"));
    EXPECT_EQ(register_of("Mair")[0].start_day, start.plus_days(1).day_number());
    EXPECT_EQ(register_of("Mair")[0].end_day, start.plus_days(9).day_number());
}

TEST_F(Register, a_removal_that_names_an_older_version_ends_the_newest) {
    add({placed("a", "Mair", start), placed("a2", "Mair", start.plus_days(1), "a"),
         placed("a3", "Mair", start.plus_days(2), "a2"),
         removed("r", "Mair", "a", start.plus_days(9))});
    ASSERT_EQ(register_of("Mair").size(), 1U);
    EXPECT_EQ(register_of("Mair")[0].entry, entry_named("a3"));
    EXPECT_EQ(register_of("Mair")[0].end_day, start.plus_days(9).day_number());
}

TEST_F(Register, a_corrected_removal_moves_the_end) {
    add({placed("a", "Mair", start), removed("r", "Mair", "a", start.plus_days(9)),
         removed("r2", "Mair", "a", start.plus_days(12), "r")});
    EXPECT_EQ(register_of("Mair").at(0).end_day, start.plus_days(12).day_number());
}

TEST_F(Register, a_withdrawn_removal_opens_the_registration_again) {
    const auto removal = removed("r", "Mair", "a", start.plus_days(9));
    add({placed("a", "Mair", start), removal, withdrawn("w", removal)});
    EXPECT_FALSE(register_of("Mair").at(0).end_day);
    EXPECT_EQ(register_of("Mair").at(0).ground, "");
    add({removed("r2", "Mair", "a", start.plus_days(20))});
    EXPECT_EQ(register_of("Mair").at(0).end_day, start.plus_days(20).day_number());
}

TEST_F(Register, a_removal_recorded_on_the_wrong_registration_moves_to_the_right_one) {
    add({placed("a", "Mair", start), placed("b", "Mair", start.plus_days(30)),
         removed("r", "Mair", "b", start.plus_days(9)),
         removed("r2", "Mair", "a", start.plus_days(9), "r")});
    EXPECT_EQ(register_of("Mair").at(0).end_day, start.plus_days(9).day_number());
    EXPECT_FALSE(register_of("Mair").at(1).end_day);
}

TEST_F(Register, a_withdrawn_placing_takes_its_removal_with_it) {
    const auto placing = placed("a", "Mair", start);
    add({placing, removed("r", "Mair", "a", start.plus_days(9)), withdrawn("w", placing)});
    EXPECT_TRUE(register_of("Mair").empty());
    add({removed("r2", "Mair", "a", start.plus_days(10), "r")});
    EXPECT_TRUE(register_of("Mair").empty());
}

TEST_F(Register, a_placing_on_the_wrong_child_moves_to_the_right_one) {
    add({placed("a", "Mair", start), placed("a2", "Gwilym", start, "a")});
    EXPECT_TRUE(register_of("Mair").empty());
    EXPECT_EQ(register_of("Gwilym").size(), 1U);
}

TEST_F(Register, a_withdrawn_change_of_category_gives_back_the_one_before) {
    const auto second = categories("c2", "a", {Category::sexual_abuse});
    add({placed("a", "Mair", start), categories("c1", "a", {Category::physical_abuse}), second});
    EXPECT_EQ(register_of("Mair").at(0).categories, "sexual_abuse");
    add({withdrawn("w", second)});
    EXPECT_EQ(register_of("Mair").at(0).categories, "physical_abuse");
    add({placed("a2", "Mair", start.plus_days(1), "a")});
    EXPECT_EQ(register_of("Mair").at(0).categories, "physical_abuse");
    add({categories("c3", "a2", {Category::neglect, Category::physical_abuse}, "c1")});
    EXPECT_EQ(register_of("Mair").at(0).categories, "neglect,physical_abuse");
}

// ---- allocations -----------------------------------------------------------------------------

using Allocations = Projected;

Draft allocated(std::string_view name, std::string_view worker, std::string_view corrects = {}) {
    Allocated body{base::PersonId{someone("Mair")},
                   base::WorkerId{someone(worker)},
                   std::nullopt,
                   AllocatedAs::allocated_worker,
                   start,
                   std::nullopt};
    return draft(name, {someone("Mair"), someone(worker)}, body, corrects);
}
Draft allocation_ended(std::string_view name, std::string_view allocation, int after,
                       std::string_view corrects = {}) {
    return draft(name, {someone("Mair"), someone("Carys")},
                 AllocationEnded{base::EntryId{entry_named(allocation)}, start.plus_days(after)},
                 corrects);
}

TEST_F(Allocations, end_are_moved_and_are_opened_again) {
    add({allocated("al", "Carys"), allocation_ended("e", "al", 5)});
    EXPECT_EQ(allocations_of("Mair").at(0).until_day, start.plus_days(5).day_number());
    const auto moved = allocation_ended("e2", "al", 7, "e");
    add({moved});
    EXPECT_EQ(allocations_of("Mair").at(0).until_day, start.plus_days(7).day_number());
    add({withdrawn("w", moved)});
    EXPECT_FALSE(allocations_of("Mair").at(0).until_day);
}

TEST_F(Allocations, to_the_wrong_worker_are_put_right_and_keep_their_end) {
    add({allocated("al", "Carys"), allocation_ended("e", "al", 5), allocated("al2", "Aled", "al")});
    ASSERT_EQ(allocations_of("Mair").size(), 1U);
    EXPECT_EQ(allocations_of("Mair")[0].worker, someone("Aled"));
    EXPECT_EQ(allocations_of("Mair")[0].until_day, start.plus_days(5).day_number());
}

// ---- people ----------------------------------------------------------------------------------

using People = Projected;

TEST_F(People, are_as_last_described) {
    add({person("p", "Mair", "Lloyd"), person("p2", "Mair", "Puw")});
    EXPECT_EQ(ask([](const Reading& r) { return r.person(someone("Mair")); })->surname, "Puw");
}

TEST_F(People, are_as_described_before_when_the_last_description_is_withdrawn) {
    const auto first = person("p", "Mair", "Lloyd");
    const auto last = person("p2", "Mair", "Puw");
    add({first, last, withdrawn("w", last)});
    EXPECT_EQ(ask([](const Reading& r) { return r.person(someone("Mair")); })->surname, "Lloyd");
    EXPECT_EQ(ask([](const Reading& r) { return r.people_named({"lloyd"}, 9); }).size(), 1U);
    add({withdrawn("w2", first)});
    EXPECT_FALSE(ask([](const Reading& r) { return r.person(someone("Mair")); }));
    EXPECT_TRUE(lines_of("name_key").empty());
}

TEST_F(People, leave_a_family_when_it_was_a_mistake_and_stay_when_it_was_said_twice) {
    const Uuid family = base::uuid_of("made-up", "family", "1");
    const auto named = [&](std::string_view name) {
        return draft(name, {someone("Mair"), family},
                     FamilyMemberNamed{base::FamilyId{family}, "F1"});
    };
    add({named("f1"), named("f2"), withdrawn("w1", named("f1"))});
    EXPECT_EQ(ask([&](const Reading& r) { return r.members_of(family); }).size(), 1U);
    add({withdrawn("w2", named("f2"))});
    EXPECT_TRUE(ask([&](const Reading& r) { return r.members_of(family); }).empty());
}

TEST_F(People, no_longer_live_at_a_withdrawn_or_corrected_address) {
    const auto at = [](std::string_view name, std::string lines, std::string_view corrects = {}) {
        AddressLivedAt body;
        body.lines = std::move(lines);
        body.from = start;
        return draft(name, {someone("Mair")}, body, corrects);
    };
    const auto right = at("ad2", "5 Maes-y-coed", "ad");
    add({at("ad", "3 Maes-y-coed"), right});
    const auto addresses = [](const Reading& r) { return r.addresses_of(someone("Mair")); };
    ASSERT_EQ(ask(addresses).size(), 1U);
    EXPECT_EQ(ask(addresses)[0].lines, "5 Maes-y-coed");
    add({withdrawn("w", right)});
    EXPECT_TRUE(ask(addresses).empty());
}

// ---- visits and meetings -----------------------------------------------------------------------

using Visits = Projected;

TEST_F(Visits, are_one_row_a_child_and_a_correction_replaces_them_all) {
    add({visit("v", {"Mair", "Gwilym"})});
    EXPECT_EQ(lines_of("visit").size(), 2U);
    add({visit("v2", {"Mair"}, "v")});
    ASSERT_EQ(lines_of("visit").size(), 1U);
    EXPECT_TRUE(lines_of("visit")[0].starts_with(base::to_text(entry_named("v2"))));
    EXPECT_NE(
        lines_of("visit")[0].find("made\t20759\thome\tnot_recorded\tyes\tyes\tno\t\tcomplete"),
        std::string::npos)
        << lines_of("visit")[0];
}

TEST_F(Visits, are_written_up_whichever_version_the_account_names) {
    const auto written = [](std::string_view name) {
        return draft(name, {someone("Mair")},
                     VisitWrittenUp{base::EntryId{entry_named("v")}, {}, "The whole account"});
    };
    const auto complete = [&] {
        return lines_of("visit").at(0).find("complete") != std::string::npos;
    };
    add({visit("v", {"Mair"}, {}, WriteUp::to_follow)});
    EXPECT_FALSE(complete());
    add({written("u")});
    EXPECT_TRUE(complete());
    add({visit("v2", {"Mair"}, "v", WriteUp::to_follow)});
    EXPECT_TRUE(complete());
    add({withdrawn("w", written("u"))});
    EXPECT_FALSE(complete());
    add({written("u2")});
    EXPECT_TRUE(complete());
}

TEST_F(Visits, attempted_are_told_apart_and_can_be_withdrawn) {
    VisitAttempted body;
    body.on = start;
    body.because = AttemptFailed::refused_entry;
    body.children = {base::PersonId{someone("Mair")}, base::PersonId{someone("Gwilym")}};
    const auto attempt = draft("at", {someone("Mair"), someone("Gwilym")}, body);
    add({attempt});
    ASSERT_EQ(lines_of("visit").size(), 2U);
    EXPECT_NE(lines_of("visit")[0].find("attempted"), std::string::npos);
    EXPECT_NE(lines_of("visit")[0].find("refused_entry"), std::string::npos);
    add({withdrawn("w", attempt)});
    EXPECT_TRUE(lines_of("visit").empty());
}

TEST_F(Visits, and_meetings_name_every_child_they_were_about) {
    add({draft("c", {someone("Mair"), someone("Gwilym")},
               ConferenceHeld{ConferenceType::transfer_in, start}),
         draft("g", {someone("Mair")}, CoreGroupMet{start})});
    EXPECT_EQ(lines_of("meeting").size(), 3U);
    add({draft("g2", {someone("Mair")}, CoreGroupMet{start.plus_days(1)}, "g")});
    EXPECT_EQ(lines_of("meeting").size(), 3U);
}

// ---- from a strategy discussion to a conference ----------------------------------------------

class Enquiries : public Projected {
  protected:
    std::vector<StrategyDiscussionRow> discussions_of(std::string_view child) {
        return ask([&](const Reading& r) { return r.discussions_of(someone(child)); });
    }
    std::vector<EnquiryRow> enquiries_of(std::string_view child) {
        return ask([&](const Reading& r) { return r.enquiries_of(someone(child)); });
    }
};

TEST_F(Enquiries, a_discussion_has_a_row_for_each_child_and_says_whether_the_police_came) {
    add({discussion("d", {"Mair", "Gwilym"}, start, Came::sent_apologies)});
    ASSERT_EQ(discussions_of("Gwilym").size(), 1U);
    const auto row = discussions_of("Mair").at(0);
    EXPECT_EQ(row.childrens_services, "attended");
    EXPECT_EQ(row.police, "sent_apologies");
    EXPECT_EQ(row.threshold, "met");
    EXPECT_EQ(row.enquiry, "jointly_with_police");
    EXPECT_FALSE(row.accepted_day);
}

TEST_F(Enquiries, an_acceptance_stays_when_the_discussion_is_put_right_and_goes_when_withdrawn) {
    const auto accepted =
        draft("a", {someone("Mair")},
              InternalMeetingAccepted{base::EntryId{entry_named("d")}, start.plus_days(1), "why"});
    add({discussion("d", {"Mair"}, start, Came::did_not_come), accepted,
         discussion("d2", {"Mair"}, start.plus_days(-1), Came::did_not_come, "d")});
    ASSERT_EQ(discussions_of("Mair").size(), 1U);
    EXPECT_EQ(discussions_of("Mair")[0].entry, entry_named("d2"));
    EXPECT_EQ(discussions_of("Mair")[0].accepted_day, start.plus_days(1).day_number());
    add({withdrawn("w", accepted)});
    EXPECT_FALSE(discussions_of("Mair").at(0).accepted_day);
}

TEST_F(Enquiries, a_conclusion_ends_the_enquiry_of_the_children_it_names) {
    add({discussion("d", {"Mair", "Gwilym"}, start), enquiry("e", {"Mair", "Gwilym"}, "d", start),
         concluded("c", "Mair", "e", start.plus_days(5),
                   Determination::substantiated_continuing_risk)});
    EXPECT_EQ(enquiries_of("Mair").at(0).concluded_day, start.plus_days(5).day_number());
    EXPECT_EQ(enquiries_of("Mair").at(0).determination, "substantiated_continuing_risk");
    EXPECT_FALSE(enquiries_of("Gwilym").at(0).concluded_day);
}

TEST_F(Enquiries, a_withdrawn_conclusion_opens_the_enquiry_again) {
    const auto conclusion = concluded("c", "Mair", "e", start, Determination::not_substantiated);
    add({discussion("d", {"Mair"}, start), enquiry("e", {"Mair"}, "d", start), conclusion,
         withdrawn("w", conclusion)});
    EXPECT_FALSE(enquiries_of("Mair").at(0).concluded_day);
    EXPECT_EQ(enquiries_of("Mair").at(0).determination, "");
}

TEST_F(Enquiries, a_corrected_conclusion_is_the_one_believed) {
    add({discussion("d", {"Mair"}, start), enquiry("e", {"Mair"}, "d", start),
         concluded("c", "Mair", "e", start, Determination::not_substantiated),
         concluded("c2", "Mair", "e", start.plus_days(1),
                   Determination::substantiated_not_continuing_risk, "c"),
         enquiry("e2", {"Mair"}, "d", start.plus_days(-1), "e")});
    ASSERT_EQ(enquiries_of("Mair").size(), 1U);
    EXPECT_EQ(enquiries_of("Mair")[0].determination, "substantiated_not_continuing_risk");
    EXPECT_EQ(enquiries_of("Mair")[0].on_day, start.plus_days(-1).day_number());
}

TEST_F(Enquiries, a_withdrawn_booking_is_gone) {
    const auto booked = booking("b", {"Mair", "Gwilym"}, start);
    add({booked});
    EXPECT_EQ(lines_of("conference_booked").size(), 2U);
    add({withdrawn("w", booked)});
    EXPECT_TRUE(lines_of("conference_booked").empty());
}

TEST_F(Visits, of_a_kind_from_a_newer_program_are_kept_and_passed_over) {
    Draft newer = visit("n", {"Mair"});
    newer.kind = "visit.by-hologram";
    newer.body = R"({"anything":1})";
    add({newer, visit("v", {"Mair"})});
    EXPECT_EQ(lines_of("visit").size(), 1U);
}

} // namespace
} // namespace gweld::made_up
