#include "web/pages/front_door/contact_questions.h"

#include "web/pages/front_door/new_contact.html.h"
#include "web/pages/front_door/wording.h"

namespace gweld::web::pages::door {

Html ask_child(const Words& say, const Questions& ask, std::size_t nth, KnownAlready known) {
    const auto field = [&](std::string_view what) { return child_field(nth, what); };
    std::vector<Html> questions{
        ask.line({field("name"), say.say("Name, or what the child was called"), {}}),
        ask.date({field("born"), say.say("Date of birth, if you know it"), {}}),
        ask.short_line({field("age"), say.say("If not, the age as you were told"),
                        say.say("For example: about 3")}),
        ask.date(
            {field("expected"), say.say("For an unborn child: when the birth is expected"), {}}),
        ask.line({field("address"), say.say("Address"), {}}),
        ask.short_line({field("postcode"), say.say("Postcode"), {}})};
    if (known == KnownAlready::ask) {
        questions.push_back(
            ask.short_line({field("number"), say.say("Record number, if the child is known"),
                            say.say("Leave it empty if you are not sure: people who may be the "
                                    "same are suggested on the next page.")}));
    }
    return child_block(say, say.say("Child {n}", {{"n", std::to_string(nth)}}), questions);
}

void ask_how(const Words& say, const Questions& ask, std::vector<Html>& questions) {
    questions.push_back(part_heading(say, say.say("When and how it came in")));
    questions.push_back(ask.date({"on", say.say("On which day?"), {}}));
    questions.push_back(ask.short_line({"at", say.say("At what time?"), {}}));
    questions.push_back(ask.from_list({"channel", say.say("How?"), {}}, channel_options(say)));
}

void ask_who(const Words& say, const Questions& ask, std::vector<Html>& questions) {
    questions.push_back(part_heading(say, say.say("Who is telling us")));
    questions.push_back(ask.from_list({"source", say.say("From whom?"), {}}, source_options(say)));
    questions.push_back(ask.line({"organisation", say.say("Organisation, if there is one"), {}}));
    questions.push_back(
        ask.line({"referrer", say.say("Name of the person"),
                  say.say("A professional is always named. A member of the public, a relative or "
                          "a child may stay unnamed.")}));
    questions.push_back(ask.line({"role", say.say("Their role or how they know the child"), {}}));
    questions.push_back(ask.line({"reach", say.say("How to reach them"), {}}));
}

void ask_worry(const Words& say, const Questions& ask, std::vector<Html>& questions) {
    questions.push_back(part_heading(say, say.say("The worry")));
    questions.push_back(ask.box({"worry", say.say("What is the worry, in the caller’s words?"),
                                 say.say("Write what was said, not what you think of it.")}));
    questions.push_back(ask.language({"language", say.say("In which language?"), {}}));
    questions.push_back(ask.one_of(
        {"harm", say.say("May a child be suffering significant harm, or be likely to?"), {}},
        {{"possible",
          say.say("Yes, it is possible"),
          say.say("It goes to the top of the front door and waits for no clock."),
          {}},
         {"not_suspected", say.say("Nothing said so far points to it"), {}, {}}}));
}

PersonNumbered people_numbered(const Caller& caller) {
    return [&caller](const std::string& number) {
        std::optional<record::PersonRow> found;
        static_cast<void>(caller.office().store.read([&](const record::Reading& reading) {
            const auto rows = reading.people_numbered(number);
            if (rows.size() == 1) {
                found = rows.front();
            }
        }));
        return found;
    };
}

} // namespace gweld::web::pages::door
