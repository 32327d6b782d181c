#include "casework/standing.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using words::mark;

std::optional<protection::Discussion> waiting_for(const Caller& caller,
                                                  const casework::Facts& child) {
    const auto& history = child.enquiries;
    const auto* waiting = protection::discussion_waiting(history, caller.today());
    return waiting == nullptr ? std::nullopt : std::optional{*waiting};
}

// Brothers and sisters are offered when the same discussion waits for theirs too.
void keep_those_waiting(FamilyForm& form, const std::optional<protection::Discussion>& first) {
    const auto others = std::ranges::remove_if(
        form.children.begin() + 1, form.children.end(), [&](const auto& child) {
            const auto waiting = waiting_for(form.caller, *child);
            return !is_ticked(form, *child) &&
                   (!first || !waiting || waiting->entry != first->entry);
        });
    form.children.erase(others.begin(), others.end());
}

std::string from_which(const FamilyForm& form) {
    const auto& say = form.say();
    const auto waiting = waiting_for(form.caller, form.first());
    return waiting ? say.say("It starts from the discussion on {date}, which decided on it.",
                             {{"date", near_date(form.caller, waiting->on)}})
                   : say.say("No strategy discussion waits for an enquiry. Record one first.");
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Which children is it about?"), {}));
    questions.push_back(
        ask.date({"on", say.say("When did it start?"),
                  say.say("The procedures say: when the strategy discussion decides on it.")}));
    questions.push_back(ask.one_of({"by", say.say("Who makes the enquiry?")},
                                   {{"jointly_with_police", say.say("Jointly with the police")},
                                    {"social_services", say.say("By social services alone")}}));
    return show_page(form,
                     {say.say("Start a section 47 enquiry: {name}",
                              {{"name", casework::full_name(*form.first().person)}}),
                      from_which(form), form.caller.to("enquiry.new", {{"id", form.id()}}),
                      say.say("Start the enquiry")},
                     std::move(questions));
}

// The form begins with the day of the discussion and what it decided.
void begin(FamilyForm& form, const protection::Discussion& discussion) {
    const auto on = discussion.on.ymd();
    std::vector<Field> fields;
    for (const auto& child : form.children) {
        fields.push_back({"child", base::to_text(child->child.uuid)});
    }
    const auto put = [&](const char* name, auto number) {
        fields.push_back({name, std::to_string(number)});
    };
    put("on-day", static_cast<unsigned>(on.day()));
    put("on-month", static_cast<unsigned>(on.month()));
    put("on-year", static_cast<int>(on.year()));
    if (discussion.enquiry) {
        fields.push_back({"by", *discussion.enquiry == record::EnquiryBy::jointly_with_police
                                    ? "jointly_with_police"
                                    : "social_services"});
    }
    begin_as(form, Fields{std::move(fields)});
}

Response save(const Caller& caller) {
    auto opened = open_family(caller, access::Action::record_enquiry, "start-enquiry");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    keep_those_waiting(form, waiting_for(caller, form.first()));
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    const auto on = answers.past_date("on", mark("Enter the day the enquiry started"),
                                      mark("The date must be today or in the past"));
    const auto by = answers.choice<record::EnquiryBy>("by", mark("Say who makes the enquiry"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    const auto waiting = waiting_for(caller, *children.front());
    // Pressed twice, the discussion waits no more: the first press's own is named again.
    base::EntryId discussion{};
    const auto& history = children.front()->enquiries;
    if (waiting) {
        discussion = waiting->entry;
    } else if (!history.enquiries.empty()) {
        discussion = history.enquiries.back().discussion;
    }
    std::vector<casework::PersonId> ids;
    for (const auto& child : children) {
        ids.push_back(child->child);
    }
    return answered(form,
                    casework::start_enquiry(caller.office(), caller.viewer, {discussion, *on, *by},
                                            ids, saw_by(form, children)),
                    "enquiry", draw);
}

Response show(const Caller& caller) {
    auto opened = open_family(caller, access::Action::record_enquiry, "start-enquiry");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto& form = opened.value();
    const auto waiting = waiting_for(caller, form.first());
    keep_those_waiting(form, waiting);
    if (waiting) {
        begin(form, *waiting);
    }
    return draw(form);
}

} // namespace

void add_enquiry_start_pages(Site& site) {
    add_page(site, Method::get, "enquiry.new", "/child/{id}/enquiry/new", show);
    add_page(site, Method::post, "enquiry.new", "/child/{id}/enquiry/new", save);
}

} // namespace gweld::web::pages
