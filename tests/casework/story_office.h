// story_office.h - what the tests of a child's story share: relatives of the Davies children.
#pragma once

#include "casework/story.h"
#include "small_office.h"

namespace gweld::casework {

class StoryOffice : public SmallOffice {
  protected:
    static inline const time::CivilDate today = time::day(24, std::chrono::November, 2026);
    static time::CivilDate day_in(int year, std::chrono::month month = std::chrono::January,
                                  unsigned day = 1) {
        return time::day(day, month, year);
    }
    static KnownDate in_year(int year) { return {day_in(year), record::Precision::year}; }

    Saw saw(std::string_view key) {
        return {std::string{key}, {{thing("davies"), version("davies")}}};
    }
    Saw saw_child(std::string_view key, std::string_view who = "ffion") {
        return {std::string{key}, {{thing(who), version(who)}}};
    }
    static NewRelative relative(const std::string& name, record::Kinship kinship,
                                std::vector<PersonId> to) {
        NewRelative added;
        added.named.name = name;
        added.named.sex = record::Sex::female;
        added.kinship = kinship;
        added.to = std::move(to);
        return added;
    }
    // The relative's id.
    PersonId add(const NewRelative& added, std::string_view key) {
        EXPECT_TRUE(add_relative(office, catrin(), child("ffion"), added, saw(key)).ok()) << key;
        return kin().relatives.back().id;
    }
    std::shared_ptr<const Facts> facts(std::string_view who = "ffion") {
        std::shared_ptr<const Facts> found;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            found = office.facts.of(reading, child(who));
                        })
                        .ok());
        return found;
    }
    Kin kin(std::string_view who = "ffion") {
        return kin_of(family_logs(office, *facts(who)).value());
    }
    FamilyOn family(time::CivilDate on, std::string_view of = "ffion",
                    std::string_view other = "osian") {
        const std::vector brothers{facts(other)};
        return family_on(kin(of), *facts(of), brothers, on, open_to(catrin(), office.when()));
    }
    void live_at(std::string_view who, const std::string& lines, time::CivilDate from,
                 std::optional<time::CivilDate> until = {}) {
        put(record::AddressLivedAt{record::AddressKind::home, lines, "ZZ99 3AA", from, until},
            {thing(who)}, from);
    }
    template <class Answer> static StoryNonsense nonsense(const Answer& answer) {
        EXPECT_FALSE(answer.ok());
        const auto* why = answer.ok() ? nullptr : std::get_if<StoryNonsense>(&answer.error());
        EXPECT_NE(why, nullptr);
        return why == nullptr ? StoryNonsense::no_why : *why;
    }
};

} // namespace gweld::casework
