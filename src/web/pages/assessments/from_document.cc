// An assessment gone on with from a Word document: which assessment, its parts beside where they
// belong, then the assessment's own form.
#include "web/components/link.h"
#include "web/components/spoken.h"
#include "web/pages/assessments/assessment_form.h"
#include "web/pages/assessments/assessments.h"
#include "web/pages/assessments/typed.h"
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/brought_in/brought_in.html.h"
#include "web/pages/brought_in/mapping.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

using record::AssessmentGap;

// What councils' own forms call these; no list of such names was found, so whoever brings the
// document in confirms every one. In the order in which they are tried.
constexpr std::array hints{Hint{"reason for", "why-now"},
                           Hint{"why now", "why-now"},
                           Hint{"referral", "why-now"},
                           Hint{"rheswm", "why-now"},
                           Hint{"atgyfeiri", "why-now"},
                           Hint{"who else", "others-seen"},
                           Hint{"who was seen", "others-seen"},
                           Hint{"people seen", "others-seen"},
                           Hint{"pwy a welwyd", "others-seen"},
                           Hint{"wishes and feelings", "words-"},
                           Hint{"child’s view", "words-"},
                           Hint{"child's view", "words-"},
                           Hint{"views of the child", "words-"},
                           Hint{"own words", "words-"},
                           Hint{"llais y plentyn", "words-"},
                           Hint{"dymuniadau", "words-"},
                           Hint{"communicat", "communication-"},
                           Hint{"cyfathrebu", "communication-"},
                           Hint{"identity", "identity-"},
                           Hint{"cultur", "identity-"},
                           Hint{"diversity", "identity-"},
                           Hint{"hunaniaeth", "identity-"},
                           Hint{"diwylliant", "identity-"},
                           Hint{"protective", "protective-"},
                           Hint{"strength", "protective-"},
                           Hint{"going well", "protective-"},
                           Hint{"amddiffynnol", "protective-"},
                           Hint{"cryfder", "protective-"},
                           Hint{"risk", "risks-"},
                           Hint{"worr", "risks-"},
                           Hint{"harm", "risks-"},
                           Hint{"risg", "risks-"},
                           Hint{"pryder", "risks-"},
                           Hint{"recommendation", "follows-"},
                           Hint{"next steps", "follows-"},
                           Hint{"what follows", "follows-"},
                           Hint{"argymhell", "follows-"},
                           Hint{"camau nesaf", "follows-"},
                           Hint{"analysis", "analysis"},
                           Hint{"dadansoddi", "analysis"},
                           Hint{"family", "family"},
                           Hint{"background", "family"},
                           Hint{"teulu", "family"},
                           Hint{"cefndir", "family"}};

struct Part {
    std::string_view field;
    AssessmentGap gap;
};
constexpr std::array of_family{
    Part{"why-now", AssessmentGap::why_now}, Part{"others-seen", AssessmentGap::others_seen},
    Part{"family", AssessmentGap::family}, Part{"analysis", AssessmentGap::analysis}};
constexpr std::array of_child{Part{"words", AssessmentGap::words},
                              Part{"communication", AssessmentGap::communication},
                              Part{"identity", AssessmentGap::identity},
                              Part{"risks", AssessmentGap::risks},
                              Part{"protective", AssessmentGap::protective},
                              Part{"analysis", AssessmentGap::childs_analysis},
                              Part{"follows", AssessmentGap::what_follows}};

// Each place is a box of the assessment's own form, by its name.
std::vector<Option> places(const AssessmentForm& form) {
    const auto& say = form.say();
    std::vector<Option> all;
    for (const auto& part : of_family) {
        all.push_back({std::string{part.field}, said(say, part.gap)});
    }
    for (const auto& child : form.open.file.content.children) {
        for (const auto& part : of_child) {
            all.push_back({field_of(part.field, child.child),
                           child_named(say, form.open, child.child) + ": " + said(say, part.gap)});
        }
    }
    return all;
}

// Of several children the one whose name the heading says; none: which is meant is not known.
std::string guess(const AssessmentForm& form, const std::string& heading) {
    const std::string place{place_for(heading, hints)};
    if (!place.ends_with('-')) {
        return place;
    }
    const auto& children = form.open.file.content.children;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const auto& facts = form.open.children[i];
        const bool named = facts && !facts->person->forename.empty() &&
                           heading.find(facts->person->forename) != std::string::npos;
        if (children.size() == 1 || named) {
            return place + base::to_text(children[i].child.uuid);
        }
    }
    return {};
}

