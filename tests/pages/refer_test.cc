// The partners' form asked as a browser without an account asks: questions, what is missing,
// sending, the way back, and that nothing of any record is told.
#include "casework/asking_back.h"
#include "casework/referral_story.h"
#include "casework/referrals.h"
#include "small_site.h"
#include "web/pages/uploads_taken.h"

#include <regex>

namespace gweld::web::pages {
namespace {

class ReferPages : public SmallSite {
  protected:
    static std::vector<Field> typed() {
        return {{"source", "school"},
                {"organisation", "Ysgol Bro Dulas"},
                {"referrer", "Non Gruffudd"},
                {"role", "Safeguarding lead"},
                {"phone", "01632 960 101"},
                {"children", "1"},
                {"child-1-name", "Mia Farr"},
                {"adults", "1"},
                {"danger", "possible"},
                {"worry", "Came in with a cut lip."},
                {"language", "en"},
                {"family-told", "no"},
                {"why-not", "It could put her in danger"}};
    }
    static void set(std::vector<Field>& form, std::string_view name, std::string value) {
        const auto field = std::ranges::find(form, name, &Field::name);
        if (field == form.end()) {
            form.push_back({std::string{name}, std::move(value)});
        } else {
            field->value = std::move(value);
        }
    }
    Answered visit(std::string_view target) {
        Request request;
        EXPECT_EQ(read_target(target, request), Target::understood);
        return answered(request);
    }
    Answered send(std::string_view target, std::vector<Field> form,
                  std::vector<std::pair<std::string, std::string>> attached = {},
                  std::string from = "192.0.2.1") {
        Request request;
        request.method = Method::post;
        EXPECT_EQ(read_target(target, request), Target::understood);
        request.form = Fields{std::move(form)};
        for (auto& [name, bytes] : attached) {
            auto content = std::make_shared<PutDown>(room_);
            EXPECT_EQ(content->write(bytes), PutDown::Written::yes);
            request.files.push_back({"file", name, Arrived::whole, content});
        }
        request.headers.add("Content-Type", "multipart/form-data; boundary=B");
        request.headers.add("Sec-Fetch-Site", "same-origin");
        request.remote = std::move(from);
        return answered(request);
    }
    // The marks of the form on the page.
    static std::vector<Field> marked(std::vector<Field> form, const Answered& page) {
        for (const auto* name : {"key", "proof"}) {
            set(form, name, value_of(page.text, name));
        }
        return form;
    }
    static std::string value_of(const std::string& page, const std::string& name) {
        const std::regex field{"name=\"" + name + "\" value=\"([^\"]*)\""};
        std::smatch found;
        return std::regex_search(page, found, field) ? found[1].str() : std::string{};
    }
    // From the blank form over the check to what is sent.
    Answered sent(std::vector<Field> form = typed(),
                  std::vector<std::pair<std::string, std::string>> attached = {},
                  std::string_view language = "") {
        const auto check = send(std::string{language} + "/refer", form);
        EXPECT_EQ(check.status, 200);
        return send(std::string{language} + "/refer/send", marked(std::move(form), check),
                    std::move(attached));
    }
    static casework::Receipt receipt_on(const Answered& page) {
        const std::regex reference{"<dd>([A-Z]{3}-[A-Z]{3}-[A-Z]{3})</dd>"};
        const std::regex code{"<dd>([A-Z]{4}-[A-Z]{4}-[A-Z]{4})</dd>"};
        std::smatch one;
        std::smatch two;
        EXPECT_TRUE(std::regex_search(page.text, one, reference)) << page.text;
        EXPECT_TRUE(std::regex_search(page.text, two, code));
        return {one[1].str(), two[1].str()};
    }
    base::Uuid only_contact() {
        base::Uuid id{};
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            const auto rows = r.contacts_waiting();
                            EXPECT_EQ(rows.size(), 1U);
                            id = rows.empty() ? id : rows.front().contact;
                        })
                        .ok());
        return id;
    }
    std::size_t waiting() {
        std::size_t n = 0;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { n = r.contacts_waiting().size(); }).ok());
        return n;
    }
    std::string contact(std::string_view then = "") {
        return "/contact/" + base::to_text(only_contact()) + std::string{then};
    }
    std::vector<Field> with_saw(std::vector<Field> form, base::Uuid id, std::string key) {
        std::int64_t version = 0;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { version = r.version_of(id); }).ok());
        form.push_back({"key", std::move(key)});
        form.push_back({"saw", base::to_text(id) + ":" + std::to_string(version)});
        return form;
    }
    void taken_by_duty() {
        EXPECT_EQ(post(duty(), contact("/take"), with_saw({}, only_contact(), "take")).status, 303);
    }

  private:
    Answered answered(Request& request) {
        const auto response = site.router.answer(request);
        return {response.status, std::string{response.body.bytes()},
                std::string{response.header("Location")}};
    }
    UploadRoom room_{1'000'000};
};

