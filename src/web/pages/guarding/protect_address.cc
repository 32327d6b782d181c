// That an address is nobody's to read who does not have to go there; showing it to whoever has; and
// two people saying that it need not be so any more.
#include "web/components/link.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/forms/prefill.h"
#include "web/pages/frame/frame.h"
#include "web/pages/guarding/guarding.h"
#include "web/pages/guarding/guarding.html.h"
#include "web/pages/guarding/protecting_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/register/register_form.h"
#include "web/pages/sign_in/step_up.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using words::mark;

FamilyOpened as_protecting(FamilyOpened opened, std::string_view first_field) {
    if (opened.ok()) {
        opened.value().home = "child.people";
        opened.value().first_field = first_field;
    }
    return opened;
}

// ---- protecting one
// --------------------------------------------------------------------------------

FamilyOpened open_form(const Caller& caller) {
    return as_protecting(open_family(caller, access::Action::record_story, "protect-address"),
                         "lines");
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Who lives there?"), {}));
    questions.push_back(
        ask.line({"lines", say.say("Address"),
                  say.say("As far as a letter needs it, without the postcode. If it is in the "
                          "record already, write it as it stands there.")}));
    questions.push_back(ask.line({"postcode", say.say("Postcode"), say.say("May be left empty.")}));
    questions.push_back(ask.one_of({"kind", say.say("What is it to them?")},
                                   {{"home", say.say("Home")},
                                    {"placement", say.say("Placement")},
                                    {"other", say.say("Somewhere else")}}));
    questions.push_back(ask.date({"from", say.say("Since when have they lived there?")}));
    questions.push_back(
        ask.one_of({"because", say.say("Why is it protected?")}, reasons_to_protect(say)));
    questions.push_back(
        ask.box({"words", say.say("In your own words"),
                 say.say("Whoever may open the record reads this. Do not write the address here.")},
                3));
    return show_page(
        form,
        {say.say("Protect an address: {name}",
                 {{"name", casework::full_name(*form.first().person)}}),
         say.say("It holds at once. The address is taken out of every page, list, search, letter "
                 "and file about the child and the family, wherever it was written before. "
                 "Whoever visits the child, their manager and the duty desk can open it by "
                 "itself, and that is written down. Files that were brought in stay as they are: "
                 "look at them."),
         form.caller.to("child.protect-address", {{"id", form.id()}}),
         say.say("Protect the address")},
        std::move(questions));
}

Response show(const Caller& caller) {
    auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value(), {}, {{"kind", "home"}});
    return draw(opened.value());
}

