#include "web/pages/offline/held_answers.h"

#include <map>

namespace gweld::web::pages {

namespace {

using words::mark;

// The words of the form itself (visit/form_pieces.cc).
std::string chosen(const Words& say, const std::string& value) {
    static const std::map<std::string_view, std::string_view> words{
        {"made", mark("I saw at least one child")},
        {"attempted", mark("I went, but saw no child")},
        {"nobody_home", mark("Nobody was at home")},
        {"refused_entry", mark("I was refused entry")},
        {"child_not_there", mark("The child was not there")},
        {"unsafe_to_go_in", mark("It was not safe to go in")},
        {"home", mark("At home")},
        {"school", mark("At school or nursery")},
        {"office", mark("At an office")},
        {"other", mark("Elsewhere")},
        {"announced", mark("Yes, they knew")},
        {"unannounced", mark("No, they did not")},
        {"yes", mark("Yes")},
        {"no", mark("No")},
        {"not_part", mark("Not part of this visit")}};
    const auto found = words.find(value);
    return found == words.end() ? value : say.say(found->second);
}

class Reading {
  public:
    explicit Reading(const Words& say) : say_{say} {}
    void typed(std::string question, const std::string& answer, std::string language = {}) {
        if (!answer.empty()) {
            shown_.push_back({std::move(question), answer, std::move(language)});
        }
    }
    void choice(std::string question, const std::string& value) {
        typed(std::move(question), value.empty() ? value : chosen(say_, value));
    }
    std::vector<AnswerShown> take() { return std::move(shown_); }

  private:
    const Words& say_;
    std::vector<AnswerShown> shown_;
};

std::string day_of(const VisitForm& form) {
    return form.day.empty() && form.month.empty() && form.year.empty()
               ? std::string{}
               : form.day + "/" + form.month + "/" + form.year;
}

} // namespace

std::vector<AnswerShown> answers_of(const Words& say, const VisitForm& form, const Fields& said) {
    Reading read{say};
    read.typed(say.say("Whom did you visit?"), std::string{said.text("who")});
    read.choice(say.say("What happened?"), form.outcome);
    if (form.outcome == "attempted") {
        read.typed(say.say("Why was nobody seen?"),
                   form.because == "other" ? say.say("Another reason") : chosen(say, form.because));
    }
    read.typed(say.say("Date of the visit"), day_of(form));
    read.typed(say.say("What time did you get there?"), form.arrived);
    read.choice(say.say("Where?"), form.place);
    read.choice(say.say("Did the family know you were coming?"), form.announced);
    for (const auto& child : form.children) {
        const auto& name = child.name;
        read.choice(say.say("Did you see {name}?", {{"name", name}}), child.seen);
        read.choice(say.say("Did you see {name} alone?", {{"name", name}}), child.alone);
        read.choice(say.say("Did you see the bedroom of {name}?", {{"name", name}}), child.bedroom);
        read.typed(say.say("What did {name} say, in their own words?", {{"name", name}}),
                   child.words, child.language == "und" ? std::string{} : child.language);
    }
    read.typed(say.say("What did you see and hear?"), form.account);
    return read.take();
}

} // namespace gweld::web::pages