TEST_F(ReferPages, anybody_sees_the_form_with_the_way_out_by_telephone_and_the_guidance) {
    site.council.duty_phone = "01632 960 110";
    const auto page = visit("/refer");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("If a child is in danger now, phone 999"));
    EXPECT_TRUE(page.says("01632 960 110"));
    EXPECT_TRUE(page.says("a report from a professional is never anonymous"));
    EXPECT_TRUE(page.says("reasonable cause to suspect"));
    EXPECT_TRUE(page.says("Unverified"));
    EXPECT_FALSE(page.says("Member of the public</option>"));
    EXPECT_TRUE(visit("/cy/refer").says("Adrodd pryder am blentyn"));
}

TEST_F(ReferPages, the_council_can_put_its_own_guidance) {
    site.for_partners.guidance_en = {"Our own thresholds."};
    site.for_partners.guidance_cy = {"Ein trothwyon ein hunain."};
    EXPECT_TRUE(visit("/refer").says("Our own thresholds."));
    EXPECT_FALSE(visit("/refer").says("Unverified"));
    EXPECT_TRUE(visit("/cy/refer").says("Ein trothwyon ein hunain."));
}

TEST_F(ReferPages, what_has_to_be_there_is_asked_for_and_every_word_kept) {
    auto form = typed();
    for (const auto* name :
         {"source", "referrer", "role", "organisation", "phone", "danger", "child-1-name"}) {
        set(form, name, "");
    }
    const auto page = send("/refer", form);
    EXPECT_EQ(page.status, 422);
    for (const auto* link :
         {"#source", "#referrer", "#role", "#organisation", "#phone", "#danger", "#child-1-name"}) {
        EXPECT_TRUE(page.says("href=\"" + std::string{link} + "\"")) << link;
    }
    EXPECT_TRUE(page.says("Came in with a cut lip."));
    set(form, "source", "member_of_public");
    EXPECT_TRUE(send("/refer", form).says("This form is for professionals"));
    EXPECT_EQ(waiting(), 0U);
}

TEST_F(ReferPages, an_address_nothing_can_be_sent_to_is_asked_for_right) {
    auto form = typed();
    for (const auto* wrong : {"non", "non@ysgol", "@ysgol.example", "non@.example", "a@b@c.example",
                              "non gruffudd@ysgol.example", "non@ysgol."}) {
        set(form, "email", wrong);
        const auto page = send("/refer", form);
        EXPECT_EQ(page.status, 422) << wrong;
        EXPECT_TRUE(page.says("Enter an e-mail address like name@example.com")) << wrong;
        EXPECT_TRUE(page.says("href=\"#email\"")) << wrong;
    }
    for (const auto* right : {"non@ysgol.example", "n.g+1@bro.dulas.example"}) {
        set(form, "email", right);
        EXPECT_EQ(send("/refer", form).status, 200) << right;
    }
}

TEST_F(ReferPages, a_telephone_number_is_figures) {
    auto form = typed();
    for (const auto* wrong : {"ask at the desk", "01632 96O 101", "12345"}) {
        set(form, "phone", wrong);
        EXPECT_TRUE(send("/refer", form).says("Enter a telephone number in figures")) << wrong;
    }
    for (const auto* right : {"01632 960 101", "+44 (0)1632 960-101", "01632 960 101 ext 23"}) {
        set(form, "phone", right);
        EXPECT_EQ(send("/refer", form).status, 200) << right;
    }
}

