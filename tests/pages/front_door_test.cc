// The front door asked as a browser asks: record, take, wait, match, decide, and who may.
#include "casework/contacts.h"
#include "small_site.h"

namespace gweld::web::pages {
namespace {

using casework::thing;

class FrontDoorPages : public SmallSite {
  protected:
    static std::vector<Field> typed() {
        return {{"key", "one-press"},
                {"on-day", "24"},
                {"on-month", "11"},
                {"on-year", "2026"},
                {"at", "8.35"},
                {"channel", "telephone"},
                {"source", "nursery"},
                {"organisation", "Meithrin y Bont"},
                {"referrer", "Non Evans"},
                {"children", "1"},
                {"child-1-name", "Mia Farr"},
                {"worry", "Not collected until twenty to seven."},
                {"language", "en"},
                {"harm", "not_suspected"}};
    }
    static void set(std::vector<Field>& form, std::string_view name, std::string value) {
        const auto field = std::ranges::find(form, name, &Field::name);
        if (field == form.end()) {
            form.push_back({std::string{name}, std::move(value)});
        } else {
            field->value = std::move(value);
        }
    }
    static base::Uuid id() { return casework::contact_of_key("one-press").uuid; }
    static std::string contact(std::string_view then = "") {
        return "/contact/" + base::to_text(id()) + std::string{then};
    }
    // The contact typed above, and its page.
    std::string recorded(std::vector<Field> form = typed()) {
        const auto answer = post(duty(), "/front-door/new", std::move(form));
        EXPECT_EQ(answer.status, 303);
        return contact();
    }
    std::string version_now() {
        std::int64_t version = 0;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { version = r.version_of(id()); }).ok());
        return base::to_text(id()) + ":" + std::to_string(version);
    }
    std::vector<Field> with_saw(std::vector<Field> form, std::string key) {
        form.push_back({"key", std::move(key)});
        form.push_back({"saw", version_now()});
        return form;
    }
    Answered take(const access::Viewer& who) {
        return post(who, contact("/take"), with_saw({}, "take " + who.name));
    }
    std::string outcome() {
        std::string now;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            const auto row = r.contact(id());
                            now = row ? row->outcome : "not there";
                        })
                        .ok());
        return now;
    }
};

TEST_F(FrontDoorPages, a_duty_worker_lands_at_the_front_door_and_a_social_worker_does_not_see_it) {
    EXPECT_EQ(get(duty(), "/").location, "/front-door");
    EXPECT_TRUE(get(duty(), "/front-door").says("No contact is waiting for a decision."));
    EXPECT_EQ(get(catrin(), "/front-door").status, 404);
    EXPECT_EQ(get(catrin(), "/front-door/new").status, 404);
    EXPECT_EQ(post(catrin(), "/front-door/new", typed()).status, 404);
    EXPECT_FALSE(get(catrin(), "/work").says("Front door"));
    EXPECT_EQ(get(rhian(), "/front-door").status, 200);
    EXPECT_EQ(get(head(), "/front-door/new").status, 404);
}

TEST_F(FrontDoorPages, what_is_recorded_waits_on_the_board_and_is_accounted_for) {
    recorded();
    const auto page = get(duty(), "/front-door");
    EXPECT_TRUE(page.says("1 contact is waiting for a decision."));
    EXPECT_TRUE(page.says("Nobody has picked up 1 of them."));
    EXPECT_TRUE(page.says("Mia Farr"));
    EXPECT_TRUE(page.says("Not collected until twenty to seven."));
    EXPECT_TRUE(page.says("Meithrin y Bont"));
    EXPECT_TRUE(page.says("Decide by Wednesday 25 November 2026"));
    EXPECT_TRUE(page.says("Everything that came in is accounted for"));
    EXPECT_TRUE(page.says("1 received today"));
    EXPECT_TRUE(page.says("Telephone 1"));
    EXPECT_TRUE(get(duty(), "/front-door?show=mine").says("No contact is here."));
    EXPECT_TRUE(get(duty(), "/front-door?show=nobody").says("Mia Farr"));
}

