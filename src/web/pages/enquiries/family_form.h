// family_form.h - a form about one or more children of a family while it is being filled in: whom
// it may be about, what was typed, what is wrong, what somebody else recorded meanwhile. Knows no
// question but which children it is about.
#pragma once

#include "casework/child.h"
#include "casework/enquiries.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

struct FamilyForm {
    const Caller& caller;
    std::vector<std::shared_ptr<const casework::Facts>> children; // the child asked for first
    Fields typed = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    Fields on_record = {};    // of a form that changes it: as the record stands now
    Meanwhile meanwhile = {}; // what became of both texts, where somebody was quicker
    std::string key = {};     // empty: a fresh one is made
    int status = 200;
    std::string_view home = "child.protection"; // the child's page it comes from and goes back to
    std::string_view first_field = "on-day";    // of the first question
    std::string home_id = {};                   // of what `home` is about; empty: the child

    const casework::Facts& first() const { return *children.front(); }
    std::string id() const { return base::to_text(first().child.uuid); }
    Url way_home() const { return caller.to(home, {{"id", home_id.empty() ? id() : home_id}}); }
    const Words& say() const { return caller.say; }
    Questions questions() const { return {caller.say, typed, faults, &meanwhile}; }
};
using FamilyOpened = base::Result<FamilyForm, casework::OpenRefused>;

// About these children, with what was posted.
FamilyForm form_about(const Caller& caller,
                      std::vector<std::shared_ptr<const casework::Facts>> children);
// For /child/{id}/...: the child, and the brothers and sisters this person may record for. With a
// posted form, as it was typed; without, with the child asked for ticked.
FamilyOpened open_family(const Caller& caller, access::Action action, std::string_view page);
// For a page about an entry, /enquiry/{id}/...: every child the entry is about, each opened and
// logged. Not found: no such entry, another kind, or one of them is not theirs.
struct EntryOpened {
    FamilyForm form;
    record::Entry entry;
};
base::Result<EntryOpened, casework::OpenRefused> open_entry(const Caller& caller,
                                                            std::string_view kind,
                                                            access::Action action,
                                                            std::string_view page);

// "threshold-<id>"
std::string name_for(std::string_view what, const casework::Facts& child);
std::string called(const casework::Facts& child);

// Ticks for the children, each with what is asked of it alone; for an only child just that.
Html which_children(const FamilyForm& form, const std::string& words,
                    const std::vector<Html>& of_each);
bool is_ticked(const FamilyForm& form, const casework::Facts& child);
// The ticked ones; the only child without being asked. Adds the fault when there is none.
std::vector<std::shared_ptr<const casework::Facts>> chosen(const FamilyForm& form,
                                                           Answers& answers);

struct Page { // round the questions
    std::string heading;
    std::string lede = {};
    Url action = Url::path("/");
    std::string save;
};
Response show_page(const FamilyForm& form, const Page& page, std::vector<Html> questions);

using Draw = Response (*)(const FamilyForm& form);

// The versions of the chosen children only: news about another does not stand in the way.
casework::Saw saw_by(const FamilyForm& form,
                     const std::vector<std::shared_ptr<const casework::Facts>>& children);
Response with_faults(FamilyForm form, Answers& answers, Draw draw);
// Why nothing was saved, with what was wrong in words.
using WhyNot = std::variant<casework::NotFoundOrNotYours, casework::SomebodyWasQuicker,
                            casework::KeyUsedForSomethingElse, casework::CorrectedAlready,
                            FieldFault, record::StoreFault>;
Response sent_home(const FamilyForm& form, std::string_view saved);
Response drawn_again(FamilyForm form, const WhyNot& why, Draw draw);

// To the child's page with the banner `saved`, or the form again: 422 with what is wrong, 409 with
// what was recorded meanwhile, and every word kept. `words` finds the fault for what was wrong.
template <class Nonsense>
Response answered(FamilyForm form, const casework::StepAnswer<Nonsense>& answer,
                  std::string_view saved, Draw draw, FieldFault (*words)(Nonsense)) {
    if (answer.ok()) {
        return sent_home(form, saved);
    }
    return drawn_again(std::move(form),
                       std::visit(base::overloaded{
                                      [&](Nonsense nonsense) -> WhyNot { return words(nonsense); },
                                      [](const auto& other) -> WhyNot { return other; },
                                  },
                                  answer.error()),
                       draw);
}
Response answered(FamilyForm form, const casework::EnquiryAnswer& answer, std::string_view saved,
                  Draw draw);

} // namespace gweld::web::pages