struct Scene {
    AssessmentForm& form;
    const FoundIn& found;
};
template <class Then> Response with_both(const Caller& caller, const Then& then) {
    auto opened = open_form(caller, access::Action::record_assessment, "write-assessment");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    const auto child = person_in(caller, "child");
    const bool of_it = child && std::ranges::any_of(form.open.children, [&](const auto& facts) {
                           return facts && facts->child == *child;
                       });
    if (!of_it) {
        return not_found(caller);
    }
    auto found = find_in_document(caller, *child, access::Action::record_assessment);
    return found.ok() ? then(Scene{form, found.value()}) : std::move(found).error();
}

Response show(const Caller& caller) {
    return with_both(caller, [&](const Scene& on) {
        const auto& say = caller.say;
        Mapping mapping;
        mapping.heading = say.say("Where does each part belong in the assessment? {names}",
                                  {{"names", names_of(say, on.form.open)}});
        mapping.lede =
            say.say("Then the form of the assessment opens with these parts added to "
                    "what is written there. Nothing is saved before you save that form.");
        mapping.action = caller.to("assessment.from", {{"id", on.form.id()},
                                                       {"child", caller.param("child")},
                                                       {"entry", caller.param("entry")}});
        mapping.back = caller.to("assessment", {{"id", on.form.id()}});
        mapping.places = places(on.form);
        for (const auto& section : on.found.sections) {
            mapping.guesses.push_back(guess(on.form, section.heading));
        }
        return show_mapping(caller, on.found, mapping);
    });
}

void add_to(std::vector<Field>& fields, const std::string& name, const std::string& text) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    if (found == fields.end()) {
        fields.push_back({name, text});
    } else {
        found->value += found->value.empty() ? text : "\n" + text;
    }
}

Response fill_in(const Caller& caller) {
    return with_both(caller, [&](const Scene& on) {
        const auto written = fields_of(on.form.open.file.content);
        std::vector<Field> fields{written.list().begin(), written.list().end()};
        std::erase_if(fields, [](const Field& field) { return field.name == "brought-in"; });
        for (const auto& [place, text] : confirmed(caller, on.found, places(on.form))) {
            add_to(fields, place, text);
        }
        fields.push_back({"brought-in", base::to_text(on.found.open.document.entry.uuid)});
        on.form.on_record = written;
        on.form.typed = Fields{std::move(fields)};
        on.form.key.clear();
        return draw_writing(on.form);
    });
}

// ---- which one
// ---------------------------------------------------------------------------------------

// Those of the child that are being written, newest first; a new one can be started.
Response choose(const Caller& caller) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return not_found(caller);
    }
    const auto found = find_in_document(caller, *child, access::Action::record_assessment);
    if (!found.ok()) {
        return found.error();
    }
    const auto& say = caller.say;
    const auto& facts = *found.value().open.child;
    const auto id = base::to_text(child->uuid);
    std::vector<Html> choices;
    const auto read = caller.office().store.read([&](const record::Reading& reading) {
        for (const auto& one : protection::assessments_of(facts.entries)) {
            const auto file = casework::read_assessment(reading, one.id);
            if (file && file->being_written()) {
                const auto started = near_date(caller, file->content.started);
                choices.push_back(
                    ours::link(caller.to("assessment.from", {{"id", base::to_text(file->id.uuid)},
                                                             {"child", id},
                                                             {"entry", caller.param("entry")}}),
                               said(say, file->content.type) + ", " +
                                   say.say("started {date}", {{"date", started}}),
                               std::string{}));
            }
        }
    });
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    govuk::Button start;
    start.content = say.say("Start an assessment");
    start.href = caller.to("assessment.new", {{"id", id}});
    start.classes = "govuk-button--secondary";
    Frame frame;
    frame.title = say.say("Which assessment does it belong to?");
    frame.content = into_which(
        say, choices, govuk::render(start),
        govuk::render(govuk::back_link(say, caller.to("child.assessments", {{"id", id}}))));
    return framed(caller, frame);
}

} // namespace

void add_assessment_from_document_pages(Site& site) {
    add_page(site, Method::get, "assessments.from", "/child/{id}/assessments/from/{entry}", choose);
    add_page(site, Method::get, "assessment.from", "/assessment/{id}/from/{child}/{entry}", show);
    add_page(site, Method::post, "assessment.from", "/assessment/{id}/from/{child}/{entry}",
             fill_in);
}

} // namespace gweld::web::pages
