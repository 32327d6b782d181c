#include "web/pages/story/story_faults.h"

#include "words/words.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages::story {

namespace {

using casework::StoryNonsense;
using words::mark;

struct Said {
    StoryNonsense nonsense;
    std::string_view field;
    std::string_view sentence;
};

constexpr std::array all{
    Said{StoryNonsense::no_such_event, "why",
         mark("This entry is not an event of the child’s life and cannot be weighed")},
    Said{StoryNonsense::no_why, "why", mark("Write why")},
    Said{StoryNonsense::no_children, "child", mark("Tick at least one child")},
    Said{StoryNonsense::nothing_written, "what", mark("Write what it was")},
    Said{StoryNonsense::no_source, "source", mark("Write where this comes from")},
    Said{StoryNonsense::in_the_future, "on-day", mark("This day is still to come")},
    Said{StoryNonsense::no_name, "name", mark("Write a name, or how this person is called")},
    Said{StoryNonsense::name_too_long, "name", mark("The name must be 200 letters or fewer")},
    Said{StoryNonsense::no_such_person, "to",
         mark("One of these people is no longer in the family’s record")},
    Said{StoryNonsense::not_related, "to", mark("Tick at least one person")},
    Said{StoryNonsense::to_themself, "to", mark("Choose two different people")},
    Said{StoryNonsense::related_already, "to", mark("This is recorded already")},
    Said{StoryNonsense::born_in_the_future, "born-day", mark("The date of birth is still to come")},
    Said{StoryNonsense::died_in_the_future, "died-day", mark("The date of death is still to come")},
    Said{StoryNonsense::died_before_birth, "died-day",
         mark("The date of death is before the date of birth")},
    Said{StoryNonsense::living_and_died, "died-day",
         mark("There is a date of death, and this person is said to be living")},
    Said{StoryNonsense::before_birth, "on-day", mark("This is before the date of birth")},
    Said{StoryNonsense::ended_already, "on-day", mark("It is recorded already that this ended")},
    Said{StoryNonsense::ended_before_it_began, "on-day", mark("This is before it began")},
    Said{StoryNonsense::does_not_end, "on-day",
         mark("A parent stays a parent. If it was recorded wrongly, correct it")},
    Said{StoryNonsense::no_home, "on-day", mark("No home of the child is recorded for that day")},
};

} // namespace

FieldFault fault_of(StoryNonsense nonsense) {
    const auto* const found = std::ranges::find(all, nonsense, &Said::nonsense);
    return found == all.end() ? FieldFault{"why", mark("Write why"), {}}
                              : FieldFault{std::string{found->field}, found->sentence, {}};
}

} // namespace gweld::web::pages::story
