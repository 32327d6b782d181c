// Plans, who co-ordinates them and what changes on the register, asked as a browser asks.
#include "casework/plans.h"
#include "record/codec.h"
#include "small_site.h"

namespace gweld::web::pages {
namespace {

using casework::thing;

class PlanPages : public SmallSite {
  protected:
    std::string of(std::string_view who, std::string_view what) {
        return "/child/" + id_of(who) + std::string{what};
    }
    void add_saw(std::vector<Field>& fields, std::initializer_list<const char*> children) {
        for (const auto* who : children) {
            fields.push_back({"saw", id_of(who) + ":" + std::to_string(version(who))});
            fields.push_back({"child", id_of(who)});
        }
    }
    static void add_date(std::vector<Field>& fields, const std::string& name, const char* day,
                         const char* month, const char* year) {
        fields.push_back({name + "-day", day});
        fields.push_back({name + "-month", month});
        fields.push_back({name + "-year", year});
    }
    // One outcome for both with a thing to do, one for Ffion alone.
    std::vector<Field> agreed(std::string key = "k1") {
        std::vector<Field> fields{{"key", std::move(key)},
                                  {"follows", ""},
                                  {"outcomes", "3"},
                                  {"contingency", "2"},
                                  {"taking-part", "2"},
                                  {"o1-actions", "2"},
                                  {"o1-better", "Warm <beds>"},
                                  {"o1-danger", "It was cold for weeks."},
                                  {"o1-child", id_of("ffion")},
                                  {"o1-child", id_of("osian")},
                                  {"o1-a1-what", "Mend the boiler at 3 Maes-y-coed"},
                                  {"o1-a1-who", "Carys"},
                                  {"o2-actions", "1"},
                                  {"o2-better", "Ffion has seen the dentist"},
                                  {"o2-child", id_of("ffion")},
                                  {"c1-happens", "The heating fails"},
                                  {"c1-then", "Nain takes them to LL55 1AA"},
                                  {"p1-name", "Carys"},
                                  {"p1-role", "mother"},
                                  {"language", "cy"}};
        add_date(fields, "on", "10", "11", "2026");
        add_date(fields, "o1-a1-by", "20", "11", "2026");
        add_saw(fields, {"ffion", "osian"});
        return fields;
    }
    static void put_in(std::vector<Field>& fields, std::string_view name, std::string value) {
        for (auto& field : fields) {
            if (field.name == name) {
                field.value = value;
            }
        }
    }
    protection::Plans plans(std::string_view who) {
        protection::Plans found;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            found = casework::plans_of(*office.facts.of(r, child(who)));
                        })
                        .ok());
        return found;
    }
    void write_first() {
        ASSERT_EQ(post(catrin(), of("ffion", "/plan/write"), agreed()).status, 303);
    }
    void describe_sian() {
        put(record::WorkerDescribed{"sian", "Siân Prosser", "Senior", "W/9900117", "North"},
            {thing("sian")}, registered);
    }
};

// ---- the plan ----------------------------------------------------------------------------------

