#include "web/pages/guarding/guarding_words.h"

#include "web/pages/child/wording.h"

#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::GuardingNonsense;
using words::mark;

struct Sentence {
    GuardingNonsense nonsense;
    std::string_view field;
    std::string_view words;
};

constexpr std::array sentences{
    Sentence{GuardingNonsense::no_children, "child", mark("Tick at least one child")},
    Sentence{GuardingNonsense::no_words, "words", mark("Write why")},
    Sentence{GuardingNonsense::nobody_such, "worker", mark("Choose somebody who can sign in here")},
    Sentence{GuardingNonsense::excluded_already, "worker",
             mark("They are excluded from this record already")},
    Sentence{GuardingNonsense::nobody_to_lift_it, "listed-1",
             mark("List at least one team manager or head of service, so that somebody can lift "
                  "it")},
    Sentence{GuardingNonsense::review_not_ahead, "review-day",
             mark("The day of the review must be after today")},
    Sentence{GuardingNonsense::not_in_force, "words", mark("This has been lifted already")},
};

template <class Enum> Option option(const Words& say, Enum value) {
    return {boost::describe::enum_to_string(value, ""), said(say, value)};
}

} // namespace

std::string said(const Words& say, record::WhyExcluded because) {
    switch (because) {
    case record::WhyExcluded::own_family:
        return say.say("It is their own family");
    case record::WhyExcluded::knows_them:
        return say.say("They know the family");
    case record::WhyExcluded::in_dispute:
        return say.say("They are in a dispute with the family");
    case record::WhyExcluded::found_alike:
        return say.say("What they declared of themselves is alike: a name and date of birth, or an "
                       "address");
    case record::WhyExcluded::other:
        break;
    }
    return say.say("Another reason");
}

std::string said(const Words& say, record::WhyRestricted because) {
    switch (because) {
    case record::WhyRestricted::staff_family:
        return say.say("Somebody who works here, or their family");
    case record::WhyRestricted::well_known:
        return say.say("Somebody the public knows");
    case record::WhyRestricted::practice_review:
        return say.say("A practice review");
    case record::WhyRestricted::other:
        break;
    }
    return say.say("Another reason");
}

std::string said(const Words& say, record::WhyOpened because) {
    switch (because) {
    case record::WhyOpened::child_at_risk:
        return say.say("A child may be at risk now");
    case record::WhyOpened::out_of_hours:
        return say.say("Somebody asks out of hours, and nobody of the team can be reached");
    case record::WhyOpened::standing_in:
        return say.say("I stand in for whoever works with the child");
    case record::WhyOpened::strategy_discussion:
        return say.say("A strategy discussion needs it");
    case record::WhyOpened::here_now:
        return say.say("The child or the family is here now");
    }
    return {};
}

std::string said(const Words& say, record::OpeningFound found) {
    switch (found) {
    case record::OpeningFound::right:
        return say.say("It was right to open it");
    case record::OpeningFound::not_needed:
        return say.say("It was meant well and not needed");
    case record::OpeningFound::wrong:
        return say.say("It was wrong to open it");
    }
    return {};
}

std::string said(const Words& say, record::ConnectedAs as) {
    switch (as) {
    case record::ConnectedAs::self:
        return say.say("Myself");
    case record::ConnectedAs::relative:
        return say.say("A relative");
    case record::ConnectedAs::household:
        return say.say("Somebody I live with");
    case record::ConnectedAs::friend_of:
        return say.say("Somebody close to me");
    }
    return {};
}

std::vector<Option> reasons_to_exclude(const Words& say) {
    using Why = record::WhyExcluded;
    return {option(say, Why::own_family), option(say, Why::knows_them),
            option(say, Why::in_dispute), option(say, Why::other)};
}

std::vector<Option> reasons_to_restrict(const Words& say) {
    using Why = record::WhyRestricted;
    return {option(say, Why::staff_family), option(say, Why::well_known),
            option(say, Why::practice_review), option(say, Why::other)};
}

std::vector<Option> reasons_to_open(const Words& say) {
    using Why = record::WhyOpened;
    return {option(say, Why::child_at_risk), option(say, Why::here_now),
            option(say, Why::strategy_discussion), option(say, Why::standing_in),
            option(say, Why::out_of_hours)};
}

std::vector<Option> people_here(const Caller& caller) {
    std::vector<Option> options;
    const auto read = caller.office().store.read([&](const record::Reading& reading) {
        for (const auto& one : casework::who_is_here(reading)) {
            const auto role = child_record::role_in_words(caller.say, record::name_of(one.role));
            options.push_back(
                {base::to_text(one.worker.uuid),
                 one.team.empty()
                     ? caller.say.say("{name}, {role}", {{"name", one.name}, {"role", role}})
                     : caller.say.say("{name}, {role}, {team}",
                                      {{"name", one.name}, {"role", role}, {"team", one.team}})});
        }
    });
    return read.ok() ? options : std::vector<Option>{};
}

FieldFault fault_of_guarding(GuardingNonsense nonsense) {
    const auto* found = std::ranges::find(sentences, nonsense, &Sentence::nonsense);
    return {std::string{found->field}, found->words, {}};
}

} // namespace gweld::web::pages
