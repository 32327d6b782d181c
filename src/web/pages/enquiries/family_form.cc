#include "web/pages/enquiries/family_form.h"
#include "web/components/markup.h"

#include "casework/standing.h"
#include "web/pages/enquiries/enquiry_faults.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using Children = std::vector<std::shared_ptr<const casework::Facts>>;

void take_typed(const Caller& caller, FamilyForm& form) {
    if (!take_typed(caller, form.typed, form.key)) {
        form.typed = Fields{{{"child", form.id()}}};
    }
}

std::optional<record::Entry> entry_named(const Caller& caller, std::string_view kind,
                                         std::optional<record::StoreFault>& fault) {
    const auto id = entry_in(caller, "id");
    std::optional<record::Entry> entry;
    if (!id) {
        return entry;
    }
    const auto read = caller.office().store.read(
        [&](const record::Reading& reading) { entry = reading.entry(id->uuid); });
    if (!read.ok()) {
        fault = read.error();
    }
    return entry && entry->kind == kind ? entry : std::nullopt;
}

casework::Saw saw_now(const FamilyForm& form) {
    casework::Saw saw{form.key, {}};
    for (const auto& child : form.children) {
        saw.versions.push_back({child->child.uuid, child->version});
    }
    return saw;
}

// What the sheet carries on: as it was when the form was first shown, or as it is once the writer
// has been shown what changed.
casework::Saw saw_to_send(const FamilyForm& form) {
    const auto posted = saw_in(form.typed);
    if (posted.versions.empty() || !form.since.empty()) {
        return saw_now(form);
    }
    return {form.key, posted.versions};
}

} // namespace

FamilyForm form_about(const Caller& caller, Children children) {
    FamilyForm form{caller, std::move(children)};
    take_typed(caller, form);
    return form;
}

FamilyOpened open_family(const Caller& caller, access::Action action, std::string_view page) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto family = family_for(caller, *child, action, page);
    if (!family.ok()) {
        return base::Err{family.error()};
    }
    return base::Ok{form_about(caller, std::move(family).value().children)};
}

base::Result<EntryOpened, casework::OpenRefused> open_entry(const Caller& caller,
                                                            std::string_view kind,
                                                            access::Action action,
                                                            std::string_view page) {
    std::optional<record::StoreFault> fault;
    auto entry = entry_named(caller, kind, fault);
    if (fault) {
        return base::Err{casework::OpenRefused{*fault}};
    }
    if (!entry) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    Children children;
    for (const auto& child : entry->about) {
        auto opened = casework::open_record(caller.office(), caller.viewer,
                                            casework::PersonId{child}, action, page);
        if (!opened.ok()) {
            return base::Err{opened.error()};
        }
        children.push_back(opened.value().standing.facts);
    }
    return base::Ok{EntryOpened{form_about(caller, std::move(children)), std::move(*entry)}};
}

std::string name_for(std::string_view what, const casework::Facts& child) {
    return std::string{what} + "-" + base::to_text(child.child.uuid);
}

std::string called(const casework::Facts& child) {
    return child.person->forename.empty() ? child.person->surname : child.person->forename;
}

Html which_children(const FamilyForm& form, const std::string& words,
                    const std::vector<Html>& of_each) {
    if (form.children.size() == 1) {
        Markup only;
        only.put(hidden_field("child", form.id()));
        if (!of_each.empty()) {
            only.put(of_each.front());
        }
        return only.take();
    }
    std::vector<Option> options;
    for (std::size_t i = 0; i < form.children.size(); ++i) {
        options.push_back({base::to_text(form.children[i]->child.uuid),
                           casework::full_name(*form.children[i]->person),
                           {},
                           i < of_each.size() ? of_each[i] : Html{}});
    }
    return form.questions().any_of({"child", words}, options);
}

bool is_ticked(const FamilyForm& form, const casework::Facts& child) {
    return std::ranges::count(form.typed.all("child"), base::to_text(child.child.uuid)) > 0;
}

Children chosen(const FamilyForm& form, Answers& answers) {
    if (form.children.size() == 1) {
        return form.children;
    }
    Children ticked;
    for (const auto& child : form.children) {
        if (is_ticked(form, *child)) {
            ticked.push_back(child);
        }
    }
    if (ticked.empty()) {
        answers.fault("child", words::mark("Tick at least one child"));
    }
    return ticked;
}

Response show_page(const FamilyForm& form, const Page& page, std::vector<Html> questions) {
    Sheet sheet;
    sheet.back = form.way_home();
    sheet.heading = page.heading;
    sheet.lede = page.lede;
    sheet.since = form.since;
    sheet.questions = std::move(questions);
    sheet.action = page.action;
    sheet.save = page.save;
    sheet.saw = saw_to_send(form);
    sheet.faults = form.faults;
    if (!form.on_record.list().empty()) {
        sheet.was = marks_of_what_was(form.on_record, form.since.empty() ? form.typed : Fields{});
    }
    sheet.status = form.status;
    return show_sheet(form.caller, sheet);
}

casework::Saw saw_by(const FamilyForm& form, const Children& children) {
    auto saw = saw_in(form.typed);
    std::erase_if(saw.versions, [&](const auto& seen) {
        return std::ranges::none_of(
            children, [&](const auto& child) { return child->child.uuid == seen.subject; });
    });
    // A form of ours always has one; without it every press would be another entry.
    if (saw.idempotency_key.empty()) {
        saw.idempotency_key = base::to_text(casework::fresh_id(form.caller.office()));
    }
    return saw;
}

Response with_faults(FamilyForm form, Answers& answers, Draw draw) {
    form.faults = answers.take_faults();
    form.status = 422;
    return draw(form);
}

Response sent_home(const FamilyForm& form, std::string_view saved) {
    const auto to = form.way_home();
    return see_other(Url::path(to.text() + "?saved=" + std::string{saved}));
}

Response drawn_again(FamilyForm form, const WhyNot& why, Draw draw) {
    const auto& caller = form.caller;
    const auto again = [&](int status) {
        form.status = status;
        return draw(form);
    };
    return std::visit(base::overloaded{
                          [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
                          [&](const casework::SomebodyWasQuicker& quicker) {
                              form.since = said_since(caller.say, quicker.since);
                              if (!form.on_record.list().empty()) {
                                  form.meanwhile = bring_together(form.typed, form.on_record);
                              }
                              return again(409);
                          },
                          [&](const casework::KeyUsedForSomethingElse&) {
                              form.key.clear();
                              form.faults.push_back(
                                  {std::string{form.first_field},
                                   words::mark("This form was saved once and then changed. If "
                                               "both are right, press the button again"),
                                   {}});
                              return again(409);
                          },
                          [&](const casework::CorrectedAlready&) { return not_found(caller); },
                          [&](const FieldFault& fault) {
                              form.faults.push_back(fault);
                              return again(422);
                          },
                          [&](record::StoreFault fault) { return store_says(caller, fault); },
                      },
                      why);
}

Response answered(FamilyForm form, const casework::EnquiryAnswer& answer, std::string_view saved,
                  Draw draw) {
    return answered(std::move(form), answer, saved, draw, &fault_of);
}

} // namespace gweld::web::pages