TEST_F(ReferPages, a_text_that_is_too_long_names_its_box) {
    auto form = typed();
    set(form, "history", std::string(10'001, 'x'));
    const auto page = send("/refer", form);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("What happened before, as far as you know? This can be 10,000 letters"));
}

TEST_F(ReferPages, somebody_grown_up_is_asked_about_by_name) {
    auto form = typed();
    set(form, "child-1-born-day", "3");
    set(form, "child-1-born-month", "5");
    set(form, "child-1-born-year", "1985");
    EXPECT_TRUE(send("/refer", form).says("Mia Farr would be 41."));
}

TEST_F(ReferPages, one_more_child_and_one_more_adult_keep_everything) {
    auto form = typed();
    form.push_back({"add", "child"});
    auto page = send("/refer", form);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("name=\"child-2-name\""));
    EXPECT_TRUE(page.says("value=\"Mia Farr\""));
    form.back().value = "adult";
    page = send("/refer", form);
    EXPECT_TRUE(page.says("name=\"adult-2-name\""));
    EXPECT_FALSE(page.says("name=\"child-2-name\""));
}

TEST_F(ReferPages, what_is_missing_is_listed_and_counted_before_it_is_sent) {
    const auto page = send("/refer", typed());
    EXPECT_TRUE(page.says("Check before you send"));
    EXPECT_TRUE(page.says("8 of 17 answered"));
    EXPECT_TRUE(page.says("An address for every child"));
    EXPECT_TRUE(page.says("What happened before"));
    EXPECT_TRUE(page.says("enctype=\"multipart/form-data\""));
    EXPECT_TRUE(page.says("Came in with a cut lip."));
    EXPECT_TRUE(send("/cy/refer", typed()).says("Atebwyd 8 o 17"));
}

TEST_F(ReferPages, incomplete_it_goes_at_once_where_a_child_may_be_at_risk_and_else_when_said_so) {
    EXPECT_EQ(sent().status, 200);
    EXPECT_EQ(waiting(), 1U);
    auto form = typed();
    set(form, "danger", "not_suspected");
    const auto asked = sent(form);
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("Add what is missing, or say that it is to be sent all the same"));
    EXPECT_EQ(waiting(), 1U);
    set(form, "anyway", "yes");
    EXPECT_EQ(sent(form).status, 200);
    EXPECT_EQ(waiting(), 2U);
}

TEST_F(ReferPages, danger_now_is_answered_with_the_telephone) {
    auto form = typed();
    set(form, "danger", "now");
    EXPECT_TRUE(send("/refer", form).says("phone 999"));
    EXPECT_TRUE(sent(form).says("phone 999"));
    EXPECT_TRUE(get(duty(), "/front-door").says("Act now"));
    EXPECT_TRUE(get(duty(), contact()).says("Yes, now"));
}

TEST_F(ReferPages, it_is_acknowledged_with_a_reference_and_a_code_and_by_when) {
    const auto page = sent();
    EXPECT_TRUE(page.says("We have your report"));
    receipt_on(page);
    EXPECT_TRUE(page.says("We decide what happens next by Wednesday 25 November 2026."));
    EXPECT_TRUE(page.says("If you have heard nothing by Thursday 3 December 2026"));
    EXPECT_TRUE(page.says("Came in with a cut lip.")); // printed for the sender's own file
    EXPECT_TRUE(sent(typed(), {}, "/cy").says("Mae eich adroddiad gennym"));
}

TEST_F(ReferPages, a_second_press_says_the_same_and_sends_nothing_twice) {
    const auto check = send("/refer", typed());
    const auto form = marked(typed(), check);
    const auto first = send("/refer/send", form);
    clock.moment += std::chrono::minutes{2};
    const auto second = send("/refer/send", form);
    EXPECT_EQ(receipt_on(first).code, receipt_on(second).code);
    EXPECT_EQ(waiting(), 1U);
    auto changed = form;
    set(changed, "worry", "Something else.");
    const auto page = send("/refer/send", changed);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.says("Something else."));
    EXPECT_NE(value_of(page.text, "key"), value_of(check.text, "key"));
}

