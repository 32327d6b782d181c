#include "web/pages/offline/offline_words.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace gweld::web::pages {

namespace {

using record::WhyHeld;
using words::mark;

struct OfWhy {
    std::string_view why;
    std::string_view todo;
};

OfWhy of(WhyHeld why) {
    switch (why) {
    case WhyHeld::not_yours:
        return {mark("A child in it is not, or no longer, yours to write about."),
                mark("If the visit was made, ask your manager to let you record it, or ask the "
                     "child’s worker now. Nothing of it is in any record yet.")};
    case WhyHeld::in_future:
        return {mark("By Gweld’s clock the day or the time of the visit has not come yet. The "
                     "phone’s clock may be wrong."),
                mark("Record it with the right day and time.")};
    case WhyHeld::clock_wrong:
        return {mark("The phone’s clock was wrong, so the day of the visit is not certain."),
                mark("Check the day, and record it.")};
    case WhyHeld::not_complete:
        return {mark("Something the form asks for is missing."),
                mark("Complete it, and record it.")};
    case WhyHeld::not_finished:
        return {mark("It was begun on the phone and never saved."),
                mark("Finish it and record it, or set it aside.")};
    case WhyHeld::nobody_named:
        return {mark("It does not say for which children in Gweld it is."),
                mark("Choose the family, and record it.")};
    case WhyHeld::list_wiped:
        return {mark("It came from a phone that was said to be lost."),
                mark("If you wrote it, record it. If you did not, tell your manager and the "
                     "service desk at once.")};
    case WhyHeld::not_born:
        return {mark("The day of the visit is before the child was born."),
                mark("Record it with the right day.")};
    case WhyHeld::said_otherwise:
        return {mark("The same visit came from the phone before, with another text."),
                mark("Compare it with what is on the record. Record it too if both are right, or "
                     "set it aside.")};
    }
    return {};
}

std::string need(const Words& say, const casework::Condition& condition, const std::string& name) {
    if (!condition.open() || !condition.duty.due_by) {
        return {};
    }
    struct Needs {
        std::string_view rule;
        std::string_view by;
        std::string_view overdue;
    };
    static constexpr Needs all[] = {{"cp.visit.seen-alone", mark("See {name} alone by {date}."),
                                     mark("See {name} alone: this was due {date}.")},
                                    {"cp.visit.seen-at-home", mark("See {name} at home by {date}."),
                                     mark("See {name} at home: this was due {date}.")},
                                    {"cp.visit.bedroom-seen",
                                     mark("See the bedroom of {name} by {date}."),
                                     mark("See the bedroom of {name}: this was due {date}.")}};
    for (const auto& one : all) {
        if (one.rule == condition.card->id) {
            return say.say(condition.overdue() ? one.overdue : one.by,
                           {{"name", name}, {"date", say.short_date(*condition.act_by())}});
        }
    }
    return {};
}

constexpr long most_counted = 20;

void add_counts(const Words& say, std::vector<Said>& said) {
    for (long n = 1; n <= most_counted; ++n) {
        said.push_back({"waiting-" + std::to_string(n),
                        say.say_n("1 visit on this phone, not yet sent.",
                                  "{n} visits on this phone, not yet sent.", n)});
    }
    said.push_back({"waiting-many", say.say("Many visits on this phone, not yet sent.")});
    said.push_back({"waiting-0", say.say("Everything written on this phone has been sent.")});
}

// {time} and {moment} are put in by the script: hours and minutes, with the day where it is
// another.
std::string timed(const Words& say, std::string_view sentence) {
    return say.say(sentence, {{"time", "{time}"}, {"moment", "{moment}"}});
}

void add_states(const Words& say, std::vector<Said>& said) {
    const auto add = [&](std::string key, std::string_view sentence) {
        said.push_back({std::move(key), timed(say, sentence)});
    };
    add("item-waiting", mark("Visit written at {time}: on this phone, not yet sent."));
    add("item-sending", mark("Visit written at {time}: being sent."));
    add("item-recorded", mark("Visit written at {time}: sent at {moment}. It is on the record."));
    add("item-beside",
        mark("Visit written at {time}: sent at {moment}. Another visit of that day is "
             "on the record too; both are kept."));
    add("item-held",
        mark("Visit written at {time}: refused at {moment}. The text is safe with Gweld "
             "and waits for you. Open it."));
    add("item-signin", mark("Visit written at {time}: on this phone, not yet sent. You are signed "
                            "out: sign in, then it goes."));
    add("item-other", mark("Visit written at {time} by somebody else who used this phone. It goes "
                           "when they sign in."));
    add("item-locked", mark("Visit written at {time}: Gweld could not open it. It stays on this "
                            "phone and is tried again. Tell the service desk."));
    add("item-draft", mark("Visit begun at {time}, not saved: kept on this phone."));
    add("sign-in", mark("Sign in"));
    add("open-it", mark("Open what needs you"));
    add("look", mark("Look at both"));
}

void add_problems(const Words& say, std::vector<Said>& said) {
    struct Problem {
        std::string_view key;
        std::string_view sentence;
    };
    // The same sentences as visit/form.cc: the server looks again, and its answer counts.
    static constexpr Problem all[] = {
        {"outcome", mark("Say whether you saw at least one child")},
        {"nobody", mark("You saw no child and no bedroom: choose that nobody was seen")},
        {"no-children", mark("Say which children the visit was for")},
        {"when", mark("Say when the visit was")},
        {"date", mark("Enter the date of the visit as a day, a month and a year. There has to be "
                      "such a day.")},
        {"future", mark("The date of the visit must be today or in the past")},
        {"arrived", mark("Enter the time you got there, for example 15:10")},
        {"place", mark("Say where you saw them")},
        {"announced", mark("Say whether the family knew you were coming")},
        {"because", mark("Say why nobody was seen")},
        {"because-account", mark("Write why nobody was seen")},
        {"account", mark("Write what you saw and heard, or save now and write up later")},
        {"who", mark("Write whom you visited")}};
    for (const auto& one : all) {
        said.push_back({std::string{one.key}, say.say(one.sentence)});
    }
    static constexpr Problem named[] = {
        {"seen", mark("Say whether you saw {name}")},
        {"alone", mark("Say whether you saw {name} alone")},
        {"bedroom", mark("Say whether you saw the bedroom of {name}")},
        {"language", mark("Say which language {name} spoke")}};
    for (const auto& one : named) {
        said.push_back({std::string{one.key}, say.say(one.sentence, {{"name", "{name}"}})});
    }
    said.push_back({"error", say.say("Error")});
}

void add_about_the_phone(const Words& say, std::vector<Said>& said) {
    const auto add = [&](std::string key, std::string_view sentence) {
        said.push_back({std::move(key), timed(say, sentence)});
    };
    add("today", mark("Today"));
    add("yesterday", mark("Yesterday"));
    add("until", mark("The list stays on this phone until {moment}. Then it is thrown away."));
    add("saved",
        mark("Saved on this phone at {time}. It is sealed: only Gweld can open it, and it is "
             "sent as soon as there is signal."));
    add("draft", mark("What you are writing is kept on this phone. Last kept at {time}."));
    add("full",
        mark("This phone is full: nothing more can be kept on it. Your text is still on the "
             "screen. Do not close this page: make room on the phone, then press Save again."));
    add("nearly-full", mark("This phone is nearly full. Make room on it before you write."));
    add("wrong-code", mark("That is not the code. After ten wrong codes the list is thrown away."));
    add("short-code", mark("Choose a code of at least six characters"));
    add("two-codes", mark("The two codes are not the same"));
    add("signed-out", mark("You are signed out. Sign in, then get this phone ready again."));
    add("not-let", mark("Gweld did not accept this. Load this page again and try once more."));
    add("not-given", mark("Gweld did not give a list. Try again in a minute."));
    add("clock", mark("The phone’s clock shows another day than the list was made for. Check the "
                      "date on the phone: Gweld asks you about the day of this visit."));
    add("gone", mark("The list has been thrown away. Visits that were not sent are still on this "
                     "phone."));
    add("no-signal",
        mark("It did not work: there is no signal, or Gweld does not answer. Try again."));
    add("free", mark("A visit to somebody who is not on the list"));
}

} // namespace

std::string why_it_waits(const Words& say, WhyHeld why) { return say.say(of(why).why); }
std::string what_to_do(const Words& say, WhyHeld why) { return say.say(of(why).todo); }

std::string name_of(WhyHeld why) { return boost::describe::enum_to_string(why, ""); }

std::vector<std::string> needs_of(const Words& say, const casework::Standing& child) {
    std::vector<std::string> needs;
    for (const auto& condition : child.visits) {
        if (auto sentence = need(say, condition, child.facts->person->forename);
            !sentence.empty()) {
            needs.push_back(std::move(sentence));
        }
    }
    return needs;
}

std::vector<Said> said_on_phone(const Words& say) {
    std::vector<Said> said;
    add_counts(say, said);
    add_states(say, said);
    add_problems(say, said);
    add_about_the_phone(say, said);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<WhyHeld>>([&](auto each) {
        said.push_back({std::string{"why-"} + each.name, why_it_waits(say, each.value)});
    });
    return said;
}

} // namespace gweld::web::pages
