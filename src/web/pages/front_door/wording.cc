#include "web/pages/front_door/wording.h"

#include "web/pages/child/wording.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace gweld::web::pages::door {

namespace {

using casework::Alike;
using casework::ContactNonsense;
using words::mark;

struct Named {
    std::string_view name;
    std::string_view words;
};

// What an extract does not say; no form offers it.
constexpr std::string_view not_recorded = "not_recorded";

constexpr std::array channels{
    Named{"telephone", mark("Telephone")},
    Named{"online_form", mark("Online form")},
    Named{"secure_email", mark("Secure e-mail")},
    Named{"police_report", mark("Police report")},
    Named{"out_of_hours", mark("Out of hours")},
    Named{"in_person", mark("In person")},
    Named{"letter", mark("Letter")},
    Named{"other", mark("Another way")},
};
constexpr std::array sources{
    Named{"police", mark("Police")},
    Named{"health", mark("Health")},
    Named{"school", mark("School")},
    Named{"nursery", mark("Nursery")},
    Named{"probation", mark("Probation")},
    Named{"housing", mark("Housing")},
    Named{"social_services", mark("This council’s social services")},
    Named{"other_authority", mark("Another council")},
    Named{"voluntary_organisation", mark("Voluntary organisation")},
    Named{"other_professional", mark("Another professional")},
    Named{"family", mark("Family")},
    Named{"member_of_public", mark("Member of the public")},
    Named{"child_themself", mark("The child")},
};
constexpr std::array outcomes{
    Named{"allocated_worker", mark("To the allocated worker")},
    Named{"advice", mark("Information and advice")},
    Named{"early_help", mark("Early help")},
    Named{"referral", mark("Referral")},
    Named{"strategy_discussion", mark("Strategy discussion")},
    Named{"no_further_action", mark("No further action")},
};

std::string words_for(const Words& say, std::span<const Named> list, std::string_view name) {
    const auto found = std::ranges::find(list, name, &Named::name);
    return found == list.end() ? std::string{name} : say.say(found->words);
}

std::vector<Option> options_of(const Words& say, std::span<const Named> list) {
    std::vector<Option> options;
    for (const auto& one : list) {
        options.push_back({std::string{one.name}, say.say(one.words), {}, {}});
    }
    return options;
}

std::string_view words_for(Alike alike) {
    switch (alike) {
    case Alike::name:
        return mark("the same name");
    case Alike::part_of_name:
        return mark("part of the name");
    case Alike::born:
        return mark("born on the same day");
    case Alike::address:
        return mark("the same postcode");
    case Alike::brother_or_sister:
        return mark("brother or sister of a child in this contact");
    case Alike::born_as_expected:
        return mark("one was expected about when the other was born");
    }
    return {};
}

std::string age_of(const Words& say, const record::ContactChildRow& child, time::CivilDate today) {
    if (child.born) {
        record::PersonRow person;
        person.born = child.born;
        const auto years = casework::age_on(person, today);
        return years ? std::to_string(*years) : std::string{};
    }
    if (child.expected) {
        return say.say("expected {month}", {{"month", say.month_year(day_of(*child.expected))}});
    }
    return child.age;
}

Wrong wrong_when_recording(ContactNonsense nonsense) {
    switch (nonsense) {
    case ContactNonsense::in_the_future:
        return {"at", mark("The contact cannot have come in later than now")};
    case ContactNonsense::too_long_ago:
        return {"on-day", mark("That is more than a year ago. Check the year")};
    case ContactNonsense::no_time:
        return {"at", mark("Enter the time it came in, for example 10:06")};
    case ContactNonsense::too_many_children:
        return {"child-1-name", mark("A contact can be about 40 children at most. Record a second "
                                     "one for the others")};
    case ContactNonsense::name_too_long:
        return {"child-1-name", mark("A name can be 200 letters long at most")};
    case ContactNonsense::born_after_contact:
        return {"child-1-born-day",
                mark("A child cannot be born after the contact came in. For an unborn child give "
                     "the expected date")};
    case ContactNonsense::born_an_adult:
        return {"child-1-born-day", mark("One of the children would be 18 or over. Is the date of "
                                         "birth right?")};
    case ContactNonsense::same_child_twice:
        return {"child-1-number", mark("The same child is there twice")};
    case ContactNonsense::no_such_child:
        return {"child-1-number", mark("Nobody has this record number")};
    case ContactNonsense::professional_not_named:
        return {"referrer", mark("Enter the name of the professional: they are never anonymous")};
    case ContactNonsense::no_worry:
        return {"worry", mark("Write what the worry is, in the caller’s words")};
    default:
        return {"child-1-name", mark("Enter a name, or what the child was called")};
    }
}

Wrong wrong_when_correcting(ContactNonsense nonsense) {
    switch (nonsense) {
    case ContactNonsense::later_than_recorded:
        return {"at", mark("It cannot have come in later than it was recorded")};
    case ContactNonsense::child_left_out:
        return {"child-1-name", mark("A child cannot be left out. If nobody of that name is meant, "
                                     "say so under Why")};
    case ContactNonsense::child_after_decision:
        return {"child-1-name", mark("It is decided already. Record a new contact for another "
                                     "child")};
    default:
        return {"why", mark("It came from the earlier system and is put right there")};
    }
}

Wrong wrong_when_waiting(ContactNonsense nonsense) {
    switch (nonsense) {
    case ContactNonsense::nobody_has_it_yet:
        return {"waits-for", mark("Nobody has this contact yet. Take it first")};
    case ContactNonsense::somebody_else_has_it:
        return {"waits-for", mark("Somebody else has this contact. Take it first, or ask them")};
    case ContactNonsense::until_is_past:
        return {"until-day", mark("The date must be today or later")};
    case ContactNonsense::until_is_too_far:
        return {"until-day", mark("It can wait 28 days at most; then it is looked at again")};
    case ContactNonsense::extending_needs_a_manager:
        return {"until-day", mark("It has waited once already. Only a team manager or the head of "
                                  "service may let it wait longer")};
    case ContactNonsense::extending_needs_a_reason:
        return {"because", mark("Say why it has to wait longer")};
    default:
        return {"waits-for", mark("Say what it waits for, and from whom")};
    }
}

Wrong wrong_towards_referrer(ContactNonsense nonsense) {
    switch (nonsense) {
    case ContactNonsense::not_by_form:
        return {"question", mark("This contact did not come by the partners’ form: phone instead")};
    case ContactNonsense::no_until:
        return {"until-day", mark("Say until when it waits for the answer")};
    case ContactNonsense::not_decided_yet:
        return {"told", mark("Nothing is decided yet")};
    case ContactNonsense::no_referrer_to_tell:
        return {"whom", mark("Nobody gave a name when this contact came in")};
    case ContactNonsense::told_before_decision:
        return {"on-day", mark("They cannot have been told before it was decided")};
    case ContactNonsense::told_in_future:
        return {"on-day", mark("They cannot have been told later than today")};
    case ContactNonsense::nobody_told:
        return {"whom", mark("Say who was told")};
    case ContactNonsense::nothing_told:
        return {"told", mark("Write what they were told, or why they will not be")};
    default:
        return {"question", mark("Write what you ask")};
    }
}

} // namespace