TEST_F(ReferPages, nothing_tells_whether_a_child_is_known) {
    auto known = typed();
    set(known, "child-1-name", "Ffion Davies");
    auto unknown = typed();
    set(unknown, "child-1-name", "Zzyzx Qwerty");
    auto one = sent(known).text;
    auto two = sent(unknown).text;
    const std::regex varying{"[A-Z]{3,4}(-[A-Z]{3,4}){2}|Ffion Davies|Zzyzx Qwerty"};
    EXPECT_EQ(std::regex_replace(one, varying, ""), std::regex_replace(two, varying, ""));
    for (const auto* secret : {"Catrin", "register", "Known to us", "Osian"}) {
        EXPECT_EQ(one.find(secret), std::string::npos) << secret;
    }
}

TEST_F(ReferPages, it_stands_on_the_board_and_on_its_page_with_everything_given) {
    auto form = typed();
    set(form, "adult-1-name", "Kelly Farr");
    set(form, "history", "Two days away in October.");
    sent(form, {{"nodyn.txt", "She said nothing."}});
    const auto board = get(duty(), "/front-door");
    EXPECT_TRUE(board.says("Form: 10 of 17 answered, 1 file"));
    EXPECT_TRUE(board.says("Online form"));
    const auto page = get(duty(), contact());
    EXPECT_TRUE(page.says("10 of 17 answered"));
    EXPECT_TRUE(page.says("Kelly Farr"));
    EXPECT_TRUE(page.says("Two days away in October."));
    EXPECT_TRUE(page.says("It could put her in danger"));
    EXPECT_TRUE(page.says("nobody has checked the name"));
    EXPECT_TRUE(page.says("nodyn.txt"));
    EXPECT_TRUE(page.says("Not matched to anybody known."));
    EXPECT_TRUE(get(duty(), "/cy" + contact()).says("Atebwyd 10 o 17"));
}

TEST_F(ReferPages, a_file_is_given_only_to_be_saved_and_only_to_who_may) {
    sent(typed(), {{"nodyn.txt", "<script>alert(1)</script>"}});
    const auto page = get(duty(), contact());
    const std::regex link{"href=\"(/contact/[^\"]*/file/[0-9a-f]{64})\""};
    std::smatch found;
    ASSERT_TRUE(std::regex_search(page.text, found, link));
    const auto where = found[1].str();
    Request request;
    ASSERT_EQ(read_target(where, request), Target::understood);
    EXPECT_EQ(get(duty(), where).text, "<script>alert(1)</script>");
    request.headers.add("Cookie", site.session_cookie.name() + "=token-of-gwyn");
    const auto response = site.router.answer(request);
    EXPECT_EQ(response.content_type, "text/plain");
    EXPECT_EQ(response.header("Content-Disposition"), "attachment; filename*=UTF-8''nodyn.txt");
    EXPECT_EQ(response.header("Content-Security-Policy"), "sandbox");
    EXPECT_EQ(get(stranger(), where).status, 404);
    EXPECT_EQ(visit(where).status, 303); // to sign in
    EXPECT_EQ(get(duty(), contact("/file/" + std::string(64, 'a'))).status, 404);
    EXPECT_EQ(get(duty(), contact("/file/nonsense")).status, 404);
}