TEST_F(PlanPages, a_child_on_the_register_without_a_plan_or_a_co_ordinator_is_told_so) {
    const auto page = get(catrin(), of("ffion", "/plan"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("there is no care and support protection plan yet"));
    EXPECT_TRUE(page.says("Nobody is named to co-ordinate the plan."));
    EXPECT_TRUE(page.says("A registered social worker is to be named at once."));
    EXPECT_FALSE(page.says("The family’s copy"));
    EXPECT_EQ(get(catrin(), of("ffion", "/plan/copy")).status, 404);
}

TEST_F(PlanPages, one_form_gives_each_child_their_own_plan) {
    const auto done = post(catrin(), of("ffion", "/plan/write"), agreed());
    ASSERT_EQ(done.status, 303) << done.text;
    EXPECT_EQ(done.location, of("ffion", "/plan?saved=plan"));
    const auto hers = get(catrin(), of("ffion", "/plan"));
    EXPECT_TRUE(hers.says("Warm &lt;beds&gt;"));
    EXPECT_TRUE(hers.says("Ffion has seen the dentist"));
    EXPECT_TRUE(hers.says("1 thing to do in the plan is overdue."));
    EXPECT_FALSE(get(catrin(), of("osian", "/plan")).says("dentist"));
    EXPECT_TRUE(get(catrin(), of("ffion", "/timeline")).says("a version was agreed"));
    EXPECT_TRUE(get(catrin(), "/work").says("Mend the boiler"));
}

TEST_F(PlanPages, a_second_press_is_the_first) {
    const auto sent = agreed();
    EXPECT_EQ(post(catrin(), of("ffion", "/plan/write"), sent).status, 303);
    EXPECT_EQ(post(catrin(), of("ffion", "/plan/write"), sent).status, 303);
    EXPECT_EQ(plans("ffion").versions.size(), 1U);
}

TEST_F(PlanPages, what_is_wrong_is_said_beside_it_and_what_was_typed_stays) {
    auto sent = agreed();
    put_in(sent, "o1-a1-who", "");
    put_in(sent, "c1-then", "");
    put_in(sent, "on-year", "2027");
    sent.push_back({"o3-better", "Breakfast"});
    const auto page = post(catrin(), of("ffion", "/plan/write"), sent);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("href=\"#o1-a1-who\""));
    EXPECT_TRUE(page.says("Say who will do it"));
    EXPECT_TRUE(page.says("href=\"#c1-then\""));
    EXPECT_TRUE(page.says("href=\"#o3-child\""));
    EXPECT_TRUE(page.says("The date must be today or in the past"));
    EXPECT_TRUE(page.says("Warm &lt;beds&gt;"));
    EXPECT_TRUE(plans("ffion").versions.empty());
}

TEST_F(PlanPages, a_written_agreement_is_answered_with_why_not) {
    auto sent = agreed();
    put_in(sent, "o1-a1-what", "Carys signs a Written Agreement");
    const auto page = post(catrin(), of("ffion", "/plan/write"), sent);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("“Written Agreement” is not a way to manage risk to a child"));
    EXPECT_TRUE(page.says("href=\"#o1-a1-what\""));
    const auto welsh = post(catrin(), "/cy" + of("ffion", "/plan/write"), sent);
    EXPECT_TRUE(welsh.says("Nid yw “Written Agreement” yn ffordd o reoli risg i blentyn"));
}

TEST_F(PlanPages, a_change_is_a_version_with_what_it_changed_and_the_old_one_stays) {
    write_first();
    const auto form = get(catrin(), of("ffion", "/plan/write"));
    EXPECT_TRUE(form.says("Change the care and support protection plan: Ffion Davies"));
    EXPECT_TRUE(form.says("Warm &lt;beds&gt;"));
    const auto first = plans("ffion").versions[0];
    auto sent = agreed("k2");
    put_in(sent, "follows", base::to_text(first.entry.uuid));
    put_in(sent, "o1-a1-who", "The landlord");
    sent.push_back({"o1-id", base::to_text(first.plan.outcomes[0].outcome.uuid)});
    sent.push_back({"o1-a1-id", base::to_text(first.plan.outcomes[0].actions[0].action.uuid)});
    sent.push_back({"o2-out", "yes"});
    EXPECT_TRUE(post(catrin(), of("ffion", "/plan/write"), sent).says("Write why"));
    sent.push_back({"changed", "The landlord has agreed to pay."});
    ASSERT_EQ(post(catrin(), of("ffion", "/plan/write"), sent).status, 303);
    const auto page = get(catrin(), of("ffion", "/plan"));
    EXPECT_TRUE(page.says("The landlord has agreed to pay."));
    EXPECT_TRUE(page.says("To do, before: Mend the boiler at 3 Maes-y-coed (Carys, by Fri 20 Nov) "
                          "Now: Mend the boiler at 3 Maes-y-coed (The landlord, by Fri 20 Nov)"));
    EXPECT_TRUE(page.says("Taken out: Ffion has seen the dentist"));
    const auto old = get(catrin(), of("ffion", "/plan/version/" + base::to_text(first.entry.uuid)));
    EXPECT_EQ(old.status, 200);
    EXPECT_TRUE(old.says("Ffion has seen the dentist"));
    EXPECT_EQ(get(catrin(), of("ffion", "/plan/version/" + id_of("x"))).status, 404);
}

