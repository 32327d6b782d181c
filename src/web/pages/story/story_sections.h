// story_sections.h - the sections of the page to know a child by, each by itself: who this is, why
// we are involved, who lives there, what is due. Knows no page they stand on.
#pragma once

#include "casework/story.h"
#include "web/pages/child/shown.h"
#include "web/pages/child/wording.h"
#include "web/pages/story/chronology.h"
#include "web/pages/story/family_words.h"
#include "web/pages/story/story_parts.h"

#include <memory>
#include <optional>
#include <string>

namespace gweld::web::pages::story {

using Section = StoryParts::Section;

struct Reading { // what the sections are made from
    const child_record::Shown& shown;
    std::shared_ptr<const Chronology> chronology;
    FamilyOn family;
    std::optional<casework::LastWorry> worry;
    const Words& say() const { return shown.say(); }
    std::string near(child_record::CivilDate day) const {
        return child_record::near_day(say(), day, shown.today);
    }
};

Section who(const Reading& reading);
Section why(const Reading& reading);
Section says(const Reading& reading); // `extra` is empty: no words of the child's own
Section people(const Reading& reading);
Section workers(const Reading& reading);
Section due(const Reading& reading);
Section events(const Reading& reading);
Section before_visiting(const Reading& reading);
Section not_known(const Reading& reading);

} // namespace gweld::web::pages::story
