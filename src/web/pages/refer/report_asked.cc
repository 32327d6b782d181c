#include "web/pages/refer/report_asked.h"

#include "web/pages/front_door/contact_typed.h"
#include "web/pages/front_door/new_contact.html.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/refer/guidance.h"
#include "web/pages/refer/refer.html.h"
#include "web/pages/refer/report_typed.h"
#include "web/pages/visit/questions.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_from_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::FormAsks;
using words::mark;

// ---- one question, one sentence: asked, read back and named as missing alike -------------------

struct Question {
    std::string_view field; // without "child-1-" or "adult-1-"
    std::string_view words;
    std::string_view hint = {};
};

constexpr std::array about_sender{
    Question{"source", mark("Where do you work?")},
    Question{"organisation", mark("Your organisation")},
    Question{"referrer", mark("Your name")},
    Question{"role", mark("Your role")},
    Question{"phone", mark("Telephone")},
    Question{"email", mark("E-mail")},
};
constexpr std::array about_child{
    Question{"name", mark("Name, or what you know the child as")},
    Question{"born", mark("Date of birth, if you know it")},
    Question{"age", mark("About how old, if you do not know the date of birth")},
    Question{"expected", mark("For an unborn child: when the birth is expected")},
    Question{"address", mark("Address")},
    Question{"postcode", mark("Postcode")},
    Question{"school", mark("School, nursery or college")},
};
constexpr std::array about_adult{
    Question{"name", mark("Name")},
    Question{"relation", mark("Who they are to the child"),
             mark("For example: mother, step-father, grandmother who lives with them")},
    Question{"reach", mark("How to reach them")},
};
constexpr std::array about_speaking{
    Question{"languages",
             mark("Which languages are spoken at home, and is an interpreter needed?")},
    Question{"communication", mark("How do the child and the parents communicate?"),
             mark("For example: speech, signs, Makaton, pictures, hearing aids. If you know of no "
                  "need, say so.")},
};
constexpr std::array about_worry{
    Question{"worry", mark("What worries you?"),
             mark("In your own words. Be as plain as you can.")},
    Question{"language", mark("Which language did you write in?")},
    Question{"seen", mark("What have you seen or been told, and when?"),
             mark("Days and times, who said what, marks on the body. What is fact and what is your "
                  "opinion.")},
    Question{"history", mark("What happened before, as far as you know?")},
    Question{"done-already", mark("What is being done already, and by whom?")},
    Question{"danger", mark("Is a child in danger?")},
};
constexpr std::array about_family{
    Question{"family-told", mark("Does the family know that you are sending this?")},
    Question{"agrees", mark("Do they agree?"),
             mark("Where a child may be at risk you do not need their agreement.")},
    Question{"why-not", mark("If they do not know or do not agree: why not?")},
};

template <std::size_t N>
const Question& question_in(const std::array<Question, N>& list, std::string_view field) {
    return *std::ranges::find(list, field, &Question::field);
}

struct Form {
    const Visitor& visitor;
    const Fields& typed;
    Questions ask;
    const Words& say() const { return visitor.say; }
    Questions::Asked asked(const Question& question, std::string name) const {
        return {std::move(name), say().say(question.words),
                question.hint.empty() ? std::string{} : say().say(question.hint)};
    }
    Questions::Asked asked(const Question& question) const {
        return asked(question, std::string{question.field});
    }
};

std::vector<Option> where_professionals_work(const Words& say) {
    auto options = door::source_options(say);
    std::erase_if(options, [](const Option& option) {
        record::ContactSource source{};
        return boost::describe::enum_from_string(option.value.c_str(), source) &&
               !record::is_professional(source);
    });
    return options;
}
std::vector<Option> danger_options(const Words& say) {
    return {{"now", say.say("Yes, now"), say.say("Phone 999, then us. Send this afterwards."), {}},
            {"possible",
             say.say("Not this minute, but a child may be suffering significant harm or be likely "
                     "to"),
             say.say("Phone us as well: do not wait for an answer to this form."),
             {}},
            {"not_sure", say.say("I am not sure"), {}, {}},
            {"not_suspected", say.say("No, I am asking for help for the family"), {}, {}}};
}
std::vector<Option> told_options(const Words& say) {
    return {{"yes", say.say("Yes"), {}, {}}, {"no", say.say("No"), {}, {}}};
}
std::vector<Option> agrees_options(const Words& say) {
    return {{"yes", say.say("Yes, they agree"), {}, {}},
            {"no", say.say("No, they do not agree"), {}, {}},
            {"not_asked", say.say("They have not been asked"), {}, {}}};
}