TEST_F(ReferPages, a_file_that_is_refused_is_named_and_the_rest_of_the_form_is_kept) {
    const auto page = sent(typed(), {{"good.txt", "a"}, {"bad.pdf", "not a PDF"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("bad.pdf is not what its name says it is"));
    EXPECT_FALSE(page.says("good.txt is"));
    EXPECT_TRUE(page.says("Choose all of them again"));
    EXPECT_TRUE(page.says("value=\"Came in with a cut lip.\""));
    EXPECT_EQ(waiting(), 0U);
    EXPECT_EQ(send("/refer/send", marked(typed(), page)).status, 200);
}

TEST_F(ReferPages, one_address_is_slowed_down_and_loses_nothing_it_typed) {
    site.council.duty_phone = "01632 960 110";
    const auto one_of = [&](const std::string& from) {
        const auto check = send("/refer", typed());
        return send("/refer/send", marked(typed(), check), {}, from);
    };
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(one_of("192.0.2.1").status, 200) << i;
    }
    const auto page = one_of("192.0.2.1");
    EXPECT_EQ(page.status, 429);
    EXPECT_TRUE(page.says("It has not been sent."));
    EXPECT_TRUE(page.says("You can send it again in 2 minutes."));
    EXPECT_TRUE(page.says("01632 960 110"));
    EXPECT_TRUE(page.says("Came in with a cut lip."));
    EXPECT_EQ(one_of("192.0.2.2").status, 200);
    clock.moment += std::chrono::minutes{2};
    EXPECT_EQ(send("/refer/send", marked(typed(), page)).status, 200);
}

TEST_F(ReferPages, a_form_we_did_not_make_and_one_a_machine_filled_in_are_not_taken_nor_lost) {
    auto form = typed();
    set(form, "key", std::string(43, 'a'));
    auto page = send("/refer/send", form);
    EXPECT_EQ(page.status, 403);
    EXPECT_TRUE(page.says("Came in with a cut lip."));
    EXPECT_EQ(send("/refer/send", marked(form, page)).status, 200); // pressed again
    form = marked(typed(), send("/refer", typed()));
    set(form, "website", "https://example.com");
    page = send("/refer/send", form);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("A box that people do not see was filled in"));
    EXPECT_EQ(waiting(), 1U);
    EXPECT_EQ(send("/refer/send", marked(typed(), page)).status, 200);
}

TEST_F(ReferPages, duty_asks_and_the_referrer_answers_without_an_account) {
    const auto receipt = receipt_on(sent());
    taken_by_duty();
    EXPECT_TRUE(get(duty(), contact("/ask")).says("Ask the referrer something"));
    const auto empty = post(duty(), contact("/ask"), with_saw({}, only_contact(), "q0"));
    EXPECT_EQ(empty.status, 422);
    EXPECT_EQ(post(duty(), contact("/ask"),
                   with_saw({{"question", "Was she in school today?"},
                             {"until-day", "24"},
                             {"until-month", "11"},
                             {"until-year", "2026"}},
                            only_contact(), "q1"))
                  .status,
              303);
    EXPECT_TRUE(get(duty(), "/front-door").says("Waits for Non Gruffudd, Ysgol Bro Dulas"));
    const auto who = visit("/refer/answer?reference=" + receipt.reference);
    EXPECT_TRUE(who.says("value=\"" + receipt.reference + "\""));
    const std::vector<Field> mine{{"reference", receipt.reference}, {"code", receipt.code}};
    const auto asked = send("/refer/answer", marked(mine, who));
    EXPECT_EQ(asked.status, 200);
    EXPECT_TRUE(asked.says("Was she in school today?"));
    for (const auto* secret : {"Mia", "cut lip", "Gwyn", "Waits"}) {
        EXPECT_FALSE(asked.says(secret)) << secret;
    }
    auto answer = marked(mine, asked);
    set(answer, "question", value_of(asked.text, "question"));
    EXPECT_EQ(send("/refer/answer/send", answer).status, 422); // nothing written
    set(answer, "answer", "Yes, until three.");
    const auto bad = send("/refer/answer/send", answer, {{"a.exe", "MZ"}});
    EXPECT_EQ(bad.status, 422);
    EXPECT_TRUE(bad.says("Yes, until three."));
    const auto thanks = send("/refer/answer/send", answer, {{"log.txt", "the log"}});
    EXPECT_EQ(thanks.status, 200);
    EXPECT_TRUE(thanks.says("Thank you: we have your answer"));
    // a double click
    EXPECT_EQ(send("/refer/answer/send", answer, {{"log.txt", "the log"}}).status, 200);
    set(answer, "answer", "And she has a bruise.");
    const auto late = send("/refer/answer/send", answer);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("And she has a bruise.")) << "what was written is not thrown away";
    EXPECT_TRUE(get(duty(), "/front-door").says("The referrer has answered"));
    const auto page = get(duty(), contact());
    EXPECT_TRUE(page.says("Yes, until three."));
    EXPECT_TRUE(page.says("log.txt"));
    EXPECT_TRUE(send("/refer/answer", marked(mine, who)).says("There is no question for you"));
}

