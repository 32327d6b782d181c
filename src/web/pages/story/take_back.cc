// Taking back what should never have been in a child's story: an event added by hand, a relative, a
// relation, a home.
#include "web/pages/story/story.h"

#include "web/pages/problems/problems.h"
#include "web/pages/story/story_form.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

namespace gweld::web::pages::story {

namespace {

using words::mark;

std::string what_it_is(const Words& say, std::string_view kind) {
    if (kind == record::Named<record::RelativeNamed>::name) {
        return say.say("A relative. Whom they are related to and where they lived goes with them.");
    }
    if (kind == record::Named<record::RelationNamed>::name) {
        return say.say("Who is what to whom.");
    }
    return kind == record::Named<record::EventNoted>::name
               ? say.say("An event added by hand.")
               : say.say("Something recorded about the family.");
}

const record::Entry* entry_named(const StoryForm& form, base::EntryId id) {
    for (const auto& log : form.logs) {
        for (const auto& entry : log.entries) {
            if (entry.id == id.uuid) {
                return &entry;
            }
        }
    }
    for (const auto& entry : form.child().entries) {
        if (entry.id == id.uuid && entry.kind == record::Named<record::EventNoted>::name) {
            return &entry;
        }
    }
    return nullptr;
}

Response draw(const StoryForm& form) {
    const auto id = entry_in(form.caller, "entry");
    const auto* entry = id ? entry_named(form, *id) : nullptr;
    if (entry == nullptr) {
        return not_found(form.caller);
    }
    const auto& say = form.say();
    return show_page(
        form,
        {say.say("Take back an entry: {name}", {{"name", form.called()}}),
         what_it_is(say, entry->kind) + " " +
             say.say(
                 "Recorded by {name} at {moment}.",
                 {{"name", entry->recorded_by.name}, {"moment", say.moment(entry->recorded_at)}}),
         form.caller.to("story.take-back", {{"id", form.id()}, {"entry", base::to_text(id->uuid)}}),
         say.say("Take it back")},
        {form.questions().box({"why", say.say("Why should this entry not be here?")}, 3)});
}

// The form belongs to where the entry is shown.
StoryOpened open(const Caller& caller) {
    auto opened = open_story(caller, Part::genogram, access::Action::correct_entry, "take-back");
    const auto id = entry_in(caller, "entry");
    if (opened.ok() && id) {
        const auto* entry = entry_named(opened.value(), *id);
        if (entry != nullptr && entry->kind == record::Named<record::EventNoted>::name) {
            opened.value().part = Part::chronology;
        }
    }
    return opened;
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    return opened.ok() ? draw(opened.value()) : refusal(caller, opened.error());
}

Response save(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    const auto id = entry_in(caller, "entry");
    const auto* entry = id ? entry_named(form, *id) : nullptr;
    if (entry == nullptr) {
        return not_found(caller);
    }
    Answers answers{form.typed, caller.today()};
    const auto why = answers.text("why", mark("Say why this entry should not be here"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    std::vector<casework::PersonId> children;
    for (const auto& about : entry->about) {
        children.push_back(casework::PersonId{about});
    }
    return answered(form,
                    casework::take_from_story(caller.office(), caller.viewer, form.child().child,
                                              *id, why, saw_by(form, children)),
                    "withdrawn", draw);
}

} // namespace

void add_take_back_form(Site& site) {
    add_page(site, Method::get, "story.take-back", "/child/{id}/story/{entry}/take-back", show);
    add_page(site, Method::post, "story.take-back", "/child/{id}/story/{entry}/take-back", save);
}

} // namespace gweld::web::pages::story