Response save(const Caller& caller) {
    const auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    casework::Protection what;
    what.lines = record::ProtectedText{answers.text("lines", mark("Write the address"))};
    what.postcode = record::ProtectedText{answers.text("postcode")};
    what.kind = answers.choice<record::AddressKind>("kind", mark("Say what it is to them"))
                    .value_or(record::AddressKind::home);
    what.from = answers
                    .past_date("from", mark("Enter the day since when they have lived there"),
                               mark("The date must be today or in the past"))
                    .value_or(record::to_be_given);
    what.because = answers.choice<record::WhyProtected>("because", mark("Choose a reason"))
                       .value_or(record::WhyProtected::other);
    what.words = answers.text("words", mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(form,
                    casework::protect_address(caller.office(), caller.viewer, ids_of(children),
                                              what, saw_by(form, children)),
                    "address-protected", draw, &fault_of_protecting);
}

// ---- showing one
// -----------------------------------------------------------------------------------

std::optional<base::EntryId> protection_in(const Caller& caller) {
    const auto id = base::parse_uuid(caller.param("protection"));
    return id ? std::optional{base::EntryId{*id}} : std::nullopt;
}

Response show_address(const Caller& caller) {
    const auto child = person_in(caller, "id");
    const auto protection = protection_in(caller);
    if (!child || !protection) {
        return not_found(caller);
    }
    if (auto asked = needs_fresh_sign_in(caller)) {
        return std::move(*asked);
    }
    const auto shown =
        casework::show_protected_address(caller.office(), caller.viewer, *child, *protection);
    if (!shown.ok()) {
        return refusal(caller, shown.error());
    }
    const auto& say = caller.say;
    const auto& said_of_it = shown.value().said;
    ProtectedAddressParts parts;
    parts.back = caller.to("child.people", {{"id", caller.param("id")}});
    parts.name = shown.value().child_name;
    parts.lines = said_of_it.lines.reveal_to_authorised_reader();
    parts.postcode = said_of_it.postcode.reveal_to_authorised_reader();
    parts.since = say.long_date(said_of_it.from);
    parts.why = said(say, said_of_it.because);
    parts.words = said_of_it.words;
    Frame frame;
    frame.title = say.say("Protected address");
    frame.content = protected_address(say, parts);
    return framed(caller, frame);
}

// ---- two people lifting one
// --------------------------------------------------------------------------

struct Lifting {
    FamilyForm form;
    base::EntryId protection;
    std::optional<record::ProtectedAddressRow> row; // none: not protected any more
};

// With brothers and sisters: the same address protected for them is lifted with it.
base::Result<Lifting, casework::OpenRefused> open_lifting(const Caller& caller) {
    auto opened =
        as_protecting(open_family(caller, access::Action::bar, "lift-protection"), "words");
    const auto protection = protection_in(caller);
    if (!opened.ok()) {
        return base::Err{opened.error()};
    }
    if (!protection) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto form = std::move(opened).value();
    const auto rows = casework::protections_of(caller.office(), form.first().child);
    if (!rows.ok()) {
        return base::Err{casework::OpenRefused{rows.error()}};
    }
    const auto row =
        std::ranges::find(rows.value(), protection->uuid, &record::ProtectedAddressRow::entry);
    return base::Ok{Lifting{std::move(form), *protection,
                            row == rows.value().end() ? std::nullopt : std::optional{*row}}};
}

Page page_of_lifting(const FamilyForm& form, std::string lede, std::string save) {
    const auto& say = form.say();
    return {say.say("Protect the address no longer: {name}",
                    {{"name", casework::full_name(*form.first().person)}}),
            std::move(lede),
            form.caller.to("child.lift-protection",
                           {{"id", form.id()}, {"protection", form.caller.param("protection")}}),
            std::move(save)};
}

Response draw_asking(const FamilyForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    questions.push_back(
        form.questions().box({"words", say.say("Why need it not be protected any more?")}, 3));
    return show_page(form,
                     page_of_lifting(form,
                                     say.say("Two people decide this. You ask for it; then a team "
                                             "manager or the head of service other than you says "
                                             "so, and everybody who may open the record can read "
                                             "the address again."),
                                     say.say("Ask for it")),
                     std::move(questions));
}

Response draw_confirming(const FamilyForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    questions.push_back(form.questions().one_of(
        {"words", say.say("Is it safe for everybody who may open the record to read it?")},
        {{"yes", say.say("Yes, it need not be protected any more")}}));
    return show_page(form,
                     page_of_lifting(form,
                                     say.say("Somebody has asked for this. If it is not safe, "
                                             "leave this page: the address stays protected."),
                                     say.say("Protect it no longer")),
                     std::move(questions));
}

Response show_lifting(const Caller& caller) {
    auto opened = open_lifting(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& lifting = opened.value();
    if (!lifting.row) {
        return not_found(caller);
    }
    return lifting.row->lift_asked ? draw_confirming(lifting.form) : draw_asking(lifting.form);
}

Response save_asking(const Caller& caller, const Lifting& lifting) {
    const auto& form = lifting.form;
    Answers answers{form.typed, caller.today()};
    const auto words = answers.text("words", mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_asking);
    }
    return answered(form,
                    casework::ask_to_lift_protection(caller.office(), caller.viewer,
                                                     form.first().child, lifting.protection, words,
                                                     saw_by(form, form.children)),
                    "lift-asked", draw_asking, &fault_of_protecting);
}

Response save_confirming(const Caller& caller, const Lifting& lifting) {
    const auto& form = lifting.form;
    Answers answers{form.typed, caller.today()};
    if (answers.text("words", mark("Choose yes, or leave this page")) != "yes") {
        answers.fault("words", mark("Choose yes, or leave this page"));
    }
    if (!answers.all_well()) {
        return with_faults(form, answers, draw_confirming);
    }
    if (auto asked = needs_fresh_sign_in(caller)) {
        return std::move(*asked);
    }
    return answered(form,
                    casework::lift_protection(caller.office(), caller.viewer, form.first().child,
                                              lifting.protection, saw_by(form, form.children)),
                    "protection-lifted", draw_confirming, &fault_of_protecting);
}

Response save_lifting(const Caller& caller) {
    const auto opened = open_lifting(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& lifting = opened.value();
    if (!lifting.row) {
        return not_found(caller);
    }
    return lifting.row->lift_asked ? save_confirming(caller, lifting)
                                   : save_asking(caller, lifting);
}

} // namespace

void add_protected_address_pages(Site& site) {
    add_page(site, Method::get, "child.protect-address", "/child/{id}/protect-address", show);
    add_page(site, Method::post, "child.protect-address", "/child/{id}/protect-address", save);
    add_page(site, Method::get, "child.protected-address",
             "/child/{id}/protected-address/{protection}", show_address);
    add_page(site, Method::get, "child.lift-protection", "/child/{id}/lift-protection/{protection}",
             show_lifting);
    add_page(site, Method::post, "child.lift-protection",
             "/child/{id}/lift-protection/{protection}", save_lifting);
}

} // namespace gweld::web::pages