TEST_F(ReferPages, a_wrong_code_and_no_such_reference_are_one_answer_and_slowed_down) {
    const auto receipt = receipt_on(sent());
    const auto who = visit("/refer/answer");
    std::string texts[2];
    int n = 0;
    for (const auto& reference : {receipt.reference, std::string{"BBB-BBB-BBB"}}) {
        const auto page = send("/refer/answer",
                               marked({{"reference", reference}, {"code", "BBBB-BBBB-BBBB"}}, who));
        EXPECT_EQ(page.status, 422);
        const std::regex varying{"[A-Z]{3}(-[A-Z]{3}){2}|value=\"[^\"]*\""};
        texts[n++] = std::regex_replace(page.text, varying, "");
    }
    EXPECT_EQ(texts[0], texts[1]);
    int status = 422;
    for (int i = 0; i < 12 && status == 422; ++i) {
        status =
            send("/refer/answer", marked({{"reference", receipt.reference}, {"code", "C"}}, who))
                .status;
    }
    EXPECT_EQ(status, 429);
}

TEST_F(ReferPages, the_referrer_is_told_and_that_is_recorded) {
    sent();
    const auto id = only_contact();
    const auto where = "/contact/" + base::to_text(id);
    EXPECT_TRUE(get(duty(), "/front-door").says("0 referrers to tell"));
    EXPECT_EQ(post(duty(), where + "/decide",
                   with_saw({{"outcome", "advice"}, {"reason", "Spoke to her mother"}}, id, "d"))
                  .status,
              303);
    EXPECT_TRUE(get(duty(), "/front-door").says("1 referrer to tell"));
    EXPECT_TRUE(get(duty(), where).says("Non Gruffudd has not been told what was decided."));
    const auto list = get(duty(), "/front-door/to-tell");
    EXPECT_TRUE(list.says("1 professional has not been told what was decided."));
    EXPECT_TRUE(list.says("Mia Farr"));
    EXPECT_EQ(get(catrin(), "/front-door/to-tell").status, 404);
    EXPECT_TRUE(get(head(), "/front-door/to-tell").says("Mia Farr"));
    EXPECT_FALSE(get(head(), "/front-door/to-tell").says("Record that they were told"));
    EXPECT_TRUE(get(duty(), where + "/tell").says("value=\"Non Gruffudd\""));
    EXPECT_EQ(post(duty(), where + "/tell", with_saw({{"how", "telephone"}}, id, "t0")).status,
              422);
    const std::vector<Field> told{{"how", "telephone"},     {"on-day", "24"},
                                  {"on-month", "11"},       {"on-year", "2026"},
                                  {"whom", "Non Gruffudd"}, {"told", "Advice was given"}};
    EXPECT_EQ(post(duty(), where + "/tell", with_saw(told, id, "t1")).status, 303);
    EXPECT_TRUE(get(duty(), where).says("Non Gruffudd was told on"));
    EXPECT_TRUE(get(duty(), "/front-door").says("0 referrers to tell"));
    EXPECT_TRUE(
        get(duty(), "/front-door/to-tell").says("Every professional who reported has been told"));
    EXPECT_EQ(get(stranger(), where + "/tell").status, 404);
    EXPECT_EQ(get(stranger(), where + "/ask").status, 404);
}

TEST_F(ReferPages, the_second_page_asked_for_by_itself_leads_to_the_first) {
    EXPECT_EQ(visit("/refer/send").location, "/refer");
    EXPECT_EQ(visit("/cy/refer/answer/send").location, "/cy/refer/answer");
}

TEST(TakesFiles, two_addresses_and_no_others) {
    Request request;
    request.method = Method::post;
    for (const auto* path : {"/refer/send", "/refer/answer/send"}) {
        request.path = path;
        EXPECT_TRUE(takes_files(request)) << path;
    }
    for (const auto* path : {"/refer", "/", "/contact/x/decide"}) {
        request.path = path;
        EXPECT_FALSE(takes_files(request)) << path;
    }
    request.path = "/refer/send";
    request.method = Method::get;
    EXPECT_FALSE(takes_files(request));
}

} // namespace
} // namespace gweld::web::pages
