// Alerts: worked out from the record, answered by somebody, climbing when nobody does.
#include "casework/alerts.h"

#include "casework/contacts.h"
#include "casework/visits.h"
#include "enquiring_office.h"

#include <algorithm>

namespace gweld::casework {
namespace {

using record::AlertOf;

// Ffion and Bedwyr of the small office are on the register and not seen; today is Tuesday 24
// November 2026.
class AlertsOf : public Enquiries {
  protected:
    Alerts alerts(const access::Viewer& viewer) {
        auto read = alerts_for(office, viewer);
        EXPECT_TRUE(read.ok());
        return std::move(read).value();
    }
    static const Alert* find(const std::vector<Alert>& list, AlertOf what, std::string_view whom) {
        const auto found = std::ranges::find_if(list, [&](const Alert& alert) {
            return alert.what == what && alert.subject == thing(whom);
        });
        return found == list.end() ? nullptr : &*found;
    }
    Saw press(const Alert& alert) {
        return {"press " + std::to_string(++presses_), {{alert.subject, alert.version}}};
    }
    void today_is(unsigned day, std::chrono::month month = std::chrono::November) {
        clock.moment =
            time::at_wall_time_in_wales(time::day(day, month, 2026), std::chrono::hours{9});
    }
    static std::optional<AlertNonsense> nonsense(const AlertAnswer& answer) {
        const auto* why = answer.ok() ? nullptr : std::get_if<AlertNonsense>(&answer.error());
        return why == nullptr ? std::nullopt : std::optional{*why};
    }

