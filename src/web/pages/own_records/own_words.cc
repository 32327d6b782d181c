#include "web/pages/own_records/own_words.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::OwnRecordNonsense;
using words::mark;

struct Sentence {
    OwnRecordNonsense nonsense;
    std::string_view field;
    std::string_view words;
};

constexpr std::array sentences{
    Sentence{OwnRecordNonsense::no_words, "words", mark("Write it in a sentence")},
    Sentence{OwnRecordNonsense::no_name, "name", mark("Write who it is")},
    Sentence{OwnRecordNonsense::no_identity, "identity", mark("Write how you made sure who asks")},
    Sentence{OwnRecordNonsense::in_the_future, "on-day",
             mark("The date must be today or in the past")},
    Sentence{OwnRecordNonsense::no_such_entry, "passage", mark("This entry is not in the record")},
    Sentence{OwnRecordNonsense::given_already, "words", mark("The copy was given already")},
    Sentence{OwnRecordNonsense::not_all_read, "words",
             mark("Not every entry has been read. Something may have been recorded meanwhile.")},
    Sentence{OwnRecordNonsense::not_left_out, "words", mark("This is not left out")},
};

template <class Enum> Option option(const Words& say, Enum value) {
    return {boost::describe::enum_to_string(value, ""), said(say, value)};
}

} // namespace

std::string said(const Words& say, record::SaidBy by) {
    switch (by) {
    case record::SaidBy::the_person:
        return say.say("The person themself");
    case record::SaidBy::parent:
        return say.say("A parent");
    case record::SaidBy::somebody_else:
        break;
    }
    return say.say("Somebody else for them");
}

std::string said(const Words& say, record::LeftOutFor because) {
    switch (because) {
    case record::LeftOutFor::about_somebody_else:
        return say.say("it is about somebody else");
    case record::LeftOutFor::serious_harm:
        return say.say("it would be likely to do serious harm");
    case record::LeftOutFor::legal_privilege:
        return say.say("it is legal advice");
    case record::LeftOutFor::told_in_confidence:
        return say.say("it was told in confidence");
    case record::LeftOutFor::other:
        break;
    }
    return say.say("for another reason");
}

std::vector<Option> who_says(const Words& say) {
    using By = record::SaidBy;
    return {option(say, By::the_person), option(say, By::parent), option(say, By::somebody_else)};
}

std::vector<Option> reasons_to_leave_out(const Words& say) {
    return {{"about_somebody_else", say.say("It is about somebody else, who has not agreed")},
            {"serious_harm",
             say.say("It would be likely to do serious harm to somebody’s body or mind")},
            {"legal_privilege", say.say("It is legal advice")},
            {"told_in_confidence", say.say("Somebody told it in confidence")},
            {"other", say.say("Another reason")}};
}

FieldFault fault_of_own_record(OwnRecordNonsense nonsense) {
    const auto* found = std::ranges::find(sentences, nonsense, &Sentence::nonsense);
    return {std::string{found->field}, found->words, {}};
}

std::string who_asked(const Words& say, const record::OwnRecordAsked& asked,
                      const std::string& person) {
    return asked.by == record::SaidBy::the_person
               ? person
               : say.say("{name}, for {other}", {{"name", asked.name}, {"other", person}});
}

} // namespace gweld::web::pages