std::string channel_words(const Words& say, std::string_view channel) {
    return channel == not_recorded ? say.say("From the earlier system")
                                   : words_for(say, channels, channel);
}
std::string source_words(const Words& say, std::string_view source) {
    return source == not_recorded ? say.say("Who it was is not recorded")
                                  : words_for(say, sources, source);
}
std::string outcome_words(const Words& say, std::string_view outcome) {
    return outcome == record::outcome_in_earlier_system ? say.say("Decided in the earlier system")
                                                        : words_for(say, outcomes, outcome);
}
std::string consent_words(const Words& say, const record::ContactDecided& decided) {
    switch (decided.consent) {
    case record::Consent::given:
        return say.say("The family consented to early help.");
    case record::Consent::refused:
        return say.say("Early help was offered and the family refused.");
    case record::Consent::not_asked: // also what an earlier form kept where nothing was answered
    case record::Consent::not_recorded:
        break;
    }
    return {};
}
std::vector<Option> channel_options(const Words& say) { return options_of(say, channels); }
std::vector<Option> source_options(const Words& say) { return options_of(say, sources); }
std::vector<Option> outcome_options(const Words& say) { return options_of(say, outcomes); }

std::string alike_words(const Words& say, const std::vector<Alike>& alike) {
    std::string all;
    for (const auto one : alike) {
        all.append(all.empty() ? "" : ", ").append(say.say(words_for(one)));
    }
    return all;
}

