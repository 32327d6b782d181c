// story_form.h - a form about one child's story while it is being filled in: what was typed, what
// is wrong, what somebody else recorded meanwhile, the family as it is known. Knows no question.
#pragma once

#include "casework/child.h"
#include "casework/story.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages::story {

enum class Part : std::uint8_t { chronology, genogram }; // where a form belongs and goes back to

struct StoryForm {
    const Caller& caller;
    casework::OpenRecord record;
    Part part = Part::chronology;
    std::vector<casework::FamilyLog> logs = {}; // of a form about the family; else none
    casework::Kin kin = {};
    Fields typed = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    Fields on_record = {};    // of a form that changes it: as the record stands now
    Meanwhile meanwhile = {}; // what became of both texts, where somebody was quicker
    std::string key = {};     // empty: a fresh one is made
    int status = 200;

    const Words& say() const { return caller.say; }
    const casework::Facts& child() const { return *record.standing.facts; }
    std::string id() const { return base::to_text(child().child.uuid); }
    const std::string& called() const;
    Questions questions() const { return {caller.say, typed, faults, &meanwhile}; }
    Url back() const;
};
using StoryOpened = base::Result<StoryForm, casework::OpenRefused>;

// For /child/{id}/...: with a posted form, as it was typed.
StoryOpened open_story(const Caller& caller, Part part, access::Action action,
                       std::string_view page);

struct Page { // round the questions
    std::string heading;
    std::string lede = {};
    Url action = Url::path("/");
    std::string save;
};
Response show_page(const StoryForm& form, const Page& page, std::vector<Html> questions);

// What the writer saw. Of a form of the chronology only the versions of these children: news about
// another does not stand in the way.
casework::Saw saw_by(const StoryForm& form, const std::vector<casework::PersonId>& children);

using Draw = Response (*)(const StoryForm& form);
Response with_faults(StoryForm form, Answers& answers, Draw draw);
// Back to the part with the banner `saved`, or the form again: 422 with what is wrong, 409 with
// what was recorded meanwhile, and every word kept.
Response answered(StoryForm form, const casework::StoryAnswer& answer, std::string_view saved,
                  Draw draw);

} // namespace gweld::web::pages::story