  private:
    int presses_ = 0;
};

TEST_F(AlertsOf, a_child_not_seen_in_time_is_the_workers_for_a_day_then_the_managers) {
    today_is(18); // due on Tuesday 17 November
    const auto first = alerts(catrin());
    const auto* hers = find(first.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(hers, nullptr);
    EXPECT_EQ(hers->since, november(18));
    EXPECT_EQ(hers->rung, Rung::worker);
    EXPECT_EQ(hers->climbs_after, november(19));
    EXPECT_EQ(hers->first_with, "Catrin Hughes");
    EXPECT_NE(find(alerts(rhian()).below, AlertOf::not_seen_alone, "ffion"), nullptr);

    today_is(20);
    const auto second = alerts(rhian());
    const auto* now = find(second.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(now, nullptr);
    EXPECT_EQ(now->climbs_after, november(23)) << "two working days over a weekend";
    EXPECT_NE(find(alerts(eleri()).below, AlertOf::not_seen_alone, "ffion"), nullptr);

    today_is(24);
    EXPECT_NE(find(alerts(eleri()).to_answer, AlertOf::not_seen_alone, "ffion"), nullptr);
    EXPECT_NE(find(alerts(catrin()).to_answer, AlertOf::not_seen_alone, "ffion"), nullptr)
        << "it climbs and leaves nobody";
}

TEST_F(AlertsOf, an_answer_quiets_it_until_its_day_and_keeps_who_and_what) {
    today_is(18);
    const auto before = alerts(catrin());
    const auto* alert = find(before.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(alert, nullptr);
    ASSERT_TRUE(note_seen(office, catrin(), *alert, press(*alert)).ok());
    EXPECT_NE(find(alerts(catrin()).to_answer, AlertOf::not_seen_alone, "ffion"), nullptr)
        << "seen is not answered";
    const auto seen = alerts(catrin());
    const auto* again = find(seen.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_TRUE(answer_alert(office, catrin(), *again, "Visit booked for Friday", november(20),
                             press(*again))
                    .ok());
    const auto after = alerts(rhian());
    const auto* quiet = find(after.quiet, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(quiet, nullptr);
    ASSERT_EQ(quiet->steps.size(), 2U);
    EXPECT_TRUE(quiet->steps[0].did.empty());
    EXPECT_EQ(quiet->steps[1].did, "Visit booked for Friday");
    EXPECT_EQ(quiet->steps[1].by.name, "Catrin Hughes");
    EXPECT_EQ(quiet->quiet_until, november(20));

    today_is(20); // asked again, of whoever answered
    EXPECT_NE(find(alerts(catrin()).to_answer, AlertOf::not_seen_alone, "ffion"), nullptr);
    EXPECT_NE(find(alerts(rhian()).below, AlertOf::not_seen_alone, "ffion"), nullptr);
    today_is(24);
    EXPECT_NE(find(alerts(rhian()).to_answer, AlertOf::not_seen_alone, "ffion"), nullptr);
}

TEST_F(AlertsOf, an_answer_from_below_puts_nothing_off_for_whom_it_has_reached) {
    today_is(24); // with the head of service since Monday
    const auto before = alerts(catrin());
    const auto* alert = find(before.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(alert, nullptr);
    const auto december = time::day(8, std::chrono::December, 2026);
    ASSERT_TRUE(
        answer_alert(office, catrin(), *alert, "Called, nobody in", december, press(*alert)).ok());
    const auto after = alerts(eleri());
    const auto* still = find(after.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(still, nullptr);
    EXPECT_EQ(still->steps.back().did, "Called, nobody in");
    EXPECT_EQ(still->rung, Rung::head_of_service);
}

TEST_F(AlertsOf, the_managers_answer_comes_back_to_the_manager) {
    today_is(20);
    const auto before = alerts(rhian());
    const auto* alert = find(before.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(alert, nullptr);
    ASSERT_TRUE(answer_alert(office, rhian(), *alert, "Moved to another worker", november(23),
                             press(*alert))
                    .ok());
    today_is(23);
    const auto* again = find(alerts(rhian()).to_answer, AlertOf::not_seen_alone, "ffion");
    EXPECT_NE(again, nullptr);
}

TEST_F(AlertsOf, doing_what_was_missing_ends_it) {
    ASSERT_NE(find(alerts(catrin()).to_answer, AlertOf::not_seen_alone, "ffion"), nullptr);
    record::VisitMade visit;
    visit.on = november(24);
    visit.place = record::Place::home;
    visit.account = "Seen";
    visit.children = {
        {child("ffion"), record::Answer::yes, record::Answer::yes, record::Answer::yes, "", ""}};
    ASSERT_TRUE(record_visit(office, catrin(), visit, saw({"ffion"})).ok());
    const auto after = alerts(catrin());
    for (const auto* list : {&after.to_answer, &after.below, &after.quiet}) {
        EXPECT_EQ(find(*list, AlertOf::not_seen_alone, "ffion"), nullptr);
    }
}

TEST_F(AlertsOf, a_step_that_is_missing_is_one) {
    discussed({"nia"}, november(20));
    const auto* alert = find(alerts(catrin()).to_answer, AlertOf::no_enquiry, "nia");
    EXPECT_NE(alert, nullptr);
    EXPECT_EQ(find(alerts(stranger()).to_answer, AlertOf::no_enquiry, "nia"), nullptr);
}

TEST_F(AlertsOf, a_contact_of_possible_harm_is_the_front_doors_until_it_is_decided) {
    record::ContactReceived contact;
    contact.on = november(24);
    contact.at = "08:35";
    contact.source = record::ContactSource::nursery;
    contact.organisation = "Meithrin y Bont";
    contact.referrer = "Non Evans";
    contact.harm = record::SignificantHarm::possible;
    contact.worry = "A burn on her hand";
    contact.children = {{std::nullopt, "Mia Farr", std::nullopt, "about 3", {}, "", ""}};
    const access::Viewer duty{"gwyn", thing("gwyn"), "Gwyn Owen", record::Role::duty_worker, {},
                              ""};
    ASSERT_TRUE(record_contact(office, duty, contact, {"a contact", {}}).ok());
    const auto id = contact_of_key("a contact");
    const auto of_harm = [&](const std::vector<Alert>& list) {
        return std::ranges::any_of(list, [&](const Alert& alert) {
            return alert.what == AlertOf::contact_of_harm && alert.subject == id.uuid;
        });
    };
    EXPECT_TRUE(of_harm(alerts(duty).to_answer));
    EXPECT_TRUE(of_harm(alerts(rhian()).to_answer)) << "harm does not wait a day for a manager";
    EXPECT_FALSE(of_harm(alerts(catrin()).to_answer)) << "a social worker has no front door";
    Decide decide{id, record::ContactOutcome::advice, "Told how to treat it", {}, {}};
    ASSERT_TRUE(decide_contact(office, duty, decide, {"decided", {}}).ok());
    EXPECT_FALSE(of_harm(alerts(duty).to_answer));
}

TEST_F(AlertsOf, a_plan_nobody_co_ordinates_is_the_head_of_services_at_once) {
    today_is(3); // the day after both were placed on the register
    for (const auto& who : {rhian(), eleri()}) {
        const auto found = alerts(who);
        const auto* alert = find(found.to_answer, AlertOf::no_coordinator, "ffion");
        ASSERT_NE(alert, nullptr) << who.name;
        EXPECT_EQ(alert->rung, Rung::head_of_service);
        EXPECT_EQ(alert->climbs_after, std::nullopt);
    }
    EXPECT_EQ(find(alerts(stranger()).to_answer, AlertOf::no_coordinator, "ffion"), nullptr);
}

TEST_F(AlertsOf, an_answer_has_words_and_a_day_that_is_near) {
    const auto before = alerts(catrin());
    const auto* alert = find(before.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(alert, nullptr);
    const auto answer = [&](const std::string& did, CivilDate again) {
        return nonsense(answer_alert(office, catrin(), *alert, did, again, press(*alert)));
    };
    const auto december = [](unsigned day) { return time::day(day, std::chrono::December, 2026); };
    EXPECT_EQ(answer("", november(25)), AlertNonsense::nothing_said);
    EXPECT_EQ(answer("Done", november(24)), AlertNonsense::again_in_the_past);
    EXPECT_EQ(answer("Done", december(9)), AlertNonsense::again_too_late);
    EXPECT_EQ(answer("Done", december(8)), std::nullopt);
}

TEST_F(AlertsOf, nobody_answers_for_a_child_who_is_not_theirs) {
    const auto before = alerts(catrin());
    const auto* alert = find(before.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(alert, nullptr);
    const auto refused =
        answer_alert(office, stranger(), *alert, "Done", november(25), press(*alert));
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(refused.error()));
    EXPECT_FALSE(all_looks().back().allowed);
}

TEST_F(AlertsOf, two_answers_at_once_are_told_of_each_other) {
    const auto before = alerts(catrin());
    const auto* alert = find(before.to_answer, AlertOf::not_seen_alone, "ffion");
    ASSERT_NE(alert, nullptr);
    ASSERT_TRUE(
        answer_alert(office, rhian(), *alert, "Rang her", november(25), press(*alert)).ok());
    const auto late =
        answer_alert(office, catrin(), *alert, "Visit booked", november(26), press(*alert));
    ASSERT_FALSE(late.ok());
    EXPECT_TRUE(std::holds_alternative<SomebodyWasQuicker>(late.error()));
}

} // namespace
} // namespace gweld::casework