TEST_F(PlanPages, whoever_was_quicker_is_shown_and_the_next_press_follows_theirs) {
    const auto late = agreed("late");
    write_first();
    const auto page = post(rhian(), of("ffion", "/plan/write"), late);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.says("A version of the plan was saved by"));
    EXPECT_TRUE(page.says("name=\"follows\" value=\"" +
                          base::to_text(plans("ffion").versions[0].entry.uuid) + "\""));
}

TEST_F(PlanPages, are_for_those_who_work_with_the_child) {
    write_first();
    const auto action =
        "/plan/action/" +
        base::to_text(plans("ffion").versions[0].plan.outcomes[0].actions[0].action.uuid);
    for (const auto* page :
         {"/plan/write", "/plan/end", "/coordinator", "/register/category", "/register/away",
          "/register/back", "/register/leaving", "/register/received"}) {
        EXPECT_EQ(get(stranger(), of("ffion", page)).status, 404) << page;
        EXPECT_EQ(post(stranger(), of("ffion", page), {}).status, 404) << page;
        EXPECT_EQ(get(stranger(), of("nobody", page)).status, 404) << page;
    }
    EXPECT_EQ(get(stranger(), of("ffion", "/plan")).status, 404);
    EXPECT_EQ(get(stranger(), of("ffion", "/plan/copy")).status, 404);
    EXPECT_EQ(get(stranger(), of("ffion", action)).status, 404);
    EXPECT_EQ(get(catrin(), of("ffion", "/coordinator")).status, 404) << "the manager's";
    EXPECT_EQ(get(head(), of("ffion", "/plan/write")).status, 404);
    EXPECT_EQ(get(head(), of("ffion", "/coordinator")).status, 200);
}

TEST_F(PlanPages, saying_what_came_of_a_thing_takes_it_off_the_list) {
    write_first();
    const auto id =
        base::to_text(plans("ffion").versions[0].plan.outcomes[0].actions[0].action.uuid);
    const auto form = of("ffion", "/plan/action/" + id);
    EXPECT_TRUE(get(catrin(), form).says("Mend the boiler"));
    EXPECT_EQ(get(catrin(), of("ffion", "/plan/action/" + id_of("x"))).status, 404);
    std::vector<Field> sent{{"key", "k2"}, {"came", "done"}};
    add_date(sent, "on", "21", "11", "2026");
    add_saw(sent, {"ffion", "osian"});
    ASSERT_EQ(post(catrin(), form, sent).status, 303);
    EXPECT_FALSE(get(catrin(), "/work").says("Overdue in a plan"));
    EXPECT_TRUE(get(catrin(), of("osian", "/plan")).says("Nothing in the plan is overdue."));
}

TEST_F(PlanPages, a_core_group_marks_each_outcome) {
    write_first();
    const auto form = of("ffion", "/core-group");
    EXPECT_TRUE(get(catrin(), form).says("How has it gone since last time?"));
    std::vector<Field> sent{{"key", "k3"}, {"came", "childrens_services"}};
    add_date(sent, "on", "20", "11", "2026");
    add_saw(sent, {"ffion", "osian"});
    const auto refused = post(catrin(), form, sent);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Say how this has gone: Warm &lt;beds&gt;"));
    const auto planned = plans("ffion");
    for (const auto& outcome : planned.versions[0].plan.outcomes) {
        sent.push_back({"moved-" + base::to_text(outcome.outcome.uuid), "worse"});
        sent.push_back({"moved-words-" + base::to_text(outcome.outcome.uuid), "Cold again."});
    }
    sent.push_back({"action-what-1", "Sign a contract of expectations"});
    sent.push_back({"action-owner-1", "Carys"});
    EXPECT_TRUE(post(catrin(), form, sent).says("“contract of expectations” is not a way"));
    put_in(sent, "action-what-1", "Ring the landlord");
    const auto done = post(catrin(), form, sent);
    ASSERT_EQ(done.status, 303) << done.text;
    const auto page = get(catrin(), of("ffion", "/plan"));
    EXPECT_TRUE(page.says("Worse"));
    EXPECT_TRUE(page.says("Fri 20 Nov: Cold again."));
    EXPECT_TRUE(
        get(catrin(), of("ffion", "/timeline")).says("Worse: Warm &lt;beds&gt; Cold again."));
}

