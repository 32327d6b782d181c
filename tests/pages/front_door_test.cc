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
    EXPECT_TRUE(page.says("It was decided"));
    EXPECT_TRUE(page.says("Spoke to her mother"));
    EXPECT_TRUE(page.says("My long text"));
    EXPECT_EQ(outcome(), "advice");
}

TEST_F(FrontDoorPages, a_contact_that_is_not_there_and_one_that_is_not_yours_answer_alike) {
    recorded();
    for (const auto& where : {contact(), contact("/wait"), contact("/decide")}) {
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

} // namespace
} // namespace gweld::web::pages
