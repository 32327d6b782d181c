#include "child_pages.h"

#include "casework/unsaved.h"

namespace gweld::web::pages {

namespace {

constexpr std::string_view marker = "She said the curlew came back";

class UnsavedPages : public ChildPages {
  protected:
    struct Control {
        std::string name;
        std::string value;
        bool text = false;
    };
    // What the form of the page that keeps drafts would send.
    static std::vector<Field> fields_on(const Answered& page) {
        std::vector<Field> fields;
        const auto begin = page.text.find("name=\"unsaved-at\"");
        const auto form = page.text.rfind("<form", begin);
        const auto end = page.text.find("</form>", begin);
        if (begin == std::string::npos) {
            return fields;
        }
        const auto text = page.text.substr(form, end - form);
        static const std::regex hidden{
            R"re(<input type="hidden" name="([^"]*)" value="([^"]*)")re"};
        static const std::regex area{R"re(<textarea[^>]* name="([^"]*)")re"};
        for (std::sregex_iterator at{text.begin(), text.end(), hidden}, last; at != last; ++at) {
            if ((*at)[1] != "csrf") {
                fields.push_back({(*at)[1], (*at)[2]});
            }
        }
        for (std::sregex_iterator at{text.begin(), text.end(), area}, last; at != last; ++at) {
            fields.push_back({(*at)[1], std::string{marker} + " to " + std::string{(*at)[1]}});
        }
        return fields;
    }
    static std::string value(const std::vector<Field>& fields, std::string_view name) {
        const auto found = std::ranges::find(fields, name, &Field::name);
        return found == fields.end() ? "" : found->value;
    }
    static void set(std::vector<Field>& fields, const std::string& name, std::string value) {
        std::erase_if(fields, [&](const Field& field) { return field.name == name; });
        fields.push_back({name, std::move(value)});
    }
    Answered keep(const access::Viewer& viewer, std::vector<Field> fields,
                  std::string_view to = "/drafts") {
        fields.push_back({"unsaved-script", "yes"});
        return post(viewer, to, std::move(fields));
    }
    std::vector<Field> a_visit(std::string_view account) {
        auto fields = fields_on(get(catrin(), ffion("/visit")));
        set(fields, "outcome", "made");
        set(fields, "when", "today");
        set(fields, "place", "school");
        set(fields, "announced", "announced");
        set(fields, "account", std::string{account});
        set(fields, "seen-" + id_of("ffion"), "yes");
        set(fields, "alone-" + id_of("ffion"), "yes");
        set(fields, "words-" + id_of("ffion"), "");
        set(fields, "seen-" + id_of("osian"), "not_part");
        set(fields, "words-" + id_of("osian"), "");
        return fields;
    }
};

} // namespace

TEST_F(UnsavedPages, what_was_typed_is_in_the_form_when_it_is_opened_again) {
    const auto blank = get(catrin(), ffion("/visit"));
    EXPECT_FALSE(blank.says("id=\"begun\""));
    const auto kept = keep(catrin(), a_visit(marker));
    EXPECT_EQ(kept.status, 200);
    EXPECT_TRUE(kept.says("Draft kept at 9am on Tue 24 Nov") || kept.says("Draft kept at 9:00am"))
        << kept.text;
    const auto again = get(catrin(), ffion("/visit"));
    EXPECT_TRUE(again.says("id=\"begun\""));
    EXPECT_TRUE(again.says("did not save it."));
    EXPECT_TRUE(again.says(marker));
    EXPECT_TRUE(get(catrin(), "/cy" + ffion("/visit")).says(marker));
    EXPECT_FALSE(get(rhian(), ffion("/visit")).says(marker));
}

// Every form that writes long text takes part: what one forgets to fill in again is lost.
TEST_F(UnsavedPages, every_form_brings_every_text_back) {
    const auto visit_id = base::to_text(record_visit(visit(office.today())));
    auto stub = visit(office.today());
    stub.write_up = record::WriteUp::to_follow;
    const auto stub_id = base::to_text(record_visit(stub));
    const struct {
        access::Viewer viewer;
        std::string address;
    } forms[] = {
        {catrin(), ffion("/visit")},
        {catrin(), "/entry/" + visit_id + "/correct"},
        {catrin(), "/entry/" + visit_id + "/withdraw"},
        {catrin(), "/visit/" + stub_id + "/write-up"},
        {catrin(), ffion("/core-group")},
        {catrin(), ffion("/plan/write")},
        {catrin(), ffion("/event/new")},
        {catrin(), ffion("/relative/new")},
        {rhian(), ffion("/register/leaving")},
        {rhian(), ffion("/discussion/new")},
        {rhian(), ffion("/conference/record")},
        {catrin(), ffion("/conference/book")},
        {catrin(), ffion("/assessment/new")},
        {duty(), "/front-door/new"},
        {head(), "/conferences/practice"},
    };
    for (const auto& [viewer, address] : forms) {
        const auto blank = get(viewer, address);
        ASSERT_EQ(blank.status, 200) << address;
        auto fields = fields_on(blank);
        ASSERT_FALSE(fields.empty()) << address << " keeps no draft";
        const auto texts = std::ranges::count_if(
            fields, [](const Field& field) { return field.value.starts_with(marker); });
        ASSERT_EQ(keep(viewer, fields).status, 200) << address;
        const auto again = get(viewer, address);
        EXPECT_TRUE(again.says("id=\"begun\"")) << address;
        EXPECT_EQ(times(again.text, marker), static_cast<std::size_t>(texts)) << address;
        EXPECT_TRUE(again.says("name=\"key\" value=\"" + value(fields, "key") + "\"")) << address;
    }
}

TEST_F(UnsavedPages, a_form_sent_with_faults_is_there_in_the_other_language) {
    auto fields = a_visit(marker);
    set(fields, "place", "");
    const auto refused = post(catrin(), ffion("/visit"), fields);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("href=\"/cy" + ffion("/visit") + "\""));
    EXPECT_TRUE(refused.says("data-not-saved=\"yes\""));
    const auto welsh = get(catrin(), "/cy" + ffion("/visit"));
    EXPECT_TRUE(welsh.says(marker));
    EXPECT_TRUE(welsh.says("Dechreuoch chi hwn"));
}

TEST_F(UnsavedPages, saving_leaves_no_draft_and_a_late_one_is_turned_away) {
    const auto fields = a_visit(marker);
    ASSERT_EQ(keep(catrin(), fields).status, 200);
    ASSERT_EQ(post(catrin(), ffion("/visit"), fields).status, 303);
    EXPECT_FALSE(get(catrin(), ffion("/visit")).says(marker));
    const auto late = keep(catrin(), fields);
    EXPECT_EQ(late.status, 410);
    EXPECT_TRUE(late.says("This form was saved."));
    EXPECT_FALSE(get(catrin(), ffion("/visit")).says("id=\"begun\""));
}

TEST_F(UnsavedPages, a_draft_of_another_day_says_which_day_it_meant) {
    ASSERT_EQ(keep(catrin(), a_visit(marker)).status, 200);
    clock.moment += std::chrono::hours{24};
    const auto next_day = get(catrin(), ffion("/visit"));
    EXPECT_TRUE(next_day.says(marker));
    EXPECT_TRUE(next_day.says("value=\"24\"")); // the day it was, not "today"
    static const std::regex today_chosen{R"re(value="today"[^>]*checked)re"};
    EXPECT_FALSE(std::regex_search(next_day.text, today_chosen));
}

TEST_F(UnsavedPages, what_somebody_else_typed_here_is_neither_sent_nor_shown) {
    const auto catrins = a_visit(marker);
    for (const auto& to : {ffion("/visit"), std::string{"/drafts"}}) {
        const auto answer = post(rhian(), to, catrins);
        EXPECT_EQ(answer.status, 403) << to;
        EXPECT_FALSE(answer.says(marker)) << to;
        EXPECT_TRUE(answer.says("Somebody else began this form")) << to;
    }
    EXPECT_EQ(casework::count_unsaved(office, rhian()), 0U);
    EXPECT_EQ(get(rhian(), "/drafts/ready?writer=" + id_of("catrin")).status, 409);
    const auto ready = get(catrin(), "/drafts/ready?writer=" + id_of("catrin"));
    EXPECT_EQ(ready.status, 200);
    EXPECT_TRUE(is_csrf_token(ready.text, site.secret, "token-of-catrin"));
}

TEST_F(UnsavedPages, starting_again_without_it_can_be_undone) {
    const auto fields = a_visit(marker);
    ASSERT_EQ(keep(catrin(), fields).status, 200);
    const auto thrown = post(catrin(), "/drafts/throw-away",
                             {{"key", value(fields, "key")}, {"unsaved-at", ffion("/visit")}});
    EXPECT_EQ(thrown.status, 303);
    EXPECT_EQ(thrown.location, ffion("/visit"));
    EXPECT_FALSE(get(catrin(), ffion("/visit")).says(marker));
    const auto list = get(catrin(), "/drafts");
    EXPECT_TRUE(list.says("Bring it back"));
    EXPECT_FALSE(list.says(marker)); // a list tells what they are, not what they say
    EXPECT_EQ(post(catrin(), "/drafts/bring-back", {{"key", value(fields, "key")}}).status, 303);
    EXPECT_TRUE(get(catrin(), ffion("/visit")).says(marker));
}

TEST_F(UnsavedPages, what_was_typed_is_read_by_its_writer_where_its_form_is_gone) {
    auto fields = a_visit(marker);
    set(fields, "unsaved-at", ffion("/nothing-here/any-more"));
    ASSERT_EQ(keep(catrin(), fields).status, 200);
    const auto list = get(catrin(), "/drafts");
    const auto to = "/drafts/read?key=" + value(fields, "key");
    EXPECT_TRUE(list.says(to));
    const auto read = get(catrin(), to);
    EXPECT_EQ(read.status, 200);
    EXPECT_TRUE(read.says(marker));
    EXPECT_FALSE(read.says(">school<"));
    EXPECT_TRUE(get(catrin(), "/cy/drafts").says("Darllen yr hyn rydych wedi’i deipio"));
    EXPECT_EQ(get(rhian(), to).status, 404) << "nobody else reads it";
    EXPECT_EQ(get(catrin(), "/drafts/read?key=other").status, 404);
}

TEST_F(UnsavedPages, about_a_child_who_is_not_theirs_it_is_kept_and_not_shown) {
    auto fields = a_visit(marker);
    set(fields, "unsaved-writer", base::to_text(stranger().worker));
    EXPECT_EQ(post(stranger(), ffion("/visit"), fields).status, 404);
    const auto list = get(stranger(), "/drafts");
    EXPECT_TRUE(list.says("A form about somebody who is no longer in your work"));
    EXPECT_FALSE(list.says("Davies"));
    EXPECT_EQ(get(stranger(), "/drafts/read?key=" + value(fields, "key")).status, 404);
    const auto form = get(stranger(), ffion("/visit"));
    EXPECT_EQ(form.status, 404);
    EXPECT_FALSE(form.says(marker));
}

TEST_F(UnsavedPages, without_scripts_a_button_keeps_it_and_comes_back) {
    const auto kept = post(catrin(), "/cy/drafts", a_visit(marker));
    EXPECT_EQ(kept.status, 303);
    EXPECT_EQ(kept.location, "/cy" + ffion("/visit"));
    EXPECT_TRUE(get(catrin(), kept.location).says(marker));
}

TEST_F(UnsavedPages, opening_it_again_is_a_look_like_any_other) {
    ASSERT_EQ(keep(catrin(), a_visit(marker)).status, 200);
    const auto before = all_looks().size();
    get(catrin(), ffion("/visit"));
    const auto looks = all_looks();
    ASSERT_EQ(looks.size(), before + 1);
    EXPECT_EQ(looks.back().page, "record-visit");
}

TEST_F(UnsavedPages, a_form_that_asks_for_more_room_keeps_what_was_typed) {
    auto fields = fields_on(get(duty(), "/front-door/new"));
    fields.push_back({"add", "1"});
    EXPECT_EQ(post(duty(), "/front-door/new", fields).status, 200);
    EXPECT_TRUE(get(duty(), "/front-door/new").says(marker));
}

} // namespace gweld::web::pages
