// The letter that tells a referrer what was decided: what was recorded as told, and nothing of the
// child but what stands in it.
#include "casework/referral_story.h"
#include "web/pages/front_door/contact_view.h"
#include "web/pages/front_door/letter.html.h"
#include "web/pages/front_door/referral.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/paper/on_paper.h"
#include "web/pages/paper/paper.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using casework::OpenContact;

struct Writing {
    const Caller& caller;
    const OpenContact& open;
    const casework::ReferralStory& story;
    const casework::ToldOnce& told;
    const Words& say() const { return caller.say; }
};

std::vector<std::string> head_of(const Writing& on) {
    const auto& received = on.open.received;
    std::vector<std::string> head{on.told.body.whom};
    if (!received.organisation.empty()) {
        head.push_back(received.organisation);
    }
    head.push_back(on.say().long_date(on.told.body.on));
    if (on.story.form) {
        head.push_back(on.say().say("Reference") + ": " + on.story.form->reference);
    }
    return head;
}

std::vector<std::string> foot_of(const Writing& on) {
    const auto& council = on.caller.site.council;
    std::vector<std::string> foot{
        on.told.by, on.say().language() == Language::welsh ? council.name_cy : council.name_en};
    if (!council.duty_phone.empty()) {
        foot.push_back(on.say().say("If a child is in danger, ring {number}.",
                                    {{"number", council.duty_phone}}));
    }
    return foot;
}

casework::KnownAddresses addresses_given(const OpenContact& open) {
    casework::KnownAddresses given;
    for (const auto& child : open.received.children) {
        given.push_back({child.address, child.postcode});
    }
    return given;
}

Paper letter_of(const Writing& on) {
    const auto& say = on.say();
    const std::vector<std::string> paragraphs{
        say.say("You told us on {date} that you were worried about a child. Thank you.",
                {{"date", say.long_date(on.open.received.on)}}),
        say.say("What was decided:") + " " + door::outcome_words(say, on.open.row.outcome) + "."};
    Paper paper{say,
                say.say("What was decided after you told us about a child"),
                referrer_letter(say, head_of(on), paragraphs, on.told.body.told, foot_of(on)),
                {},
                file_name_of(on.caller, say.say("letter"),
                             on.story.form ? on.story.form->reference : std::string{}),
                say.say("Confidential."),
                addresses_given(on.open)};
    for (const auto& child : on.open.children) {
        if (child.person) {
            paper.about.push_back(base::PersonId{child.person->person});
        }
    }
    return paper;
}

Response give_letter(const Caller& asked) {
    const OnPaper paper{asked};
    const auto& caller = paper.caller;
    const auto contact = door::contact_in(caller);
    if (!contact) {
        return not_found(caller);
    }
    const auto opened =
        casework::open_contact(caller.office(), caller.viewer, *contact, "contact.letter");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto story = casework::referral_story(opened.value().history);
    const auto* told = door::told_by_letter(story);
    return told == nullptr ? not_found(caller)
                           : leave_as(caller, letter_of({caller, opened.value(), story, *told}));
}

} // namespace

namespace door {

const casework::ToldOnce* told_by_letter(const casework::ReferralStory& story) {
    if (story.told.empty() || story.told.back().body.how == record::ToldBy::not_told) {
        return nullptr;
    }
    return &story.told.back();
}

} // namespace door

void add_referrer_letter_pages(Site& site) {
    add_page(site, Method::get, "contact.letter", "/contact/{id}/letter/as/{format}", give_letter);
}

} // namespace gweld::web::pages
