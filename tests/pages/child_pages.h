// child_pages.h - what the tests of a child's record share: a visit, and putting one right.
#pragma once

#include "small_site.h"

#include <regex>

namespace gweld::web::pages {

using casework::thing;
using record::Answer;
using record::Place;
using time::CivilDate;

inline CivilDate november(unsigned day) { return time::day(day, std::chrono::November, 2026); }

class ChildPages : public SmallSite {
  protected:
    std::string ffion(std::string_view rest = "") {
        return "/child/" + id_of("ffion") + std::string{rest};
    }
    // Seen at this place; how is left to the caller.
    record::VisitMade visit(CivilDate on, Place place = Place::home) {
        record::VisitMade made;
        made.on = on;
        made.place = place;
        record::ChildAtVisit part;
        part.child = child("ffion");
        part.seen = Answer::yes;
        made.children = {part};
        return made;
    }
    base::Uuid record_visit(const record::VisitMade& made) {
        return put(made, {thing("ffion")}, made.on);
    }
    // A further entry of any kind that names the one it puts right.
    template <class Kind>
    base::Uuid put_right(base::Uuid wrong, const Kind& kind, CivilDate effective,
                         const std::string& reason) {
        record::Draft draft = casework::draft_of(office, rhian(), record::Named<Kind>::name,
                                                 {thing("ffion")}, effective, record::encode(kind));
        draft.corrects = wrong;
        draft.reason = reason;
        EXPECT_TRUE(store
                        ->write([&](record::Writing& tx) {
                            EXPECT_TRUE(std::holds_alternative<record::Appended>(
                                tx.append({base::to_text(draft.id), {}, {draft}})));
                            return record::Keep::yes;
                        })
                        .ok());
        return draft.id;
    }
    void describe_ffion(record::Sex sex, const std::string& language) {
        record::PersonDescribed person;
        person.number = "ffion";
        person.forename = "Ffion";
        person.surname = "Davies";
        person.sex = sex;
        person.born = time::day(14, std::chrono::March, 2018);
        person.language = language;
        put(person, {thing("ffion")}, registered);
    }
    // What is the same whoever asks and whatever was asked: no tokens, no addresses.
    static std::string bare(const std::string& text) {
        static const std::regex changing{R"((value|href|action)="[^"]*")"};
        return std::regex_replace(text, changing, "");
    }
};

} // namespace gweld::web::pages