Html child_questions(const Form& form, std::size_t nth) {
    std::vector<Html> questions;
    for (const auto& question : about_child) {
        const auto asked = form.asked(question, door::child_field(nth, question.field));
        if (question.field == "born" || question.field == "expected") {
            questions.push_back(form.ask.date(asked));
        } else if (question.field == "age" || question.field == "postcode") {
            questions.push_back(form.ask.short_line(asked));
        } else {
            questions.push_back(form.ask.line(asked));
        }
    }
    return child_block(form.say(), form.say().say("Child {n}", {{"n", std::to_string(nth)}}),
                       questions);
}

Html adult_questions(const Form& form, std::size_t nth) {
    std::vector<Html> questions;
    for (const auto& question : about_adult) {
        questions.push_back(form.ask.line(form.asked(question, adult_field(nth, question.field))));
    }
    return child_block(form.say(), form.say().say("Adult {n}", {{"n", std::to_string(nth)}}),
                       questions);
}

void put_sender(const Form& form, std::vector<Html>& page) {
    page.push_back(part_heading(form.say(), form.say().say("About you")));
    for (const auto& question : about_sender) {
        page.push_back(
            question.field == "source"
                ? form.ask.from_list(form.asked(question), where_professionals_work(form.say()))
                : form.ask.line(form.asked(question)));
    }
}

void put_people(const Form& form, std::vector<Html>& page) {
    const auto& say = form.say();
    const auto children = door::child_blocks(form.typed);
    const auto adults = adult_blocks(form.typed);
    page.push_back(part_heading(say, say.say("The children")));
    for (std::size_t nth = 1; nth <= children; ++nth) {
        page.push_back(child_questions(form, nth));
    }
    page.push_back(more_button(say, "child", "children", std::to_string(children),
                               say.say("Add another child")));
    page.push_back(part_heading(say, say.say("Parents, carers and other adults at home")));
    for (std::size_t nth = 1; nth <= adults; ++nth) {
        page.push_back(adult_questions(form, nth));
    }
    page.push_back(
        more_button(say, "adult", "adults", std::to_string(adults), say.say("Add another adult")));
    page.push_back(part_heading(say, say.say("Language and communication")));
    for (const auto& question : about_speaking) {
        page.push_back(form.ask.box(form.asked(question), 2));
    }
}

// ---- reading back ----------------------------------------------------------------------------

std::string chosen_words(const std::vector<Option>& options, std::string_view value) {
    const auto found = std::ranges::find(options, value, &Option::value);
    return found == options.end() ? std::string{value} : found->words;
}

std::string language_words(const Words& say, std::string_view code) {
    for (const auto& item : languages_heard(say)) {
        if (item.value == code) {
            return item.text;
        }
    }
    return std::string{code};
}

std::string date_given(const Fields& typed, const std::string& name) {
    std::string text;
    for (const auto* part : {"-day", "-month", "-year"}) {
        const auto piece = typed.text(name + part);
        text += (text.empty() || piece.empty() ? "" : " ") + std::string{piece};
    }
    return text;
}

std::string answer_to(const Form& form, const Question& question, const std::string& name) {
    const auto value = form.typed.text(name);
    if (question.field == "source") {
        return chosen_words(where_professionals_work(form.say()), value);
    }
    if (question.field == "danger") {
        return chosen_words(danger_options(form.say()), value);
    }
    if (question.field == "family-told") {
        return chosen_words(told_options(form.say()), value);
    }
    if (question.field == "agrees") {
        return chosen_words(agrees_options(form.say()), value);
    }
    if (question.field == "language") {
        return language_words(form.say(), value);
    }
    return question.field == "born" || question.field == "expected" ? date_given(form.typed, name)
                                                                    : std::string{value};
}

template <std::size_t N, class Name>
void add_part(std::vector<GivenPart>& parts, const Form& form, std::string heading,
              const std::array<Question, N>& questions, const Name& name_of) {
    GivenPart part{std::move(heading), {}};
    for (const auto& question : questions) {
        auto answer = answer_to(form, question, name_of(question.field));
        if (!answer.empty()) {
            part.answers.push_back({form.say().say(question.words), std::move(answer)});
        }
    }
    if (!part.answers.empty()) {
        parts.push_back(std::move(part));
    }
}

} // namespace

