// A child's story by its pages, as a browser without scripts sends its forms.
#include "child_pages.h"

namespace gweld::web::pages {
namespace {

using Form = std::vector<Field>;

class StoryPages : public ChildPages {
  protected:
    // The form's own marks, as the page shows them now.
    Form marks(const access::Viewer& viewer, const std::string& address) {
        Form form;
        const auto page = get(viewer, address);
        EXPECT_EQ(page.status, 200) << address;
        static const std::regex mark{R"x(name="(key|saw)" value="([^"]*)")x"};
        for (auto at = std::sregex_iterator{page.text.begin(), page.text.end(), mark};
             at != std::sregex_iterator{}; ++at) {
            form.push_back({(*at)[1], (*at)[2]});
        }
        return form;
    }
    Answered send(const std::string& address, Form form, const access::Viewer& viewer = catrin()) {
        auto all = marks(viewer, address);
        all.insert(all.end(), form.begin(), form.end());
        return post(viewer, address, std::move(all));
    }
    std::string link(const std::string& page, const std::string& pattern) {
        std::smatch found;
        const std::regex address{pattern};
        return std::regex_search(page, found, address) ? std::string{found[0]} : std::string{};
    }
    static Form carys() {
        return {{"name", "Carys <Davies>"}, {"sex", "female"},     {"born-year", "1996"},
                {"life", "living"},         {"kinship", "parent"}, {"to", id_of("ffion")},
                {"to", id_of("osian")}};
    }
    static Form event(const std::string& what = "They moved here") {
        return {{"on-month", "3"},
                {"on-year", "2019"},
                {"what", what},
                {"source", "The other council"},
                {"child", id_of("ffion")}};
    }
};

// ---- the chronology
// -----------------------------------------------------------------------------------

TEST_F(StoryPages, the_chronology_shows_what_weighs_and_says_what_it_does_not_show) {
    record_visit(visit(november(20)));
    const auto page = get(catrin(), ffion("/chronology"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Name placed on the child protection register"));
    EXPECT_FALSE(page.says("Home visit"));
    EXPECT_TRUE(page.says("1 ordinary event is not shown."));
    EXPECT_TRUE(get(catrin(), ffion("/chronology?show=all")).says("Home visit"));
    EXPECT_TRUE(get(catrin(), "/cy" + ffion("/chronology")).says("Cronoleg"));
}

TEST_F(StoryPages, an_event_marked_is_shown_with_who_said_so_and_why) {
    record_visit(visit(november(20)));
    const auto all = get(catrin(), ffion("/chronology?show=all&theme=visits"));
    const auto weigh = link(all.text, "/child/[0-9a-f-]*/event/[0-9a-f-]*/weigh");
    ASSERT_FALSE(weigh.empty());
    EXPECT_TRUE(get(catrin(), weigh).says("Home visit"));
    EXPECT_EQ(send(weigh, {{"weight", "significant"}}).status, 422);
    const auto saved = send(weigh, {{"weight", "significant"}, {"why", "First time alone"}});
    EXPECT_EQ(saved.status, 303);
    EXPECT_EQ(saved.location, ffion("/chronology?saved=weighed"));
    const auto page = get(catrin(), ffion("/chronology"));
    EXPECT_TRUE(page.says("Home visit"));
    EXPECT_TRUE(page.says("First time alone"));
    EXPECT_EQ(send(weigh, {{"weight", "left_out"}, {"why", "After all"}}).status, 303);
    EXPECT_FALSE(get(catrin(), ffion("/chronology?show=all")).says("Home visit"));
    EXPECT_TRUE(get(catrin(), ffion("/chronology?show=left-out")).says("Home visit"));
    EXPECT_TRUE(get(catrin(), ffion("/chronology")).says("1 event is left out by hand."));
}

TEST_F(StoryPages, an_event_from_elsewhere_is_dated_as_well_as_it_is_known) {
    const auto saved = send(ffion("/event/new"), event("They <moved> here"));
    EXPECT_EQ(saved.status, 303);
    const auto page = get(catrin(), ffion("/chronology?theme=added"));
    EXPECT_TRUE(page.says("March 2019"));
    EXPECT_FALSE(page.says("1 March 2019"));
    EXPECT_TRUE(page.says("They &lt;moved&gt; here"));
    EXPECT_TRUE(page.says("The other council"));
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says("Only the month is known."));
    // Found in the year it lies in, and not in another.
    EXPECT_TRUE(get(catrin(), ffion("/chronology?from-year=2019&until-year=2019")).says("They "));
    EXPECT_FALSE(get(catrin(), ffion("/chronology?from-year=2020")).says("They &lt;moved"));
    EXPECT_TRUE(get(catrin(), ffion("/chronology?from-day=40&from-year=2020"))
                    .says("Enter a year, a month and a year"));
}

TEST_F(StoryPages, an_event_to_come_or_with_nothing_typed_is_asked_again_with_every_word_kept) {
    auto future = event("Kept as typed");
    future[1] = {"on-year", "2027"};
    const auto again = send(ffion("/event/new"), future);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("This day is still to come"));
    EXPECT_TRUE(again.says("Kept as typed"));
    const auto empty = send(ffion("/event/new"), {});
    EXPECT_EQ(empty.status, 422);
    for (const auto* wanted : {"a year is enough", "Write what happened", "where this comes from",
                               "Tick at least one child"}) {
        EXPECT_TRUE(empty.says(wanted)) << wanted;
    }
}

TEST_F(StoryPages, an_event_is_corrected_and_taken_back) {
    EXPECT_EQ(send(ffion("/event/new"), event()).status, 303);
    auto page = get(catrin(), ffion("/chronology"));
    const auto correct = link(page.text, "/child/[0-9a-f-]*/event/[0-9a-f-]*/correct");
    EXPECT_TRUE(get(catrin(), correct).says("They moved here"));
    auto right = event("They moved away");
    right.push_back({"why", "It was the other way"});
    EXPECT_EQ(send(correct, right).status, 303);
    page = get(catrin(), ffion("/chronology"));
    EXPECT_TRUE(page.says("They moved away"));
    EXPECT_FALSE(page.says("They moved here"));
    // The old one cannot be put right a second time.
    EXPECT_EQ(send(correct, right).status, 409);
    const auto take = link(page.text, "/child/[0-9a-f-]*/story/[0-9a-f-]*/take-back");
    EXPECT_EQ(send(take, {}).status, 422);
    EXPECT_EQ(send(take, {{"why", "Another child"}}).status, 303);
    EXPECT_FALSE(get(catrin(), ffion("/chronology")).says("They moved away"));
}

TEST_F(StoryPages, a_double_click_adds_one_event_and_a_slower_colleague_is_told) {
    auto form = marks(catrin(), ffion("/event/new"));
    const auto more = event();
    form.insert(form.end(), more.begin(), more.end());
    auto slower = marks(rhian(), ffion("/event/new"));
    slower.insert(slower.end(), more.begin(), more.end());
    EXPECT_EQ(post(catrin(), ffion("/event/new"), form).status, 303);
    EXPECT_EQ(post(catrin(), ffion("/event/new"), form).status, 303);
    EXPECT_EQ(times(get(catrin(), ffion("/chronology")).text, "They moved here</div>"), 1U);
    const auto late = post(rhian(), ffion("/event/new"), slower);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("An event was added by Catrin Hughes"));
    EXPECT_TRUE(late.says("They moved here"));
}

TEST_F(StoryPages, brothers_and_sisters_events_stand_in_one_list_when_they_are_open_to_the_reader) {
    record::CoreGroupMet met;
    met.on = november(18);
    met.progress = "Going well";
    put(met, {thing("ffion"), thing("osian")}, met.on);
    const auto page = get(catrin(), ffion("/chronology?show=all&with=family"));
    EXPECT_EQ(times(page.text, "Core group met</strong>"), 1U); // once for both
    EXPECT_TRUE(page.says("Ffion, Osian"));
    EXPECT_EQ(times(page.text, "Name placed on the child protection register: neglect</strong>"),
              2U);
    const auto looks = all_looks();
    EXPECT_GE(std::ranges::count_if(looks,
                                    [](const auto& look) {
                                        return look.page == "child.chronology" &&
                                               look.subject == casework::thing("osian");
                                    }),
              1);
}

TEST_F(StoryPages, paper_for_court_is_numbered_sourced_and_says_what_it_leaves_out) {
    record_visit(visit(november(20)));
    put(
        record::AddressLivedAt{
            record::AddressKind::home, "3 Maes-y-coed", "ZZ99 3AA", november(4), {}},
        {thing("ffion")}, november(4));
    send(ffion("/event/new"), event());
    const auto page = get(catrin(), ffion("/chronology/court"));
    EXPECT_EQ(page.status, 200);
    for (const auto* wanted :
         {"Chronology: Ffion Davies", "born 14 March 2018", "Period covered: March 2019 to",
          "Confidential: for the court", "1 event of the record that is not marked significant",
          "The other council", "Recorded by Catrin Hughes, social worker",
          "<th scope=\"row\">1</th>", "Addresses are left out"}) {
        EXPECT_TRUE(page.says(wanted)) << wanted;
    }
    EXPECT_FALSE(page.says("Maes-y-coed"));
    EXPECT_FALSE(page.says("Home visit"));
    EXPECT_TRUE(get(catrin(), ffion("/chronology/court?addresses=told")).says("Maes-y-coed"));
    EXPECT_TRUE(get(catrin(), ffion("/chronology?show=all")).says("Maes-y-coed"));
}

TEST_F(StoryPages, a_withdrawn_event_is_counted_and_not_told) {
    const auto wrong = record_visit(visit(november(20)));
    put_right(wrong, record::Withdrawn{"Wrong child"}, november(20), "Wrong child");
    EXPECT_FALSE(get(catrin(), ffion("/chronology?show=all")).says("Home visit"));
    EXPECT_TRUE(get(catrin(), ffion("/chronology/court"))
                    .says("1 entry was withdrawn from the record and is not here."));
}

TEST_F(StoryPages, a_child_who_is_not_yours_is_a_child_who_is_not_there) {
    const auto nobody = "/child/" + id_of("nobody");
    for (const auto* page : {"/chronology", "/chronology/court", "/genogram", "/story",
                             "/event/new", "/relative/new", "/relation/new"}) {
        const auto theirs = get(stranger(), ffion(page));
        EXPECT_EQ(theirs.status, 404) << page;
        EXPECT_EQ(bare(theirs.text), bare(get(stranger(), nobody + page).text)) << page;
    }
    EXPECT_EQ(get(head(), ffion("/chronology")).status, 200);
    EXPECT_EQ(get(head(), ffion("/event/new")).status, 404); // reads, and does not record
}

TEST_F(StoryPages, a_long_chronology_is_turned_page_by_page_with_its_filters) {
    for (unsigned day = 1; day <= 24; ++day) {
        for (int n = 0; n < 2; ++n) {
            record_visit(visit(november(day)));
        }
    }
    const auto page = get(catrin(), ffion("/chronology?show=all&theme=visits"));
    EXPECT_TRUE(page.says("48 events from"));
    EXPECT_TRUE(page.says("/chronology?show=all&amp;theme=visits&amp;page=2"));
    const auto second = get(catrin(), ffion("/chronology?show=all&theme=visits&page=2"));
    EXPECT_EQ(times(second.text, "<strong>Home visit"), 8U);
    EXPECT_EQ(get(catrin(), ffion("/chronology?page=99999999999")).status, 200);
}

// ---- the family
// -----------------------------------------------------------------------------------

TEST_F(StoryPages, a_mother_added_is_drawn_told_and_shown_to_her_son_as_well) {
    const auto saved = send(ffion("/relative/new"), carys());
    EXPECT_EQ(saved.status, 303);
    EXPECT_EQ(saved.location, ffion("/genogram?saved=relative"));
    const auto page = get(catrin(), ffion("/genogram"));
    EXPECT_TRUE(page.says("Carys &lt;Davies&gt; is the mother of Ffion Davies."));
    EXPECT_TRUE(page.says("<svg class=\"app-genogram\" role=\"img\""));
    EXPECT_TRUE(page.says("about 30 years old"));
    EXPECT_TRUE(page.says(">c. 30</text>"));
    const auto osian = get(catrin(), "/child/" + id_of("osian") + "/genogram");
    EXPECT_TRUE(osian.says("is the mother of Osian Davies."));
    EXPECT_TRUE(get(catrin(), "/cy" + ffion("/genogram")).says("yw mam Ffion Davies."));
}

TEST_F(StoryPages, the_household_is_that_of_the_day_asked_for) {
    put(record::AddressLivedAt{record::AddressKind::home,
                               "3 Maes-y-coed",
                               "ZZ99 3AA",
                               time::day(1, std::chrono::January, 2020),
                               {}},
        {thing("ffion")}, november(4));
    auto form = carys();
    form.push_back({"lives", "with-child"});
    form.push_back({"home-month", "5"});
    form.push_back({"home-year", "2024"});
    EXPECT_EQ(send(ffion("/relative/new"), form).status, 303);
    EXPECT_TRUE(get(catrin(), ffion("/genogram"))
                    .says("On 24 November 2026 Ffion Davies lives with: Carys"));
    EXPECT_TRUE(get(catrin(), ffion("/genogram?on=2024-04-30"))
                    .says("Nobody is recorded as living with Ffion Davies on 30 April 2024."));
    EXPECT_TRUE(get(catrin(), ffion("/genogram?on-day=1&on-month=5&on-year=2024"))
                    .says("On 1 May 2024 Ffion Davies lives with"));
    EXPECT_TRUE(get(catrin(), ffion("/genogram?on=2019-01-01"))
                    .says("It is not recorded where Ffion Davies lived"));
    EXPECT_TRUE(get(catrin(), ffion("/genogram?on-day=31&on-month=2&on-year=2024"))
                    .says("Enter a year, a month and a year"));
}

TEST_F(StoryPages, partners_part_and_a_parent_cannot_be_ended) {
    EXPECT_EQ(send(ffion("/relative/new"), carys()).status, 303);
    auto lee = carys();
    lee[0] = {"name", "Lee Marsh"};
    lee[1] = {"sex", "male"};
    lee[4] = {"kinship", "partner"};
    lee.resize(5);
    const auto form_page = get(catrin(), ffion("/relative/new"));
    std::smatch found;
    const std::regex who{R"x(value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>\s*Carys)x"};
    ASSERT_TRUE(std::regex_search(form_page.text, found, who));
    lee.push_back({"to", found[1]});
    EXPECT_EQ(send(ffion("/relative/new"), lee).status, 303);
    auto page = get(catrin(), ffion("/genogram"));
    EXPECT_TRUE(page.says("Lee Marsh and Carys &lt;Davies&gt; are partners."));
    const auto end = link(page.text, "/child/[0-9a-f-]*/relation/[0-9a-f-]*/end");
    EXPECT_EQ(times(page.text, "Say it ended<"), 1U);
    EXPECT_EQ(send(end, {{"on-year", "2027"}}).status, 422);
    EXPECT_EQ(send(end, {{"on-month", "5"}, {"on-year", "2026"}}).status, 303);
    page = get(catrin(), ffion("/genogram"));
    EXPECT_TRUE(page.says("were partners. Until May 2026."));
    EXPECT_TRUE(page.says("app-genogram__ended"));
    EXPECT_EQ(send(end, {{"on-year", "2026"}}).status, 422); // ended already
}

TEST_F(StoryPages, a_relative_and_a_relation_are_corrected_moved_and_taken_back) {
    EXPECT_EQ(send(ffion("/relative/new"), carys()).status, 303);
    auto page = get(catrin(), ffion("/genogram"));
    const auto correct = link(page.text, "/child/[0-9a-f-]*/relative/[0-9a-f-]*/correct");
    const auto form = get(catrin(), correct);
    EXPECT_TRUE(form.says("value=\"Carys &lt;Davies&gt;\""));
    EXPECT_TRUE(form.says("value=\"1996\""));
    EXPECT_EQ(send(correct, {{"name", "Carys Davies"},
                             {"sex", "female"},
                             {"born-year", "1996"},
                             {"life", "died"},
                             {"died-year", "2025"},
                             {"why", "Told us today"}})
                  .status,
              303);
    EXPECT_TRUE(get(catrin(), ffion("/genogram")).says("Died 2025."));
    EXPECT_TRUE(get(catrin(), ffion("/genogram")).says("died aged about "));
    EXPECT_FALSE(get(catrin(), ffion("/genogram")).says("about 29 years old"));
    page = get(catrin(), ffion("/genogram"));
    const auto relation = link(page.text, "/child/[0-9a-f-]*/relation/[0-9a-f-]*/correct");
    EXPECT_TRUE(get(catrin(), relation).says("selected"));
    EXPECT_EQ(send(relation, {{"why", "x"}}).status, 422);
    const auto take = link(page.text, "/child/[0-9a-f-]*/story/[0-9a-f-]*/take-back");
    EXPECT_TRUE(get(catrin(), take).says("A relative."));
    EXPECT_EQ(send(take, {{"why", "Another family"}}).status, 303);
    EXPECT_FALSE(get(catrin(), ffion("/genogram")).says("Carys Davies"));
    EXPECT_EQ(get(catrin(), take).status, 200); // kept in the record
}

TEST_F(StoryPages, where_a_relative_lives_is_asked_for_and_said) {
    EXPECT_EQ(send(ffion("/relative/new"), carys()).status, 303);
    auto page = get(catrin(), ffion("/genogram"));
    const auto home = link(page.text, "/child/[0-9a-f-]*/relative/[0-9a-f-]*/home");
    EXPECT_EQ(send(home, {{"now", "with_child"}, {"on-year", "2026"}}).status, 422); // no home
    EXPECT_EQ(send(home, {{"now", "at_address"}, {"on-year", "2026"}}).status, 422);
    EXPECT_EQ(send(home, {{"now", "somewhere_else"}, {"on-year", "2026"}}).status, 303);
    EXPECT_EQ(get(catrin(), ffion("/relative/" + id_of("nobody") + "/home")).status, 404);
}

// ---- one page to know a child by
// ------------------------------------------------------------------------

TEST_F(StoryPages, the_story_tells_who_why_and_what_is_not_known) {
    const auto page = get(catrin(), ffion("/story"));
    EXPECT_EQ(page.status, 200);
    for (const auto* wanted :
         {"Know Ffion in two minutes",
          "On the child protection register since 3 November 2026: "
          "neglect.",
          "1 allocated worker in the last 12 months.", "No parent of Ffion is recorded.",
          "No words of Ffion’s own are recorded yet.", "It is not recorded where Ffion lives.",
          "Name placed on the child protection register", "Gweld keeps no warnings"}) {
        EXPECT_TRUE(page.says(wanted)) << wanted;
    }
    send(ffion("/relative/new"), carys());
    EXPECT_FALSE(get(catrin(), ffion("/story")).says("No parent of Ffion is recorded."));
    EXPECT_TRUE(get(catrin(), "/cy" + ffion("/story")).says("Dod i adnabod Ffion"));
}

TEST_F(StoryPages, the_last_worry_is_told_to_who_may_see_the_contact) {
    record::ContactReceived in;
    in.contact = base::ContactId{thing("contact")};
    in.on = november(10);
    in.at = "10:06";
    record::ChildInContact about;
    about.person = child("ffion");
    about.name = "Ffion Davies";
    in.children = {about};
    in.worry = "No coat <again>";
    put(in, {thing("contact"), thing("ffion")}, in.on);
    EXPECT_TRUE(get(catrin(), ffion("/story")).says("No coat &lt;again&gt;"));
    const auto looked = all_looks();
    EXPECT_TRUE(std::ranges::any_of(
        looked, [](const auto& look) { return look.subject == casework::thing("contact"); }));
    // Allocated to the brother only: the record is open, the contact is not.
    auto other = catrin();
    other.worker = thing("huw");
    other.sign_in_name = "huw";
    record::Allocated held;
    held.child = child("osian");
    held.worker = base::WorkerId{thing("huw")};
    held.from = registered;
    put(held, {thing("osian"), thing("huw")}, registered);
    other.team.reset();
    const auto page = get(other, ffion("/story"));
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.says("No coat"));
    EXPECT_TRUE(page.says("It is not open to you."));
}

TEST_F(StoryPages, an_unborn_child_has_a_story) {
    record::PersonDescribed unborn;
    unborn.number = "baby";
    unborn.forename = "B";
    unborn.surname = "";
    unborn.expected = time::day(3, std::chrono::March, 2027);
    put(unborn, {thing("baby")}, november(20));
    put(record::FamilyMemberNamed{base::FamilyId{thing("davies")}, "F1"},
        {thing("baby"), thing("davies")}, november(20));
    const std::string baby = "/child/" + id_of("baby");
    for (const auto* page : {"/story", "/genogram", "/chronology", "/chronology/court"}) {
        EXPECT_EQ(get(catrin(), baby + page).status, 200) << page;
    }
    EXPECT_TRUE(get(catrin(), baby + "/genogram").says("Expected 3 March 2027."));
}

} // namespace
} // namespace gweld::web::pages