TEST_F(PlanPages, the_familys_copy_is_in_their_language_without_an_address) {
    put(
        record::AddressLivedAt{
            record::AddressKind::home, "3 Maes-y-coed, Pentre Felin", "LL55 1AA", registered, {}},
        {thing("ffion")}, registered);
    put(
        record::AddressLivedAt{
            record::AddressKind::placement, "Bryn Awel, Rhyd-y-main", "", registered, {}},
        {thing("osian")}, registered);
    auto sent = agreed();
    put_in(sent, "o1-danger", "Osian is at bryn awel, and it was cold for weeks.");
    ASSERT_EQ(post(catrin(), of("ffion", "/plan/write"), sent).status, 303);
    const auto page = get(catrin(), of("ffion", "/plan/copy"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Y cynllun i gadw Ffion yn ddiogel"))
        << "whichever language the page is in";
    EXPECT_TRUE(page.says("lang=\"cy\""));
    EXPECT_TRUE(page.says("Warm &lt;beds&gt;"));
    EXPECT_FALSE(page.says("Maes-y-coed"));
    EXPECT_FALSE(page.says("LL55"));
    EXPECT_FALSE(page.says("bryn awel")) << "where a brother is placed";
    EXPECT_TRUE(page.says("(cyfeiriad wedi’i hepgor)"));
    EXPECT_FALSE(get(catrin(), of("osian", "/plan/copy")).says("dentist"));
}

// ---- who co-ordinates --------------------------------------------------------------------------

TEST_F(PlanPages, nobody_co_ordinating_stands_at_the_top_until_somebody_is_named) {
    describe_sian();
    EXPECT_TRUE(get(rhian(), "/team").says("Nobody co-ordinates the plan of:"));
    EXPECT_TRUE(get(head(), "/team").says("Ffion Davies. "));
    EXPECT_TRUE(get(head(), "/team").says("Osian Davies. "));
    EXPECT_TRUE(get(duty(), "/search?q=ffion").says("Nobody is named to co-ordinate the plan."));
    const auto form = get(rhian(), of("ffion", "/coordinator"));
    EXPECT_TRUE(form.says("Siân Prosser"));
    EXPECT_FALSE(form.says("value=\"" + id_of("catrin") + "\"")) << "without a number";
    std::vector<Field> sent{{"key", "k"}, {"worker", id_of("sian")}};
    add_date(sent, "from", "3", "11", "2026");
    add_saw(sent, {"ffion", "osian"});
    ASSERT_EQ(post(rhian(), of("ffion", "/coordinator"), sent).status, 303);
    EXPECT_FALSE(get(head(), "/team").says("Nobody co-ordinates the plan of:"));
    EXPECT_TRUE(get(duty(), "/search?q=ffion").says("Siân Prosser"));
    EXPECT_TRUE(get(catrin(), of("ffion", "")).says("Co-ordinates the plan <strong>Siân Prosser"));
    EXPECT_TRUE(get(catrin(), of("ffion", "/plan")).says("Siân Prosser co-ordinates the plan."));
    EXPECT_TRUE(get(catrin(), of("ffion", "/timeline"))
                    .says("Siân Prosser was named to co-ordinate the plan"));
}

TEST_F(PlanPages, nobody_is_named_without_a_choice_and_a_day) {
    std::vector<Field> sent{{"key", "k"}};
    add_saw(sent, {"ffion"});
    const auto page = post(rhian(), of("ffion", "/coordinator"), sent);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Choose who co-ordinates the plan"));
    EXPECT_TRUE(page.says("Enter the first day"));
    sent.push_back({"worker", id_of("catrin")});
    add_date(sent, "from", "3", "11", "2026");
    EXPECT_TRUE(post(rhian(), of("ffion", "/coordinator"), sent)
                    .says("Choose a worker with a social work registration number"));
}

// ---- a name on the register --------------------------------------------------------------------

TEST_F(PlanPages, the_category_changes_with_a_reason) {
    std::vector<Field> sent{{"key", "k"}, {"category", "physical_abuse"}};
    add_date(sent, "on", "20", "11", "2026");
    add_saw(sent, {"ffion"});
    const auto form = of("ffion", "/register/category");
    EXPECT_TRUE(get(rhian(), form).says("in the category: neglect"));
    EXPECT_TRUE(post(rhian(), form, sent).says("Write why"));
    sent.push_back({"why", "Decided at the conference."});
    ASSERT_EQ(post(rhian(), form, sent).status, 303);
    EXPECT_TRUE(get(rhian(), of("ffion", "/protection")).says("Decided at the conference."));
    EXPECT_TRUE(get(rhian(), of("ffion", "")).says("physical abuse"));
}

TEST_F(PlanPages, a_child_away_is_shown_where_they_are_until_they_are_back) {
    std::vector<Field> sent{
        {"key", "k"}, {"authority", "Dyffryn Alaw"}, {"why", "Their team visits."}};
    add_date(sent, "from", "10", "11", "2026");
    add_date(sent, "until", "15", "3", "2027");
    add_saw(sent, {"ffion"});
    ASSERT_EQ(post(rhian(), of("ffion", "/register/away"), sent).status, 303);
    const auto page = get(catrin(), of("ffion", ""));
    EXPECT_TRUE(page.says("In the area of Dyffryn Alaw since Tue 10 Nov."));
    EXPECT_TRUE(page.says("More than twelve weeks: the procedures treat it as a permanent move."));
    EXPECT_TRUE(page.says("On the child protection register since"));
    std::vector<Field> back{{"key", "k2"}};
    add_date(back, "on", "23", "11", "2026");
    add_saw(back, {"ffion"});
    ASSERT_EQ(post(rhian(), of("ffion", "/register/back"), back).status, 303);
    EXPECT_FALSE(get(catrin(), of("ffion", "")).says("In the area of"));
}

TEST_F(PlanPages, a_permanent_move_ends_the_registration_only_after_their_conference) {
    std::vector<Field> sent{{"key", "k"}, {"authority", "Dyffryn Alaw"}};
    add_date(sent, "on", "12", "11", "2026");
    add_saw(sent, {"ffion"});
    ASSERT_EQ(post(rhian(), of("ffion", "/register/leaving"), sent).status, 303);
    EXPECT_TRUE(get(catrin(), of("ffion", "")).says("The responsibility stays here until"));
    std::vector<Field> held{{"key", "k2"}, {"decision", "placed"}};
    add_date(held, "on", "20", "11", "2026");
    add_saw(held, {"ffion"});
    ASSERT_EQ(post(rhian(), of("ffion", "/register/received"), held).status, 303);
    EXPECT_EQ(post(rhian(), of("ffion", "/register/received"), held).status, 303)
        << "pressed twice, though the name is off the register by now";
    const auto page = get(catrin(), of("ffion", "/protection"));
    EXPECT_TRUE(page.says("The authority the child moved to held its conference"));
    EXPECT_FALSE(get(catrin(), of("ffion", "")).says("On the child protection register since"));
    EXPECT_EQ(get(rhian(), of("ffion", "/register/category")).status, 404);
}

} // namespace
} // namespace gweld::web::pages
