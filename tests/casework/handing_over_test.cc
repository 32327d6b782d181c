// Whoever the front door hands on stays in sight until somebody has the child or a manager says why
// nobody has to.
#include "casework/handing_over.h"

#include "casework/alerts.h"
#include "casework/allocation.h"
#include "casework/enquiry_register.h"
#include "front_door.h"

#include <algorithm>

namespace gweld::casework {
namespace {

using record::AlertOf;

class HandingOver : public FrontDoorWork {
  protected:
    // Two children nobody knew, decided so.
    ContactId decided_as(ContactOutcome outcome) {
        const auto contact = came_in("c", about({"Leo Hartley", "Mia Hartley"}));
        EXPECT_TRUE(decide(contact, outcome, "decide", {1, 2}).ok());
        return contact;
    }
    HandedOnList list() { return *handed_on(office, 0, 10).value(); }
    std::vector<std::string> names() {
        std::vector<std::string> all;
        for (const auto& one : list().page) {
            all.push_back(one.person->forename + " " + one.row.lacks);
        }
        return all;
    }
    PersonId child_of(ContactId contact, std::size_t at) {
        return PersonId{*open(contact).children.at(at).row.person};
    }
    base::Result<Recorded, AllocationRefused> allocate_to_huw(PersonId child,
                                                              const std::string& key) {
        return allocate(office, rhian(), {child, thing("huw"), office.today()}, {key, {}});
    }
    ContactAnswer nobody_has_to(ContactId contact, int nth, const access::Viewer& who,
                                const std::string& because = "The aunt has them") {
        return let_go(office, who, {contact, nth, because}, saw("let go " + who.name, contact));
    }
    std::vector<Alert> alerts_to(const access::Viewer& who) {
        return alerts_for(office, who).value().to_answer;
    }
    static const Alert* find(const std::vector<Alert>& list, AlertOf what) {
        const auto found = std::ranges::find(list, what, &Alert::what);
        return found == list.end() ? nullptr : &*found;
    }
};

TEST_F(HandingOver, a_referral_leaves_the_list_child_by_child_as_they_are_allocated) {
    EXPECT_EQ(list().all, 0U);
    const auto contact = decided_as(ContactOutcome::referral);
    EXPECT_EQ(names(), (std::vector<std::string>{"Leo worker", "Mia worker"}));
    EXPECT_EQ(list().of_harm, 0U);
    // A manager who never held them can open the record and allocate.
    ASSERT_TRUE(allocate_to_huw(child_of(contact, 0), "a1").ok());
    EXPECT_EQ(names(), (std::vector<std::string>{"Mia worker"}));
    EXPECT_TRUE(open(contact).children.at(0).lacks.empty());
    EXPECT_EQ(open(contact).children.at(1).lacks, "worker");
}

TEST_F(HandingOver, possible_harm_stands_first_and_longer_ago_before_later) {
    const auto referral = decided_as(ContactOutcome::referral);
    clock.moment += std::chrono::days{1};
    auto harm = about({"Ifan Puw"});
    harm.harm = record::SignificantHarm::possible;
    const auto second = came_in("h", harm);
    ASSERT_TRUE(decide(second, ContactOutcome::strategy_discussion, "d2", {1}).ok());
    EXPECT_EQ(names(),
              (std::vector<std::string>{"Ifan worker_and_discussion", "Leo worker", "Mia worker"}));
    EXPECT_EQ(list().of_harm, 1U);
    EXPECT_EQ(list().page.at(1).days, 1);
    EXPECT_EQ(handed_on(office, 1, 1).value()->page.size(), 1U);
    EXPECT_EQ(handed_on(office, 9, 9).value()->page.size(), 0U);
    EXPECT_NE(referral.uuid, second.uuid);
}

TEST_F(HandingOver, only_a_manager_lets_a_child_go_and_always_says_why) {
    const auto contact = decided_as(ContactOutcome::referral);
    const auto by_duty = nobody_has_to(contact, 1, gwyn());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(by_duty.error()));
    EXPECT_EQ(nonsense(nobody_has_to(contact, 1, rhian(), "")), ContactNonsense::no_reason);
    EXPECT_EQ(nonsense(nobody_has_to(contact, 3, rhian())), ContactNonsense::no_such_place);
    ASSERT_TRUE(nobody_has_to(contact, 1, rhian()).ok());
    EXPECT_EQ(names(), (std::vector<std::string>{"Mia worker"}));
    EXPECT_EQ(open(contact).children.at(0).let_go_because, "The aunt has them");
    EXPECT_EQ(nonsense(nobody_has_to(contact, 1, elin())), ContactNonsense::nobody_is_waited_for);
}

TEST_F(HandingOver, of_two_managers_at_once_one_is_shown_what_the_other_did) {
    const auto contact = decided_as(ContactOutcome::referral);
    const auto seen_by_both = saw("rhian", contact);
    ASSERT_TRUE(let_go(office, rhian(), {contact, 1, "The aunt has them"}, seen_by_both).ok());
    EXPECT_TRUE(let_go(office, rhian(), {contact, 1, "The aunt has them"}, seen_by_both).ok())
        << "a second press";
    auto late = seen_by_both;
    late.idempotency_key = "elin";
    const auto second = let_go(office, elin(), {contact, 1, "Moved to England"}, late);
    EXPECT_TRUE(std::holds_alternative<SomebodyWasQuicker>(second.error()));
    EXPECT_EQ(open(contact).children.at(0).let_go_because, "The aunt has them");
}

TEST_F(HandingOver, nobody_is_let_go_of_a_contact_that_handed_nobody_on) {
    const auto contact = came_in("c", about({"Leo Hartley"}));
    ASSERT_TRUE(decide(contact, ContactOutcome::referral, "d", {1}).ok());
    ASSERT_TRUE(allocate_to_huw(child_of(contact, 0), "a").ok());
    EXPECT_EQ(nonsense(nobody_has_to(contact, 1, rhian())), ContactNonsense::nobody_is_waited_for);
}

TEST_F(HandingOver, a_referral_without_a_worker_is_dutys_alert_and_climbs_to_every_manager) {
    const auto contact = decided_as(ContactOutcome::referral);
    const auto first = alerts_to(gwyn());
    const auto* alert = find(first, AlertOf::handed_to_nobody);
    ASSERT_NE(alert, nullptr);
    EXPECT_EQ(alert->subject, contact.uuid);
    EXPECT_EQ(alert->rung, Rung::worker);
    EXPECT_EQ(find(alerts_to(rhian()), AlertOf::handed_to_nobody), nullptr);
    clock.moment += std::chrono::days{2};
    EXPECT_NE(find(alerts_to(rhian()), AlertOf::handed_to_nobody), nullptr);
    EXPECT_EQ(std::ranges::count(alerts_to(rhian()), AlertOf::handed_to_nobody, &Alert::what), 1)
        << "one for the contact, not one for each child";
    ASSERT_TRUE(nobody_has_to(contact, 1, rhian()).ok());
    ASSERT_TRUE(allocate_to_huw(child_of(contact, 1), "a").ok());
    EXPECT_EQ(find(alerts_to(rhian()), AlertOf::handed_to_nobody), nullptr);
}

TEST_F(HandingOver, where_harm_was_possible_the_manager_is_told_at_once) {
    const auto waiting = [&] {
        auto harm = about({"Ifan Puw"});
        harm.harm = record::SignificantHarm::possible;
        return came_in("h", harm);
    }();
    EXPECT_NE(find(alerts_to(rhian()), AlertOf::contact_of_harm), nullptr) << "not decided";
    ASSERT_TRUE(decide(waiting, ContactOutcome::strategy_discussion, "d", {1}).ok());
    EXPECT_NE(find(alerts_to(rhian()), AlertOf::handed_to_nobody), nullptr);
}

TEST_F(HandingOver, a_discussion_decided_on_and_not_held_is_missing_on_the_register_of_enquiries) {
    const auto contact = decided_as(ContactOutcome::strategy_discussion);
    const auto missing = [&] {
        return register_of_enquiries(office, rhian(), today_there, today_there, 10)
            .value()
            ->missing;
    };
    ASSERT_EQ(missing().size(), 2U);
    EXPECT_EQ(missing().front().what, Missing::discussion);
    EXPECT_EQ(missing().front().since, today_there);
    // Given to Huw, who is of North: still no discussion.
    ASSERT_TRUE(allocate_to_huw(child_of(contact, 0), "a").ok());
    EXPECT_EQ(names(), (std::vector<std::string>{"Leo discussion", "Mia worker_and_discussion"}));
    EXPECT_EQ(missing().size(), 2U);
    EXPECT_NE(find(alerts_for(office, rhian()).value().below, AlertOf::no_discussion), nullptr);
}

TEST_F(HandingOver, the_age_that_was_said_stays_with_a_child_whose_birthday_nobody_knows) {
    auto girl = about({"Unknown girl"});
    girl.children.front().age = "about 3";
    const auto contact = came_in("g", girl);
    ASSERT_TRUE(decide(contact, ContactOutcome::referral, "d", {1}).ok());
    const auto child = child_of(contact, 0);
    std::optional<AgeAsGiven> given;
    ASSERT_TRUE(
        store->read([&](const record::Reading& r) { given = read_facts(r, child).age_as_given; })
            .ok());
    ASSERT_TRUE(given);
    EXPECT_EQ(given->age, "about 3");
    EXPECT_EQ(given->on, today_there);
    EXPECT_EQ(list().page.front().age_as_given, "about 3");
}

} // namespace
} // namespace gweld::casework
