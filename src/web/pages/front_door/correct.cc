#include "web/pages/front_door/contact_forms.h"
#include "web/pages/front_door/contact_questions.h"
#include "web/pages/front_door/front_door.h"
#include "web/pages/front_door/new_contact.html.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using namespace door;

bool may_correct(const Opened& opened) {
    return opened.open.work == casework::May::yes && opened.open.may_be_corrected();
}

// What stands, until something else was typed.
Fields begun(const Opened& opened, const Typed& typed) {
    return typed.fields.list().empty() ? fields_of(opened.open.received) : typed.fields;
}

Response show_correct(const Opened& opened, const Typed& typed) {
    if (!may_correct(opened)) {
        return not_found(opened.caller);
    }
    const auto& say = opened.caller.say;
    const auto fields = begun(opened, typed);
    const Questions ask{say, fields, typed.faults};
    const auto kept = opened.open.received.children.size();
    auto sheet = sheet_of(opened, typed);
    sheet.heading = say.say("Correct what was recorded");
    sheet.lede = say.say("Change what is wrong and say why; what stood before is kept. A decision "
                         "or a match that was made stands as it is.");
    ask_how(say, ask, sheet.questions);
    ask_who(say, ask, sheet.questions);
    sheet.questions.push_back(part_heading(say, say.say("The children")));
    const auto blocks = std::max(kept, child_blocks(fields));
    for (std::size_t nth = 1; nth <= blocks; ++nth) {
        sheet.questions.push_back(ask_child(
            say, ask, nth, nth <= kept ? KnownAlready::leave_as_matched : KnownAlready::ask));
    }
    if (!opened.open.decided()) {
        sheet.questions.push_back(add_child(say, std::to_string(blocks)));
    }
    ask_worry(say, ask, sheet.questions);
    sheet.questions.push_back(ask.box({"why", say.say("Why is it corrected?"), {}}, 3));
    sheet.action = opened.to("contact.correct");
    sheet.save = say.say("Save the correction");
    return show_sheet(opened.caller, sheet);
}

Response one_more_child(const Opened& opened, Typed typed) {
    const auto blocks = child_blocks(typed.fields);
    if (blocks == casework::most_children_in_a_contact) {
        const auto wrong = wrong_with(casework::ContactNonsense::too_many_children);
        typed.faults = {{std::string{wrong.field}, wrong.sentence, {}}};
        typed.status = 422;
        return show_correct(opened, typed);
    }
    std::vector<Field> fields{typed.fields.list().begin(), typed.fields.list().end()};
    std::erase_if(fields, [](const Field& field) { return field.name == "children"; });
    fields.push_back({"children", std::to_string(blocks + 1)});
    typed.fields = Fields{std::move(fields)};
    return show_correct(opened, typed);
}

Maybe act_correct(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    const auto& caller = opened.caller;
    auto wanted = parse_contact(caller.request.form, caller.today(), people_numbered(caller),
                                opened.open.received.children.size());
    const auto why = answers.text("why", words::mark("Say why it is corrected"));
    if (!wanted.ok()) {
        for (auto& fault : wanted.error()) {
            answers.fault(fault);
        }
    }
    if (!answers.all_well()) {
        return std::nullopt;
    }
    return casework::correct_contact(caller.office(), caller.viewer, opened.open.id(),
                                     wanted.value(), why, saw);
}

Response correct(const Caller& caller) {
    const auto opening = open(caller);
    const auto* opened = std::get_if<Opened>(&opening);
    if (opened == nullptr) {
        return std::get<Response>(opening);
    }
    if (!may_correct(*opened)) {
        return not_found(caller);
    }
    if (caller.request.form.has("add")) {
        return one_more_child(*opened, {caller.request.form, {}, {}, saw_by(caller), 200});
    }
    return save(caller, "correction", show_correct, act_correct);
}

} // namespace

void add_contact_correction_pages(Site& site) {
    add_page(site, Method::get, "contact.correct", "/contact/{id}/correct", get_form<show_correct>);
    add_page(site, Method::post, "contact.correct", "/contact/{id}/correct", correct);
}

} // namespace gweld::web::pages