Wrong wrong_with(ContactNonsense nonsense) {
    switch (nonsense) {
    case ContactNonsense::later_than_recorded:
    case ContactNonsense::child_left_out:
    case ContactNonsense::child_after_decision:
    case ContactNonsense::of_earlier_system:
        return wrong_when_correcting(nonsense);
    case ContactNonsense::nobody_has_it_yet:
    case ContactNonsense::somebody_else_has_it:
    case ContactNonsense::nothing_to_wait_for:
    case ContactNonsense::until_is_past:
    case ContactNonsense::until_is_too_far:
    case ContactNonsense::extending_needs_a_manager:
    case ContactNonsense::extending_needs_a_reason:
        return wrong_when_waiting(nonsense);
    case ContactNonsense::no_such_place:
    case ContactNonsense::not_matched:
        return {"why", mark("This child is not matched any more")};
    case ContactNonsense::matched_already:
        return {"why", mark("This child is matched already")};
    case ContactNonsense::no_why:
        return {"why", mark("Say why")};
    case ContactNonsense::decided_already:
        return {"outcome", mark("This contact is decided already")};
    case ContactNonsense::no_reason:
        return {"reason", mark("Say why you decided so")};
    case ContactNonsense::no_consent:
        return {
            "consent",
            mark("Early help needs the family’s consent. Choose what happens instead; that they "
                 "refused or were not asked is kept with the decision")};
    case ContactNonsense::child_not_matched:
        return {"new", mark("Match every child first, or tick that nobody knew the child before")};
    case ContactNonsense::nobody_allocated:
        return {"outcome", mark("None of these children has an allocated worker today")};
    case ContactNonsense::nobody_is_waited_for:
        return {"because", mark("Nobody is waited for any more: look at what was recorded since")};
    case ContactNonsense::waited_for_already:
        return {"because", mark("This child waits for somebody already: look at what was recorded "
                                "since")};
    case ContactNonsense::not_by_form:
    case ContactNonsense::no_question:
    case ContactNonsense::no_until:
    case ContactNonsense::not_decided_yet:
    case ContactNonsense::no_referrer_to_tell:
    case ContactNonsense::told_before_decision:
    case ContactNonsense::told_in_future:
    case ContactNonsense::nobody_told:
    case ContactNonsense::nothing_told:
        return wrong_towards_referrer(nonsense);
    default:
        return wrong_when_recording(nonsense);
    }
}

time::CivilDate day_of(std::int64_t day_number) {
    return time::CivilDate::from_day_number(static_cast<std::int32_t>(day_number));
}

std::string child_words(const Words& say, const record::ContactChildRow& child,
                        time::CivilDate today) {
    const auto age = age_of(say, child, today);
    return age.empty() ? child.name : child.name + ", " + age;
}

std::string children_words(const Words& say, const std::vector<record::ContactChildRow>& children,
                           time::CivilDate today) {
    constexpr std::size_t most = 3;
    std::string all;
    const std::size_t shown = children.size() > most ? most - 1 : children.size();
    for (std::size_t i = 0; i < shown; ++i) {
        all.append(all.empty() ? "" : "; ").append(child_words(say, children[i], today));
    }
    const auto more = static_cast<long>(children.size() - shown);
    return more == 0 ? all
                     : all + "; " + say.say_n("and 1 more child", "and {n} more children", more);
}

std::string received_words(const Words& say, const record::ContactRow& row, time::CivilDate today) {
    if (row.received_time.empty()) {
        return say.say("received {date}", {{"date", say.short_date(day_of(row.received_day))}});
    }
    if (row.received_day == today.day_number()) {
        return say.say("received {time}", {{"time", child_record::time_of_day(row.received_time)}});
    }
    return say.say("received {date}, {time}",
                   {{"date", say.short_date(day_of(row.received_day))},
                    {"time", child_record::time_of_day(row.received_time)}});
}

} // namespace gweld::web::pages::door
