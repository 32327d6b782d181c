// A protected address, a copy of somebody's own record, a disagreement and a mistake put right,
// asked as a browser asks.
#include "small_site.h"

#include "casework/merging.h"
#include "record/kinds.h"

namespace gweld::web::pages {

namespace {

class RightsPages : public SmallSite {
  protected:
    static std::string ffion(std::string_view part = {}) {
        return "/child/" + id_of("ffion") + std::string{part};
    }
    std::string saw() { return id_of("ffion") + ":" + std::to_string(version("ffion")); }
    base::Uuid lives_at(const std::string& lines) {
        return put(record::AddressLivedAt{record::AddressKind::home, lines, "CF10 1AA", registered,
                                          std::nullopt},
                   {casework::thing("ffion")}, registered);
    }
    Answered protect(const access::Viewer& by, std::vector<Field> also = {}) {
        std::vector<Field> form{{"child", id_of("ffion")},
                                {"lines", "7 Heol y Rhosyn, Pentre Felin"},
                                {"postcode", "CF10 1AA"},
                                {"kind", "home"},
                                {"from-day", "1"},
                                {"from-month", "3"},
                                {"from-year", "2026"},
                                {"because", "domestic_abuse"},
                                {"words", "He looks for them"},
                                {"key", "p1"},
                                {"saw", saw()}};
        form.insert(form.end(), also.begin(), also.end());
        return post(by, ffion("/protect-address"), form);
    }
    // The address a link with these words leads to.
    static std::string way(const Answered& page, const std::string& words) {
        const auto at = page.text.find(">" + words);
        const auto from = page.text.rfind("href=\"", at) + 6;
        return at == std::string::npos ? ""
                                       : page.text.substr(from, page.text.find('"', from) - from);
    }
    Answered ask_for_copy() {
        return post(rhian(), ffion("/own-record"),
                    {{"child", id_of("ffion")},
                     {"by", "parent"},
                     {"name", "Carys Davies"},
                     {"on-day", "3"},
                     {"on-month", "11"},
                     {"on-year", "2026"},
                     {"identity", "Her passport"},
                     {"key", "o1"},
                     {"saw", saw()}});
    }
    static std::vector<Field> entries_in(const Answered& page) {
        std::vector<Field> fields;
        const std::string mark = "name=\"entry\" value=\"";
        for (auto at = page.text.find(mark); at != std::string::npos;
             at = page.text.find(mark, at + 1)) {
            fields.push_back({"entry", page.text.substr(at + mark.size(), 36)});
        }
        return fields;
    }
};

TEST_F(RightsPages, an_address_is_protected_and_shown_only_on_its_own_page) {
    lives_at("7 Heol y Rhosyn, Pentre Felin");
    EXPECT_TRUE(get(catrin(), ffion("/people")).says("Rhosyn"));
    EXPECT_EQ(protect(catrin()).status, 303);
    const auto people = get(catrin(), ffion("/people"));
    EXPECT_FALSE(people.says("Rhosyn"));
    EXPECT_TRUE(people.says("Protected address"));
    const auto shown = get(catrin(), way(people, "Show the address"));
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.says("7 Heol y Rhosyn"));
    EXPECT_TRUE(shown.says("CF10 1AA"));
    for (const auto* part : {"", "/timeline", "/story", "/genogram", "/looks", "/due"}) {
        EXPECT_FALSE(get(catrin(), ffion(part)).says("Rhosyn")) << part;
    }
    EXPECT_TRUE(get(catrin(), ffion("/looks")).says("The protected address"));
    const auto heads = get(head(), ffion("/people"));
    EXPECT_TRUE(heads.says("Ask Catrin Hughes"));
    EXPECT_EQ(get(head(), way(people, "Show the address")).status, 404);
}

TEST_F(RightsPages, an_address_is_not_protected_half_said) {
    auto half = protect(catrin(), {});
    EXPECT_EQ(half.status, 303);
    const auto wrong = post(catrin(), ffion("/protect-address"),
                            {{"child", id_of("ffion")}, {"key", "p2"}, {"saw", saw()}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Write the address"));
    EXPECT_TRUE(wrong.says("Choose a reason"));
    EXPECT_EQ(get(stranger(), ffion("/protect-address")).status, 404);
}

TEST_F(RightsPages, two_people_lift_it) {
    EXPECT_EQ(protect(catrin()).status, 303);
    const auto to_lift = way(get(catrin(), ffion("/people")), "Protect it no longer");
    EXPECT_TRUE(get(catrin(), to_lift).says("Two people decide this"));
    EXPECT_EQ(
        post(catrin(), to_lift, {{"words", "He has moved away"}, {"key", "l1"}, {"saw", saw()}})
            .status,
        303);
    EXPECT_EQ(way(get(catrin(), ffion("/people")), "Asked for"), "");
    EXPECT_EQ(post(rhian(), to_lift, {{"words", "no"}, {"key", "l2"}, {"saw", saw()}}).status, 422);
    EXPECT_EQ(post(rhian(), to_lift, {{"words", "yes"}, {"key", "l3"}, {"saw", saw()}}).status,
              303);
    EXPECT_TRUE(get(catrin(), ffion("/people")).says("Rhosyn"));
}

TEST_F(RightsPages, a_copy_is_read_through_left_out_of_and_given) {
    const auto asked = ask_for_copy();
    ASSERT_EQ(asked.status, 303);
    const auto copy = asked.location;
    const auto page = get(rhian(), copy);
    EXPECT_TRUE(page.says("It is due by Thursday 3 December 2026"));
    EXPECT_TRUE(page.says("are not read yet"));
    EXPECT_EQ(get(rhian(), copy + "/as/word").status, 404) << "a copy begins empty";
    EXPECT_EQ(get(rhian(), copy + "/given").status, 404);
    EXPECT_TRUE(get(rhian(), "/team").says("Copies of people’s own records"));
    EXPECT_TRUE(get(rhian(), "/own-records").says("Carys Davies"));

    const auto leave = way(page, "Leave something out");
    EXPECT_TRUE(get(rhian(), leave).says("letter for letter"));
    EXPECT_EQ(
        post(
            rhian(), leave,
            {{"passage", "nothing like it"}, {"because", "other"}, {"words", "Why"}, {"key", "x1"}})
            .status,
        422);
    EXPECT_EQ(
        post(rhian(), leave,
             {{"because", "told_in_confidence"}, {"words", "She asked for it"}, {"key", "x2"}})
            .status,
        303);
    EXPECT_TRUE(get(rhian(), copy).says("All of this is left out: it was told in confidence"));

    auto entries = entries_in(page);
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(post(rhian(), copy + "/read", entries).status, 303);
    EXPECT_TRUE(get(rhian(), copy).says("Every entry has been read."));
    EXPECT_EQ(get(rhian(), copy + "/as/word").status, 200);
    EXPECT_EQ(get(rhian(), copy + "/as/pdf").status, 200);
    EXPECT_EQ(post(rhian(), copy + "/given",
                   {{"on-day", "24"},
                    {"on-month", "11"},
                    {"on-year", "2026"},
                    {"words", "By hand"},
                    {"key", "g1"}})
                  .status,
              303);
    EXPECT_TRUE(get(rhian(), copy).says("Given on Tuesday 24 November 2026: By hand"));
    EXPECT_EQ(get(catrin(), copy).status, 404);
}

TEST_F(RightsPages, what_is_written_under_an_entry_that_was_read_has_to_be_read_too) {
    const auto disagree = way(get(catrin(), ffion("/timeline")), "They do not agree");
    const auto copy = ask_for_copy().location;
    EXPECT_EQ(post(rhian(), copy + "/read", entries_in(get(rhian(), copy))).status, 303);
    EXPECT_TRUE(get(rhian(), copy).says("Every entry has been read."));
    EXPECT_EQ(post(catrin(), disagree,
                   {{"by", "the_person"},
                    {"on-day", "20"},
                    {"on-month", "11"},
                    {"on-year", "2026"},
                    {"words", "Mam lied to you."},
                    {"key", "d9"},
                    {"saw", saw()}})
                  .status,
              303);
    EXPECT_TRUE(get(rhian(), copy).says("are not read yet"));
    EXPECT_EQ(get(rhian(), copy + "/given").status, 404);
    EXPECT_EQ(post(rhian(), copy + "/read", entries_in(get(rhian(), copy))).status, 303);
    EXPECT_TRUE(get(rhian(), copy).says("Every entry has been read."));
}

TEST_F(RightsPages, a_copy_says_nothing_of_how_the_record_is_guarded) {
    EXPECT_EQ(protect(catrin()).status, 303);
    const auto page = get(rhian(), ask_for_copy().location);
    EXPECT_TRUE(page.says("The family has a protected address"));
    EXPECT_FALSE(page.says("An address was protected"));
    EXPECT_FALSE(page.says("He looks for them"));
    EXPECT_FALSE(page.says("Rhosyn"));
}

TEST_F(RightsPages, a_disagreement_stands_under_the_entry_and_in_the_copy) {
    const auto timeline = get(catrin(), ffion("/timeline"));
    const auto disagree = way(timeline, "They do not agree");
    EXPECT_TRUE(get(catrin(), disagree).says("Who does not agree?"));
    EXPECT_EQ(post(catrin(), disagree,
                   {{"by", "parent"},
                    {"name", "Carys Davies"},
                    {"on-day", "20"},
                    {"on-month", "11"},
                    {"on-year", "2026"},
                    {"words", "Doeddwn i ddim yno."},
                    {"language", "cy"},
                    {"key", "d1"},
                    {"saw", saw()}})
                  .status,
              303);
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says("Doeddwn i ddim yno."));
    EXPECT_TRUE(get(rhian(), ask_for_copy().location).says("Carys Davies did not agree"));
}

TEST_F(RightsPages, who_acted_on_a_mistake_finds_it_among_the_alerts_until_it_is_read) {
    record::PersonDescribed other;
    other.number = "fion";
    other.forename = "Fion";
    other.surname = "Davis";
    other.born = time::day(14, std::chrono::March, 2018);
    put(other, {casework::thing("fion")}, registered);
    ASSERT_TRUE(casework::merge_people(office, rhian(),
                                       {child("ffion"), child("fion"), "The same mother"},
                                       {"m",
                                        {{casework::thing("ffion"), version("ffion")},
                                         {casework::thing("fion"), version("fion")}}})
                    .ok());
    const auto alerts = get(catrin(), "/alerts");
    EXPECT_TRUE(alerts.says("You acted on a mistake that has been put right"));
    EXPECT_TRUE(alerts.says("Ffion Davies and Fion Davis are one person"));
    const auto at = alerts.text.find("/alerts/mistakes/");
    ASSERT_NE(at, std::string::npos);
    const auto read = alerts.text.substr(at, std::string_view{"/alerts/mistakes/"}.size() + 36);
    EXPECT_EQ(post(stranger(), read, {}).status, 404);
    EXPECT_EQ(post(catrin(), read, {}).status, 303);
    EXPECT_FALSE(get(catrin(), "/alerts").says("You acted on a mistake"));
}

} // namespace

} // namespace gweld::web::pages