TEST_F(FrontDoorPages, the_board_and_a_contact_are_told_in_welsh) {
    recorded();
    const auto page = get(duty(), "/cy/front-door");
    EXPECT_TRUE(page.says("Y drws ffrynt"));
    EXPECT_TRUE(page.says("Mae 1 cyswllt yn aros am benderfyniad."));
    EXPECT_TRUE(page.says("Mae cyfrif am bopeth a ddaeth i mewn"));
    const auto one = get(duty(), "/cy" + contact());
    EXPECT_TRUE(one.says("Yn aros am benderfyniad."));
    EXPECT_TRUE(get(duty(), "/cy/front-door/new").says("Cofnodi cyswllt newydd"));
}

TEST_F(FrontDoorPages, an_account_that_does_not_add_up_is_said_plainly) {
    record::ContactReceived tomorrow; // no page records this
    tomorrow.contact = casework::contact_of_key("tomorrow");
    tomorrow.on = office.today().next_day();
    tomorrow.children.resize(1);
    put(tomorrow, {tomorrow.contact.uuid}, office.today());
    const auto page = get(duty(), "/front-door");
    EXPECT_TRUE(page.says("This account does not add up"));
    EXPECT_FALSE(page.says("Everything that came in is accounted for"));
}

TEST_F(FrontDoorPages, another_child_is_one_more_block_with_everything_typed_kept) {
    auto form = typed();
    form.push_back({"add", "child"});
    const auto page = post(duty(), "/front-door/new", form);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("name=\"child-2-name\""));
    EXPECT_TRUE(page.says("name=\"children\" value=\"2\""));
    EXPECT_TRUE(page.says("value=\"Mia Farr\""));
    EXPECT_TRUE(page.says("Not collected until twenty to seven."));
    EXPECT_TRUE(page.says("value=\"one-press\""));
    set(form, "children", "40");
    EXPECT_EQ(post(duty(), "/front-door/new", form).status, 422);
    EXPECT_EQ(outcome(), "not there");
}

TEST_F(FrontDoorPages, what_cannot_be_taken_comes_back_with_every_word_and_a_sentence_each) {
    auto form = typed();
    set(form, "on-day", "25");
    set(form, "at", "half past");
    set(form, "referrer", "");
    set(form, "child-1-name", "");
    set(form, "harm", "");
    const auto page = post(duty(), "/front-door/new", form);
    EXPECT_EQ(page.status, 422);
    for (const auto* link : {"#on-day", "#at", "#referrer", "#child-1-name", "#harm"}) {
        EXPECT_TRUE(page.says("href=\"" + std::string{link} + "\"")) << link;
    }
    EXPECT_TRUE(page.says("value=\"half past\""));
    EXPECT_TRUE(page.says("Not collected until twenty to seven."));
    EXPECT_TRUE(post(duty(), "/cy/front-door/new", form).says("Mae problem"));
    EXPECT_EQ(outcome(), "not there");
}

TEST_F(FrontDoorPages, a_later_hour_of_today_is_refused_beside_its_question) {
    auto form = typed();
    set(form, "at", "23:59");
    const auto page = post(duty(), "/front-door/new", form);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("The contact cannot have come in later than now"));
}

TEST_F(FrontDoorPages, a_child_known_by_number_is_known_from_the_start) {
    auto form = typed();
    set(form, "child-1-number", "ffion");
    recorded(form);
    EXPECT_TRUE(get(duty(), contact()).says("Known to us as Ffion Davies."));
    EXPECT_EQ(get(catrin(), contact()).status, 200); // allocated to her
    EXPECT_EQ(get(stranger(), contact()).status, 404);
    set(form, "child-1-number", "nobody");
    set(form, "key", "another");
    EXPECT_TRUE(post(duty(), "/front-door/new", form).says("Nobody has this record number"));
}

TEST_F(FrontDoorPages, a_second_press_records_one_contact) {
    recorded();
    EXPECT_EQ(post(duty(), "/front-door/new", typed()).status, 303);
    auto form = typed();
    set(form, "worry", "Something else altogether.");
    const auto page = post(duty(), "/front-door/new", form);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.says("Something else altogether."));
    EXPECT_FALSE(page.says("value=\"one-press\""));
}

