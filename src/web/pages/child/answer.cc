// The first sentences of a child's summary. Whole sentences for each condition, because Welsh has
// one for her and one for him.
#include "casework/worklist.h"
#include "web/pages/child/duty_words.h"
#include "web/pages/child/wording.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

namespace {

using casework::Condition;
using words::mark;

struct Sentences {
    std::string_view rule;
    std::string_view should_have; // by {date}
    std::string_view today;
    std::string_view by; // {date}
};

constexpr Sentences alone_her{"cp.visit.seen-alone",
                              mark("{name} should have been seen on her own by {date}."),
                              mark("{name} is due to be seen on her own today."),
                              mark("{name} is due to be seen on her own by {date}.")};
constexpr Sentences alone_him{"cp.visit.seen-alone",
                              mark("{name} should have been seen on his own by {date}."),
                              mark("{name} is due to be seen on his own today."),
                              mark("{name} is due to be seen on his own by {date}.")};
constexpr Sentences alone_child{"cp.visit.seen-alone",
                                mark("{name} should have been seen alone by {date}."),
                                mark("{name} is due to be seen alone today."),
                                mark("{name} is due to be seen alone by {date}.")};
constexpr Sentences at_home{"cp.visit.seen-at-home",
                            mark("{name} should have been seen at home by {date}."),
                            mark("{name} is due to be seen at home today."),
                            mark("{name} is due to be seen at home by {date}.")};
constexpr Sentences bedroom{"cp.visit.bedroom-seen",
                            mark("{name}’s bedroom should have been seen by {date}."),
                            mark("{name}’s bedroom is due to be seen today."),
                            mark("{name}’s bedroom is due to be seen by {date}.")};
constexpr Sentences core_group{"cp.core-group",
                               mark("The core group for {name} should have met by {date}."),
                               mark("The core group for {name} is due to meet today."),
                               mark("The core group for {name} is due to meet by {date}.")};
constexpr Sentences review{
    "cp.conference.review",
    mark("The review conference for {name} should have been held by {date}."),
    mark("The review conference for {name} is due today."),
    mark("The review conference for {name} is due by {date}.")};

const Sentences& sentences_of(const Shown& shown, std::string_view rule) {
    if (rule == alone_her.rule) {
        if (shown.person().sex == "female") {
            return alone_her;
        }
        return shown.person().sex == "male" ? alone_him : alone_child;
    }
    for (const auto* other : {&at_home, &bedroom, &core_group}) {
        if (other->rule == rule) {
            return *other;
        }
    }
    return review;
}

std::string overdue_alone(const Shown& shown, long n) {
    const auto& say = shown.say();
    const auto& name = shown.called();
    if (shown.person().sex == "female") {
        return say.say_n("{name} is overdue to be seen on her own by 1 working day.",
                         "{name} is overdue to be seen on her own by {n} working days.", n,
                         {{"name", name}});
    }
    if (shown.person().sex == "male") {
        return say.say_n("{name} is overdue to be seen on his own by 1 working day.",
                         "{name} is overdue to be seen on his own by {n} working days.", n,
                         {{"name", name}});
    }
    return say.say_n("{name} is overdue to be seen alone by 1 working day.",
                     "{name} is overdue to be seen alone by {n} working days.", n,
                     {{"name", name}});
}

std::string overdue_by(const Shown& shown, std::string_view rule, long n) {
    const auto& say = shown.say();
    const auto& name = shown.called();
    if (rule == alone_child.rule) {
        return overdue_alone(shown, n);
    }
    if (rule == at_home.rule) {
        return say.say_n("{name} is overdue to be seen at home by 1 working day.",
                         "{name} is overdue to be seen at home by {n} working days.", n,
                         {{"name", name}});
    }
    if (rule == bedroom.rule) {
        return say.say_n("{name}’s bedroom is overdue to be seen by 1 working day.",
                         "{name}’s bedroom is overdue to be seen by {n} working days.", n,
                         {{"name", name}});
    }
    if (rule == core_group.rule) {
        return say.say_n("The core group for {name} is overdue by 1 working day.",
                         "The core group for {name} is overdue by {n} working days.", n,
                         {{"name", name}});
    }
    return say.say_n("The review conference for {name} is overdue by 1 working day.",
                     "The review conference for {name} is overdue by {n} working days.", n,
                     {{"name", name}});
}

std::string sentence_of(const Shown& shown, const Condition& condition) {
    const auto& say = shown.say();
    const auto& sentences = sentences_of(shown, condition.card->id);
    const auto& name = shown.called();
    if (condition.overdue() && condition.working_days_left && *condition.working_days_left < 0) {
        return overdue_by(shown, condition.card->id, -*condition.working_days_left);
    }
    if (condition.duty.state == protection::DutyState::due_today) {
        return say.say(sentences.today, {{"name", name}});
    }
    return say.say(condition.overdue() ? sentences.should_have : sentences.by,
                   {{"name", name}, {"date", say.short_date(*condition.act_by())}});
}

using Conditions = std::vector<const Condition*>;

template <class Which> Conditions those(const Shown& shown, Which which) {
    Conditions found;
    for (const auto* list : {&shown.standing().visits, &shown.standing().meetings}) {
        for (const auto& condition : *list) {
            if (condition.open() && condition.duty.due_by && which(condition)) {
                found.push_back(&condition);
            }
        }
    }
    std::ranges::stable_sort(
        found, [](const auto* a, const auto* b) { return *a->act_by() < *b->act_by(); });
    return found;
}

std::string what_puts_right(const Shown& shown) {
    const auto& say = shown.say();
    casework::Household household;
    household.children.push_back(shown.standing());
    const auto tasks = casework::what_puts_it_right(household);
    if (tasks.empty()) {
        return {};
    }
    if (!casework::needs_a_home_visit(tasks)) {
        return say.say("One visit puts this right, at home or anywhere else.");
    }
    return tasks.size() == 1 ? say.say("One home visit puts this right.")
                             : say.say("One home visit puts all of this right.");
}

std::string off_the_register(const Shown& shown) {
    const auto& say = shown.say();
    const auto& registrations = shown.facts().history.registrations;
    if (registrations.empty() || !registrations.back().end) {
        return say.say("{name} is not on the child protection register, so no visit is due by its "
                       "rules.",
                       {{"name", shown.called()}});
    }
    return say.say(
        "{name} has been off the child protection register since {date}, so no visit is due by "
        "its rules.",
        {{"name", shown.called()}, {"date", plain_date(say, *registrations.back().end)}});
}

std::string nothing_overdue(const Shown& shown) {
    const auto& say = shown.say();
    if (const auto* next = shown.standing().most_urgent()) {
        return say.say(
            "No visit or meeting is overdue for {name}. The next visit is due by {date}.",
            {{"name", shown.called()}, {"date", near_day(say, *next->act_by(), shown.today)}});
    }
    return say.say("No visit or meeting is overdue for {name}.", {{"name", shown.called()}});
}

} // namespace

std::vector<std::string> answer_of(const Shown& shown) {
    const auto& say = shown.say();
    if (shown.standing().registration == nullptr) {
        return {off_the_register(shown)};
    }
    std::vector<std::string> answer;
    const auto urgent = those(
        shown, [](const auto& condition) { return condition.overdue() || condition.due_soon(); });
    for (const auto* condition : urgent) {
        answer.push_back(sentence_of(shown, *condition));
    }
    if (urgent.empty()) {
        answer.push_back(nothing_overdue(shown));
    } else if (auto right = what_puts_right(shown); !right.empty()) {
        answer.push_back(std::move(right));
    }
    const bool unknown = std::ranges::any_of(shown.standing().visits, [](const auto& condition) {
        return condition.duty.state == protection::DutyState::undetermined;
    });
    if (unknown) {
        answer.push_back(say.say("Some dates cannot be worked out; see what is due."));
    }
    return answer;
}

} // namespace gweld::web::pages::child_record
