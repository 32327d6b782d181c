// From a strategy discussion to the register by the forms, as a browser without scripts sends them.
#include "child_pages.h"

namespace gweld::web::pages {
namespace {

using Form = std::vector<Field>;

// Mari and Ioan Bowen: with Catrin, and not on the register.
class EnquiryPages : public ChildPages {
  protected:
    EnquiryPages() {
        for (const auto* name : {"mari", "ioan"}) {
            bring_in(name);
        }
    }
    void bring_in(const std::string& name) {
        record::PersonDescribed person;
        person.number = name;
        person.forename = name == "mari" ? "Mari" : "Ioan";
        person.surname = "Bowen";
        person.born = time::day(2, std::chrono::May, 2017);
        put(person, {thing(name)}, registered);
        put(record::FamilyMemberNamed{base::FamilyId{thing("bowen")}, "F2"},
            {thing(name), thing("bowen")}, registered);
        record::Allocated held;
        held.child = child(name);
        held.worker = base::WorkerId{thing("catrin")};
        held.team = base::TeamId{thing("North")};
        held.from = registered;
        put(held, {thing(name), thing("catrin")}, registered);
    }
    std::string mari(std::string_view rest) {
        return "/child/" + id_of("mari") + std::string{rest};
    }
    // The form's own marks, as the page shows them now.
    void add_marks(const access::Viewer& viewer, const std::string& address, Form& form) {
        const auto page = get(viewer, address);
        EXPECT_EQ(page.status, 200) << address;
        static const std::regex mark{R"x(name="(key|saw|type)" value="([^"]*)")x"};
        for (auto at = std::sregex_iterator{page.text.begin(), page.text.end(), mark};
             at != std::sregex_iterator{}; ++at) {
            form.push_back({(*at)[1], (*at)[2]});
        }
    }
    Answered send(const std::string& address, Form form, const access::Viewer& viewer = catrin()) {
        add_marks(viewer, address, form);
        return post(viewer, address, std::move(form));
    }
    static Form on(const std::string& day) {
        return {{"on-day", day}, {"on-month", "11"}, {"on-year", "2026"}};
    }
    static Form with(Form form, const Form& more) {
        form.insert(form.end(), more.begin(), more.end());
        return form;
    }
    static Form discussion(const std::string& day, const std::string& police = "attended") {
        Form form = with(on(day), {{"came-1", "attended"},
                                   {"name-1", "Rhian Ellis"},
                                   {"came-2", police},
                                   {"name-2", "Bethan Rowlands"},
                                   {"brought-2", "Two calls to the house <since> May"},
                                   {"enquiry", "jointly_with_police"},
                                   {"decided", "Cynnal ymholiad"},
                                   {"reason", "Unexplained bruises"},
                                   {"what-1", "See Mari at school"},
                                   {"owner-1", "Catrin Hughes"}});
        for (const auto* name : {"mari", "ioan"}) {
            form.push_back({"child", id_of(name)});
            form.push_back({"threshold-" + id_of(name), "met"});
        }
        return form;
    }
    std::string link_to(const std::string& page, const std::string& pattern) {
        std::smatch found;
        const std::regex address{pattern};
        return std::regex_search(page, found, address) ? std::string{found[0]} : std::string{};
    }
    std::string conclude_address(const access::Viewer& viewer = catrin()) {
        return link_to(get(viewer, mari("/protection")).text, "/enquiry/[0-9a-f-]*/conclude");
    }
    // As far as an enquiry that found continuing risk for both.
    void as_far_as_the_conclusion() {
        EXPECT_EQ(send(mari("/discussion/new"), discussion("9")).status, 303);
        EXPECT_EQ(send(mari("/enquiry/new"), with(on("9"), {{"child", id_of("mari")},
                                                            {"child", id_of("ioan")},
                                                            {"by", "jointly_with_police"}}))
                      .status,
                  303);
        EXPECT_EQ(send(conclude_address(), conclusion("16")).status, 303);
    }
    static Form conclusion(const std::string& day) {
        Form form = on(day);
        for (const auto* name : {"mari", "ioan"}) {
            form.push_back({"child", id_of(name)});
            form.push_back({"determination-" + id_of(name), "substantiated_continuing_risk"});
            form.push_back({"analysis-" + id_of(name), "The risk goes on"});
        }
        return form;
    }
    static Form conference(const std::string& day) {
        Form form = with(on(day), {{"chair", "Gwenan Ellis"},
                                   {"came-1", "attended"},
                                   {"name-1", "Rhian Ellis"},
                                   {"came-2", "sent_apologies"},
                                   {"parents", "Their mother spoke"},
                                   {"plan", "Seen every week"}});
        for (const auto* name : {"mari", "ioan"}) {
            const bool placed = std::string_view{name} == "mari";
            form.push_back({"child", id_of(name)});
            form.push_back({"decision-" + id_of(name), placed ? "placed" : "not_placed"});
            form.push_back({"why-" + id_of(name), "No change"});
            if (placed) {
                form.push_back({"category-" + id_of(name), "neglect"});
            }
        }
        return form;
    }
};

TEST_F(EnquiryPages, take_a_family_from_the_discussion_to_the_register) {
    EXPECT_TRUE(get(catrin(), mari("/protection")).says("Nothing is under way for Mari."));
    const auto discussed = send(mari("/discussion/new"), discussion("9"));
    EXPECT_EQ(discussed.status, 303);
    EXPECT_EQ(discussed.location, mari("/protection?saved=discussion"));
    auto page = get(catrin(), mari("/protection"));
    EXPECT_TRUE(page.says("Strategy discussion"));
    EXPECT_TRUE(page.says("no section 47 enquiry has been started"));
    EXPECT_TRUE(page.says("Two calls to the house &lt;since&gt; May"));

    EXPECT_EQ(send(mari("/enquiry/new"), with(on("9"), {{"child", id_of("mari")},
                                                        {"child", id_of("ioan")},
                                                        {"by", "jointly_with_police"}}))
                  .status,
              303);
    page = get(catrin(), mari("/protection"));
    EXPECT_TRUE(page.says("A section 47 enquiry is open."));
    EXPECT_TRUE(page.says("The last day on which it is on time is Monday 30 November 2026."));
    EXPECT_TRUE(page.says("No national time limit for the enquiry itself is known."));

    EXPECT_EQ(send(conclude_address(), conclusion("16")).status, 303);
    EXPECT_TRUE(get(catrin(), mari("/protection"))
                    .says("Mari is at continuing risk of significant harm, and no initial "
                          "conference is booked."));

    EXPECT_EQ(
        send(mari("/conference/book?type=initial"), with(on("24"), {{"child", id_of("mari")},
                                                                    {"child", id_of("ioan")},
                                                                    {"at", "10.30"},
                                                                    {"place", "Neuadd y Sir"},
                                                                    {"chair", "Gwenan Ellis"}}))
            .status,
        303);
    EXPECT_TRUE(get(catrin(), mari("/protection")).says("Record the initial conference"));

    const auto begun = get(catrin(), mari("/conference/record?type=initial"));
    EXPECT_TRUE(begun.says("name=\"on-day\" type=\"text\" value=\"24\""));
    EXPECT_TRUE(begun.says("value=\"Gwenan Ellis\""));
    EXPECT_EQ(send(mari("/conference/record?type=initial"), conference("24")).status, 303);
    EXPECT_FALSE(get(catrin(), mari("/conference/record?type=initial"))
                     .says("value=\"Gwenan Ellis\"")); // recorded: what comes is another
    page = get(catrin(), mari("/protection"));
    EXPECT_TRUE(page.says("Held in time"));
    EXPECT_TRUE(page.says("Name placed on the child protection register: neglect"));
    const auto ioan = get(catrin(), "/child/" + id_of("ioan") + "/protection");
    EXPECT_TRUE(ioan.says("Name not placed on the register."));
    EXPECT_FALSE(ioan.says("Name placed on the child protection register"));
}

TEST_F(EnquiryPages, tell_every_step_on_the_timeline_in_both_languages) {
    as_far_as_the_conclusion();
    const auto english = get(catrin(), mari("/timeline"));
    EXPECT_TRUE(english.says("Strategy discussion"));
    EXPECT_TRUE(english.says("Section 47 enquiry started"));
    EXPECT_TRUE(english.says("Section 47 enquiry concluded"));
    EXPECT_FALSE(english.says("cannot show yet"));
    const auto welsh = get(catrin(), "/cy" + mari("/timeline"));
    EXPECT_TRUE(welsh.says("Trafodaeth strategaeth"));
    EXPECT_TRUE(welsh.says("Dechreuodd ymholiad adran 47"));
    EXPECT_TRUE(get(catrin(), "/cy" + mari("/protection")).says("Ymholiadau adran 47"));
}

TEST_F(EnquiryPages,
       say_what_a_meeting_without_the_police_was_and_let_a_head_of_service_accept_it) {
    EXPECT_EQ(send(mari("/discussion/new"), discussion("9", "sent_apologies")).status, 303);
    const auto page = get(catrin(), mari("/protection"));
    EXPECT_TRUE(page.says("Internal meeting, without the police"));
    EXPECT_TRUE(page.says("1 meeting was held without the police"));
    EXPECT_FALSE(page.says("Accept it as a strategy discussion")) << "not hers to accept";
    const auto accept =
        link_to(get(head(), mari("/protection")).text, "/discussion/[0-9a-f-]*/accept");
    ASSERT_FALSE(accept.empty());
    EXPECT_EQ(get(catrin(), accept).status, 404);
    EXPECT_EQ(send(accept, {{"reason", ""}}, head()).status, 422);
    EXPECT_EQ(send(accept, {{"reason", "They agreed by telephone"}}, head()).status, 303);
    const auto after = get(catrin(), mari("/protection"));
    EXPECT_TRUE(after.says("They agreed by telephone"));
    EXPECT_TRUE(after.says("Start a section 47 enquiry"));
}

TEST_F(EnquiryPages, show_the_form_again_with_every_fault_and_every_word) {
    auto form = discussion("9");
    std::erase_if(form, [](const Field& field) {
        return field.name == "decided" || field.name == "came-2" || field.name == "name-2" ||
               field.name == "brought-2";
    });
    form.push_back({"owner-2", "Nobody yet"});
    const auto again = send(mari("/discussion/new"), form);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("Write what was decided"));
    EXPECT_TRUE(again.says("Say whether the police were there"));
    EXPECT_TRUE(again.says("Write what is to be done"));
    EXPECT_TRUE(again.says("Unexplained bruises"));
    EXPECT_TRUE(again.says("Nobody yet"));
}

TEST_F(EnquiryPages, refuse_a_conference_before_any_strategy_discussion) {
    auto form = conference("20");
    std::erase_if(form, [](const Field& field) {
        return field.name.ends_with(id_of("ioan")) || field.value == id_of("ioan");
    });
    const auto refused = send(mari("/conference/record?type=initial"), form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(
        refused.says("No strategy discussion with the police is recorded before this conference"));
    EXPECT_TRUE(refused.says("Seen every week"));
}

TEST_F(EnquiryPages, refuse_a_day_to_come_and_a_day_out_of_order) {
    EXPECT_TRUE(send(mari("/discussion/new"), discussion("25"))
                    .says("The date must be today or in the past"));
    EXPECT_EQ(send(mari("/discussion/new"), discussion("9")).status, 303);
    const auto early = send(mari("/enquiry/new"),
                            with(on("8"), {{"child", id_of("mari")}, {"by", "social_services"}}));
    EXPECT_EQ(early.status, 422);
    EXPECT_TRUE(early.says("The enquiry cannot start before the strategy discussion"));
}

TEST_F(EnquiryPages, show_what_somebody_recorded_meanwhile_and_keep_the_text) {
    auto form = discussion("9");
    add_marks(catrin(), mari("/discussion/new"), form);
    put(record::CoreGroupMet{november(10)}, {thing("ioan")}, november(10));
    const auto conflict = post(catrin(), mari("/discussion/new"), form);
    EXPECT_EQ(conflict.status, 409);
    EXPECT_TRUE(conflict.says("Nothing was saved"));
    EXPECT_TRUE(conflict.says("Unexplained bruises"));
    Form second = discussion("9");
    static const std::regex mark{R"x(name="(key|saw)" value="([^"]*)")x"};
    for (auto at = std::sregex_iterator{conflict.text.begin(), conflict.text.end(), mark};
         at != std::sregex_iterator{}; ++at) {
        second.push_back({(*at)[1], (*at)[2]});
    }
    EXPECT_EQ(post(catrin(), mari("/discussion/new"), second).status, 303);
}

TEST_F(EnquiryPages, record_once_when_the_button_is_pressed_twice) {
    auto form = discussion("9");
    add_marks(catrin(), mari("/discussion/new"), form);
    EXPECT_EQ(post(catrin(), mari("/discussion/new"), form).status, 303);
    EXPECT_EQ(post(catrin(), mari("/discussion/new"), form).status, 303);
    EXPECT_EQ(times(get(catrin(), mari("/protection")).text, "Unexplained bruises"), 1U);
}

TEST_F(EnquiryPages, are_not_there_for_somebody_without_the_child) {
    for (const auto* page : {"/protection", "/discussion/new", "/enquiry/new", "/conference/book",
                             "/conference/record"}) {
        EXPECT_EQ(get(stranger(), mari(page)).status, 404) << page;
    }
    EXPECT_EQ(get(head(), mari("/protection")).status, 200);
    EXPECT_EQ(get(head(), mari("/discussion/new")).status, 404)
        << "a head of service records nothing";
    EXPECT_EQ(get(stranger(), "/enquiries").status, 404);
    EXPECT_EQ(get(catrin(), "/enquiries").status, 404);
}

TEST_F(EnquiryPages, turn_the_pages_of_what_was_concluded) {
    constexpr int enquiries = 27;
    for (int n = 1; n <= enquiries; ++n) {
        const auto on = registered.plus_days(-n);
        const base::EntryId enquiry{put(
            record::EnquiryStarted{{}, on, record::EnquiryBy::not_recorded}, {thing("mari")}, on)};
        record::EnquiryConcluded concluded{enquiry, on, {}};
        concluded.children = {{child("mari"), record::Determination::not_substantiated, "", ""}};
        put(concluded, {thing("mari")}, on);
    }
    const auto rows = [](const std::string& page) {
        return times(page, "Concerns not substantiated");
    };
    const auto first = get(rhian(), "/enquiries?over=five-years").text;
    EXPECT_EQ(rows(first), 25U);
    EXPECT_NE(first.find("over=five-years&amp;page=2#concluded"), std::string::npos);
    EXPECT_EQ(first.find("page=3"), std::string::npos);
    const auto second = get(rhian(), "/enquiries?over=five-years&page=2").text;
    EXPECT_EQ(rows(second), 2U);
    EXPECT_EQ(second.find("page=3"), std::string::npos);
    EXPECT_EQ(rows(get(rhian(), "/enquiries?over=five-years&page=9").text), 2U);
    EXPECT_EQ(rows(get(rhian(), "/enquiries?over=five-years&page=-1").text), 25U);
}

TEST_F(EnquiryPages, list_the_gaps_first_on_the_register_of_enquiries) {
    EXPECT_TRUE(get(rhian(), "/enquiries").says("Nothing is missing on the way to the register."));
    EXPECT_EQ(send(mari("/discussion/new"), discussion("9")).status, 303);
    auto page = get(rhian(), "/enquiries");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("2 steps are missing on the way to the register."));
    EXPECT_TRUE(page.says("Threshold met, no enquiry started"));
    EXPECT_TRUE(
        get(head(), "/cy/enquiries").says("Cyrhaeddwyd y trothwy, ni ddechreuwyd ymholiad"));
    EXPECT_EQ(send(mari("/enquiry/new"), with(on("9"), {{"child", id_of("mari")},
                                                        {"child", id_of("ioan")},
                                                        {"by", "jointly_with_police"}}))
                  .status,
              303);
    EXPECT_TRUE(get(rhian(), "/enquiries").says("11 working days"));
    EXPECT_EQ(send(conclude_address(), conclusion("16")).status, 303);
    page = get(rhian(), "/enquiries?over=year");
    EXPECT_TRUE(page.says("Continuing risk, no conference booked"));
    EXPECT_TRUE(page.says("Concerns substantiated, and the child is at continuing risk"));
}

} // namespace
} // namespace gweld::web::pages