TEST_F(FrontDoorPages, a_contact_is_taken_from_the_board_and_the_slower_is_told) {
    recorded();
    const auto early = version_now();
    EXPECT_EQ(post(duty(), "/front-door/take", {{"take", early}}).status, 303);
    EXPECT_TRUE(get(duty(), contact()).says("Gwyn Owen has it."));
    const auto late = post(rhian(), "/front-door/take", {{"take", early}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("Gwyn Owen took it"));
    EXPECT_EQ(post(duty(), "/front-door/take", {{"take", "nonsense"}}).status, 404);
    EXPECT_EQ(post(catrin(), "/front-door/take", {{"take", version_now()}}).status, 404);
}

TEST_F(FrontDoorPages, it_waits_for_somebody_until_a_day_and_longer_only_with_a_manager) {
    recorded();
    EXPECT_EQ(take(duty()).status, 303);
    const std::vector<Field> waiting{{"waits-for", "Whether she is there today"},
                                     {"from", "Meithrin y Bont"},
                                     {"until-day", "24"},
                                     {"until-month", "11"},
                                     {"until-year", "2026"}};
    EXPECT_TRUE(get(duty(), contact("/wait")).says("It has to wait for somebody"));
    EXPECT_EQ(post(duty(), contact("/wait"), with_saw(waiting, "w1")).status, 303);
    EXPECT_TRUE(get(duty(), contact()).says("It waits for Meithrin y Bont until"));
    const auto refused = post(duty(), contact("/wait"), with_saw(waiting, "w2"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Only a team manager or the head of service"));
    EXPECT_TRUE(refused.says("Whether she is there today"));
    auto longer = waiting;
    longer.push_back({"because", "The nursery is shut"});
    EXPECT_EQ(post(rhian(), contact("/wait"), with_saw(longer, "w3")).status, 303);
}

TEST_F(FrontDoorPages, none_is_late_is_not_said_above_one_that_waited_past_its_day) {
    recorded();
    EXPECT_EQ(take(duty()).status, 303);
    const std::vector<Field> waiting{{"waits-for", "Whether she is there today"},
                                     {"from", "Meithrin y Bont"},
                                     {"until-day", "24"},
                                     {"until-month", "11"},
                                     {"until-year", "2026"}};
    EXPECT_EQ(post(duty(), contact("/wait"), with_saw(waiting, "w1")).status, 303);
    EXPECT_TRUE(get(duty(), "/front-door").says("None is late."));
    clock.moment += std::chrono::days{1};
    const auto page = get(duty(), "/front-door");
    EXPECT_TRUE(page.says("1 has waited past the day it was to wait until."));
    EXPECT_FALSE(page.says("None is late."));
}

TEST_F(FrontDoorPages, what_was_decided_today_was_not_decided_0_days_ago) {
    recorded();
    ASSERT_EQ(post(duty(), contact("/decide"),
                   with_saw({{"outcome", "advice"}, {"reason", "Spoke to her mother"}}, "d1"))
                  .status,
              303);
    EXPECT_TRUE(get(duty(), contact()).says("It was decided today."));
    EXPECT_FALSE(get(duty(), contact()).says("0 days ago"));
}

TEST_F(FrontDoorPages, a_possible_match_is_suggested_confirmed_and_taken_back) {
    auto form = typed();
    set(form, "child-1-name", "Ffion Davies");
    recorded(form);
    const auto before = get(duty(), contact());
    EXPECT_TRUE(before.says("Not matched to anybody known."));
    EXPECT_TRUE(before.says("It is the same child"));
    EXPECT_TRUE(before.says("the same name"));
    EXPECT_EQ(
        post(duty(), contact("/match"), with_saw({{"nth", "1"}, {"person", id_of("ffion")}}, "m1"))
            .status,
        303);
    EXPECT_TRUE(get(duty(), contact()).says("Known to us as Ffion Davies."));
    EXPECT_TRUE(get(catrin(), "/child/" + id_of("ffion") + "/timeline")
                    .says("A contact at the front door was found to be about the child"));
    const auto no_reason =
        post(duty(), contact("/unmatch"), with_saw({{"nth", "1"}, {"why", ""}}, "u1"));
    EXPECT_EQ(no_reason.status, 422);
    EXPECT_EQ(
        post(duty(), contact("/unmatch"), with_saw({{"nth", "1"}, {"why", "Another Ffion"}}, "u2"))
            .status,
        303);
    EXPECT_TRUE(get(duty(), contact()).says("Not matched to anybody known."));
}

TEST_F(FrontDoorPages, a_decision_needs_a_reason_and_says_what_is_missing) {
    recorded();
    auto page = post(duty(), contact("/decide"), with_saw({{"outcome", "advice"}}, "d1"));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Say why you decided so"));
    page = post(duty(), contact("/decide"),
                with_saw({{"outcome", "referral"}, {"reason", "Left alone twice"}}, "d2"));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Match every child first"));
    EXPECT_TRUE(page.says("Left alone twice"));
    page = post(duty(), contact("/decide"),
                with_saw({{"outcome", "early_help"}, {"reason", "Wants help"}}, "d3"));
    EXPECT_TRUE(page.says("Early help needs the family’s consent"));
    EXPECT_EQ(post(duty(), contact("/decide"),
                   with_saw({{"outcome", "referral"}, {"reason", "Left alone twice"}, {"new", "1"}},
                            "d4"))
                  .status,
              303);
    EXPECT_EQ(outcome(), "referral");
    const auto after = get(duty(), contact());
    EXPECT_TRUE(after.says("by Gwyn Owen: Referral."));
    EXPECT_TRUE(after.says("Known to us as Mia Farr."));
    EXPECT_TRUE(get(duty(), "/front-door").says("1 decided today"));
}

TEST_F(FrontDoorPages, two_decide_and_the_second_sees_the_first_and_keeps_their_text) {
    recorded();
    const auto second =
        with_saw({{"outcome", "no_further_action"}, {"reason", "My long text"}}, "d2");
    ASSERT_EQ(post(duty(), contact("/decide"),
                   with_saw({{"outcome", "advice"}, {"reason", "Spoke to her mother"}}, "d1"))
                  .status,
              303);
    const auto page = post(rhian(), contact("/decide"), second);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.says("This contact is decided already"));
    EXPECT_TRUE(page.says("Gwyn Owen decided it"));
    EXPECT_TRUE(page.says("Information and advice."));
    EXPECT_TRUE(page.says("Spoke to her mother"));
    EXPECT_TRUE(page.says("My long text"));
    EXPECT_TRUE(page.says("href=\"" + contact() + "\""));
    EXPECT_FALSE(page.says("Save the decision")); // asking again would lead nowhere
    EXPECT_TRUE(get(rhian(), contact("/decide")).says("Gwyn Owen decided it"));
    EXPECT_EQ(outcome(), "advice");
}

TEST_F(FrontDoorPages, what_the_family_said_to_early_help_is_kept_whatever_was_decided) {
    recorded();
    ASSERT_EQ(
        post(duty(), contact("/decide"),
             with_saw(
                 {{"outcome", "advice"}, {"reason", "Told of the group"}, {"consent", "refused"}},
                 "d1"))
            .status,
        303);
    const auto page = get(duty(), contact());
    EXPECT_EQ(times(page.text, "Early help was offered and the family refused."), 2U);
    EXPECT_TRUE(get(duty(), "/cy" + contact()).says("gwrthododd y teulu"));
}

TEST_F(FrontDoorPages, early_help_unanswered_is_not_said_to_have_been_asked_about) {
    recorded();
    ASSERT_EQ(post(duty(), contact("/decide"),
                   with_saw({{"outcome", "advice"}, {"reason", "Told of the group"}}, "d1"))
                  .status,
              303);
    EXPECT_FALSE(get(duty(), contact()).says("early help"));
}

TEST_F(FrontDoorPages, a_contact_is_put_right_and_says_by_whom_and_what_stood_before) {
    recorded();
    const auto form = get(duty(), contact("/correct"));
    EXPECT_EQ(form.status, 200);
    EXPECT_TRUE(form.says("value=\"Mia Farr\""));
    EXPECT_TRUE(form.says("Not collected until twenty to seven."));
    auto right = typed();
    std::erase_if(right, [](const Field& field) { return field.name == "key"; });
    set(right, "child-1-name", "Mia Farrar");
    set(right, "channel", "letter");
    const auto no_why = post(duty(), contact("/correct"), with_saw(right, "c1"));
    EXPECT_EQ(no_why.status, 422);
    EXPECT_TRUE(no_why.says("Say why it is corrected"));
    EXPECT_TRUE(no_why.says("Mia Farrar"));
    set(right, "why", "She spelt it on the phone");
    EXPECT_EQ(post(duty(), contact("/correct"), with_saw(right, "c2")).status, 303);
    const auto page = get(duty(), contact());
    EXPECT_TRUE(page.says("Corrected by Gwyn Owen,"));
    EXPECT_TRUE(page.says("She spelt it on the phone"));
    EXPECT_TRUE(page.says("What stood before:"));
    EXPECT_TRUE(page.says("Telephone"));
    EXPECT_TRUE(page.says("Mia Farrar"));
    EXPECT_TRUE(get(duty(), "/cy" + contact()).says("Cywirwyd gan Gwyn Owen,"));
}

TEST_F(FrontDoorPages, a_correction_keeps_every_child_its_place_and_everything_typed) {
    auto two = typed();
    set(two, "children", "2");
    set(two, "child-2-name", "Leo Farr");
    recorded(two);
    auto right = two;
    std::erase_if(right, [](const Field& field) { return field.name == "key"; });
    set(right, "why", "Typing");
    set(right, "child-2-name", "");
    const auto emptied = post(duty(), contact("/correct"), with_saw(right, "c1"));
    EXPECT_EQ(emptied.status, 422);
    EXPECT_TRUE(emptied.says("href=\"#child-2-name\""));
    set(right, "child-2-name", "Leo Farr");
    right.push_back({"add", "child"});
    const auto third = post(duty(), contact("/correct"), with_saw(right, "c2"));
    EXPECT_EQ(third.status, 200);
    EXPECT_TRUE(third.says("name=\"child-3-name\""));
    EXPECT_TRUE(third.says("value=\"Leo Farr\""));
}

TEST_F(FrontDoorPages, somebody_of_eighteen_is_asked_about_by_name) {
    auto form = typed();
    set(form, "child-1-born-day", "3");
    set(form, "child-1-born-month", "5");
    set(form, "child-1-born-year", "1985");
    const auto page = post(duty(), "/front-door/new", form);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Mia Farr would be 41. Is the date of birth right?"));
    EXPECT_TRUE(page.says("href=\"#child-1-born-day\""));
    EXPECT_TRUE(post(duty(), "/cy/front-door/new", form).says("Byddai Mia Farr yn 41"));
    set(form, "child-1-born-year", "2030");
    EXPECT_TRUE(post(duty(), "/front-door/new", form).says("A date of birth is in the past."));
    EXPECT_EQ(outcome(), "not there");
}

TEST_F(FrontDoorPages, two_dates_that_cannot_be_read_are_told_apart) {
    auto form = typed();
    set(form, "child-1-born-day", "31");
    set(form, "child-1-born-month", "2");
    set(form, "child-1-born-year", "2020");
    set(form, "child-1-expected-day", "x");
    const auto page = post(duty(), "/front-door/new", form);
    EXPECT_TRUE(page.says("Date of birth, if you know it: Enter a day"));
    EXPECT_TRUE(page.says("For an unborn child: when the birth is expected: Enter a day"));
}

TEST_F(FrontDoorPages, a_contact_that_is_not_there_and_one_that_is_not_yours_answer_alike) {
    recorded();
    for (const auto& where :
         {contact(), contact("/wait"), contact("/decide"), contact("/correct")}) {
        EXPECT_EQ(get(stranger(), where).status, 404) << where;
    }
    EXPECT_EQ(get(duty(), "/contact/" + id_of("nothing")).status, 404);
    EXPECT_EQ(get(duty(), "/contact/nonsense").status, 404);
    EXPECT_EQ(post(stranger(), contact("/decide"),
                   with_saw({{"outcome", "advice"}, {"reason", "x"}}, "d1"))
                  .status,
              404);
    EXPECT_EQ(outcome(), "");
}

TEST_F(FrontDoorPages, possible_harm_is_above_everything_and_says_act_now) {
    auto form = typed();
    set(form, "harm", "possible");
    recorded(form);
    const auto page = get(duty(), "/front-door");
    EXPECT_TRUE(page.says("Possible significant harm. Do not wait for the clock."));
    EXPECT_LT(page.text.find("id=\"now\""), page.text.find("id=\"account\""));
    EXPECT_TRUE(get(duty(), contact()).says("Act now. Do not wait for the clock"));
}

// Taken and decided as a referral for one child nobody knew.
class HandedOnPages : public FrontDoorPages {
  protected:
    void SetUp() override {
        recorded();
        EXPECT_EQ(take(duty()).status, 303);
        EXPECT_EQ(post(duty(), contact("/decide"),
                       with_saw({{"outcome", "referral"},
                                 {"reason", "More is going on than was said"},
                                 {"new", "1"}},
                                "decide"))
                      .status,
                  303);
    }
};

TEST_F(HandedOnPages, whoever_has_nobody_is_on_the_board_the_managers_page_and_the_contact) {
    EXPECT_TRUE(get(duty(), "/front-door").says("1 child handed on, waiting for somebody"));
    const auto all = get(duty(), "/front-door/handed-on");
    EXPECT_TRUE(all.says("1 child was handed on and is still waiting for somebody."));
    EXPECT_TRUE(all.says("No worker allocated"));
    EXPECT_FALSE(all.says("Allocate a worker")) << "a duty worker does not allocate";
    EXPECT_TRUE(get(rhian(), "/front-door/handed-on").says("Allocate a worker"));
    EXPECT_TRUE(get(rhian(), "/team").says("Handed on by the front door, and waiting"));
    EXPECT_TRUE(get(rhian(), contact()).says("1 child is still waiting for somebody."));
    EXPECT_TRUE(get(rhian(), "/cy/front-door/handed-on").says("Dim gweithiwr wedi’i ddyrannu"));
    EXPECT_EQ(get(catrin(), "/front-door/handed-on").status, 404);
    EXPECT_EQ(get(rhian(), "/front-door/handed-on?page=9").status, 303);
}

TEST_F(HandedOnPages, a_manager_says_why_nobody_has_to_and_nothing_typed_is_lost) {
    const auto form = contact("/let-go?nth=1");
    EXPECT_TRUE(get(rhian(), form).says("Mia Farr"));
    EXPECT_EQ(get(duty(), form).status, 404);
    EXPECT_EQ(get(rhian(), contact("/let-go?nth=2")).status, 404);
    const auto empty = post(rhian(), contact("/let-go"), with_saw({{"nth", "1"}}, "empty"));
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(empty.says("Say why"));
    auto stale = with_saw({{"nth", "1"}, {"because", "The aunt has them"}}, "stale");
    EXPECT_EQ(post(rhian(), contact("/let-go"),
                   with_saw({{"nth", "1"}, {"because", "Seen at school"}}, "first"))
                  .status,
              303);
    const auto second = post(head(), contact("/let-go"), stale);
    EXPECT_EQ(second.status, 409);
    EXPECT_TRUE(second.says("The aunt has them")) << "what was typed";
    EXPECT_TRUE(second.says("Seen at school")) << "what the other wrote";
    EXPECT_TRUE(get(rhian(), contact()).says("Not needed after all: Seen at school"));
    EXPECT_TRUE(get(rhian(), "/team").says("Every child whom a decision handed on has somebody."));
    EXPECT_EQ(get(duty(), contact("/let-go/back?nth=1")).status, 404);
    EXPECT_TRUE(get(rhian(), contact("/let-go/back?nth=1")).says("It is needed after all"));
    const auto back = with_saw({{"nth", "1"}, {"because", "The wrong child"}}, "back");
    EXPECT_EQ(post(rhian(), contact("/let-go/back"), back).status, 303);
    EXPECT_EQ(post(rhian(), contact("/let-go/back"), back).status, 303)
        << "sent again: its answer was lost";
    const auto twice =
        post(rhian(), contact("/let-go/back"),
             with_saw({{"nth", "1"}, {"because", "The wrong child"}}, "another press"));
    EXPECT_EQ(twice.status, 422);
    EXPECT_TRUE(twice.says("This child waits for somebody already"));
    EXPECT_FALSE(get(rhian(), contact()).says("Not needed after all"));
    EXPECT_TRUE(get(rhian(), "/team").says("No worker allocated"));
    EXPECT_EQ(get(rhian(), contact("/let-go/back?nth=1")).status, 404);
}

} // namespace
} // namespace gweld::web::pages