std::vector<Html> report_questions(const Visitor& visitor, const Fields& typed,
                                   const std::vector<FieldFault>& faults) {
    const auto& say = visitor.say;
    const Form form{visitor, typed, Questions{say, typed, faults}};
    const auto& lines = say.language() == Language::welsh ? visitor.site.for_partners.guidance_cy
                                                          : visitor.site.for_partners.guidance_en;
    std::vector<Html> page{phone_first(say, visitor.duty_phone()),
                           for_whom(say, visitor.duty_phone())};
    put_sender(form, page);
    put_people(form, page);
    page.push_back(part_heading(say, say.say("The worry")));
    page.push_back(guidance(say, lines.empty() ? guidance_of_program(say) : lines));
    for (const auto* field : {"danger", "worry", "language", "seen", "history", "done-already"}) {
        const auto& question = question_in(about_worry, field);
        const std::string_view name{field};
        page.push_back(name == "danger" ? form.ask.one_of(form.asked(question), danger_options(say))
                       : name == "language" ? form.ask.language(form.asked(question))
                                            : form.ask.box(form.asked(question)));
    }
    page.push_back(part_heading(say, say.say("The family")));
    page.push_back(form.ask.one_of(form.asked(about_family[0]), told_options(say)));
    page.push_back(form.ask.one_of(form.asked(about_family[1]), agrees_options(say)));
    page.push_back(form.ask.box(form.asked(about_family[2]), 3));
    return page;
}

Html report_given(const Visitor& visitor, const Fields& typed) {
    const auto& say = visitor.say;
    const Form form{visitor, typed, Questions{say, typed, {}}};
    std::vector<GivenPart> parts;
    const auto plain = [](std::string_view field) { return std::string{field}; };
    add_part(parts, form, say.say("About you"), about_sender, plain);
    for (std::size_t nth = 1; nth <= door::child_blocks(typed); ++nth) {
        add_part(parts, form, say.say("Child {n}", {{"n", std::to_string(nth)}}), about_child,
                 [&](std::string_view field) { return door::child_field(nth, field); });
    }
    for (std::size_t nth = 1; nth <= adult_blocks(typed); ++nth) {
        add_part(parts, form, say.say("Adult {n}", {{"n", std::to_string(nth)}}), about_adult,
                 [&](std::string_view field) { return adult_field(nth, field); });
    }
    add_part(parts, form, say.say("Language and communication"), about_speaking, plain);
    add_part(parts, form, say.say("The worry"), about_worry, plain);
    add_part(parts, form, say.say("The family"), about_family, plain);
    return given(say, parts);
}

std::string asked_words(const Words& say, FormAsks asked) {
    switch (asked) {
    case FormAsks::referrer:
        return say.say("Your name");
    case FormAsks::role:
        return say.say("Your role");
    case FormAsks::organisation:
        return say.say("Your organisation");
    case FormAsks::reach:
        return say.say("How to reach you");
    case FormAsks::childs_name:
        return say.say("A name for every child");
    case FormAsks::birth:
        return say.say("A date of birth, an expected date or an age for every child");
    case FormAsks::address:
        return say.say("An address for every child");
    case FormAsks::school:
        return say.say("A school, nursery or college for every child");
    case FormAsks::adults:
        return say.say("The parents or carers");
    case FormAsks::languages:
        return say.say("The languages spoken at home");
    case FormAsks::communication:
        return say.say("How the child and the parents communicate");
    case FormAsks::worry:
        return say.say("What worries you");
    case FormAsks::seen:
        return say.say("What was seen or told, and when");
    case FormAsks::history:
        return say.say("What happened before");
    case FormAsks::done_already:
        return say.say("What is being done already");
    case FormAsks::family_told:
        return say.say("Whether the family knows of this report");
    case FormAsks::agreement:
        return say.say("Whether the family agrees, or why not");
    }
    return {};
}

Html completeness_words(const Words& say, const casework::Completeness& count) {
    Completeness words;
    words.heading =
        say.say("{given} of {asked} answered",
                {{"given", std::to_string(count.given)}, {"asked", std::to_string(count.asked)}});
    for (const auto asked : count.missing) {
        words.missing.push_back(asked_words(say, asked));
    }
    return completeness(say, words);
}

std::vector<std::string> missing_words(const Words& say, const std::vector<std::string>& names) {
    std::vector<std::string> words;
    for (const auto& name : names) {
        FormAsks asked{};
        words.push_back(boost::describe::enum_from_string(name.c_str(), asked)
                            ? asked_words(say, asked)
                            : name);
    }
    return words;
}

} // namespace gweld::web::pages
