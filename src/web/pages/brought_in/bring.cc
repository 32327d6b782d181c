// Bringing a Word document into a child's record, and the list of those brought in.
#include "documents/docx_reader.h"
#include "protection/plans.h"
#include "web/components/button.h"
#include "web/pages/assessments/assessment_words.h"
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/brought_in/brought_in.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/file_faults.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

namespace gweld::web::pages {

namespace {

using casework::FileToKeep;
using record::BroughtInAs;
using words::mark;

constexpr std::string_view another_file =
    mark("{name} is no Word document that can be taken. Save it as .docx, without macros and "
         "without a password, and choose that");

std::optional<BroughtInAs> what_in(const Caller& caller) {
    const auto as = caller.param("as");
    return as == "plan"         ? std::optional{BroughtInAs::plan}
           : as == "assessment" ? std::optional{BroughtInAs::assessment}
                                : std::nullopt;
}
std::string_view slot_of(BroughtInAs as) { return as == BroughtInAs::plan ? "plan" : "assessment"; }
std::string_view home_of(BroughtInAs as) {
    return as == BroughtInAs::plan ? "child.plan" : "child.assessments";
}

struct Bringing {
    const Caller& caller;
    base::PersonId child;
    BroughtInAs as;
    std::string name; // of the child
    std::string id() const { return base::to_text(child.uuid); }
};

// ---- the form
// ----------------------------------------------------------------------------------------

Response draw(const Bringing& on, std::vector<FieldFault> faults) {
    const auto& say = on.caller.say;
    std::vector<std::string> errors;
    for (const auto& fault : faults) {
        errors.push_back(say.say(fault.sentence, {{"name", fault.name}}));
    }
    Sheet sheet;
    sheet.back = on.caller.to(home_of(on.as), {{"id", on.id()}});
    sheet.heading =
        on.as == BroughtInAs::plan
            ? say.say("Bring in a plan written in Word: {name}", {{"name", on.name}})
            : say.say("Bring in an assessment written in Word: {name}", {{"name", on.name}});
    sheet.lede = say.say("You say where each part of it belongs, and finish the form yourself. "
                         "Nothing is decided by bringing it in.");
    sheet.questions = {choose_document(say, errors)};
    sheet.action = on.caller.to("bring-in", {{"id", on.id()}, {"as", slot_of(on.as)}});
    sheet.save = say.say("Bring it in");
    sheet.saw.idempotency_key = std::string{on.caller.request.form.text("key")};
    sheet.faults = std::move(faults);
    sheet.status = sheet.faults.empty() ? 200 : 422;
    sheet.carries = Carries::files;
    sheet.keeps = Keeps::nothing;
    return show_sheet(on.caller, sheet);
}

std::string_view sentence_for_word(files::FileRefused why) {
    switch (why) {
    case files::FileRefused::empty:
    case files::FileRefused::too_large:
    case files::FileRefused::damaged:
        return sentence_for(why);
    default:
        return another_file;
    }
}

std::string_view sentence_for_unread(documents::Unread why) {
    switch (why) {
    case documents::Unread::too_large:
    case documents::Unread::too_many_parts:
    case documents::Unread::too_deep:
        return mark("There is more in {name} than can be read here. Split it, or write the form by "
                    "hand");
    case documents::Unread::damaged:
    case documents::Unread::no_text:
    case documents::Unread::not_plain_xml:
        break;
    case documents::Unread::gave_up:
        return mark("{name} could not be read: it took too long or too much. Open it in Word, save "
                    "it again as a new file, and choose that");
    }
    return mark("{name} is damaged or was cut short. Save it again");
}

// Whatever is kept can be read again later.
std::optional<FieldFault> unreadable(const Site& site, const FileToKeep& file) {
    if (file.type != files::FileType::docx) {
        return FieldFault{"file", another_file, file.name};
    }
    const auto read = site.read_word(file.bytes());
    return read.ok()
               ? std::nullopt
               : std::optional{FieldFault{"file", sentence_for_unread(read.error()), file.name}};
}

std::optional<FileToKeep> file_in(const Caller& caller, std::vector<FieldFault>& faults) {
    const auto sent = files_that_came(caller.request.files, faults);
    if (!faults.empty()) {
        return std::nullopt;
    }
    if (sent.size() != 1) {
        faults.push_back({"file", mark("Choose one Word document"), {}});
        return std::nullopt;
    }
    auto looked_at = casework::look_at(sent);
    if (!looked_at.ok()) {
        for (const auto& file : looked_at.error()) {
            faults.push_back({"file", sentence_for_word(file.why), file.name});
        }
        return std::nullopt;
    }
    auto& file = looked_at.value().front();
    if (auto fault = unreadable(caller.site, file)) {
        faults.push_back(std::move(*fault));
        return std::nullopt;
    }
    return std::move(file);
}

template <class Then> Response opened(const Caller& caller, const Then& then) {
    const auto child = person_in(caller, "id");
    const auto as = what_in(caller);
    if (!child || !as) {
        return not_found(caller);
    }
    const auto record = casework::open_record(caller.office(), caller.viewer, *child,
                                              casework::action_for(*as), "bring-in");
    return record.ok() ? then(Bringing{caller, *child, *as,
                                       casework::full_name(*record.value().standing.facts->person)})
                       : refusal(caller, record.error());
}

Response show(const Caller& caller) {
    return opened(caller, [](const Bringing& on) { return draw(on, {}); });
}

Url onward(const Caller& caller, BroughtInAs as, const std::string& child,
           const std::string& entry) {
    return caller.to(as == BroughtInAs::plan ? "plan.from" : "assessments.from",
                     {{"id", child}, {"entry", entry}});
}

Response take(const Bringing& on) {
    std::vector<FieldFault> faults;
    const auto file = file_in(on.caller, faults);
    if (!file) {
        return draw(on, std::move(faults));
    }
    auto key = std::string{on.caller.request.form.text("key")};
    if (key.empty()) {
        key = base::to_text(casework::fresh_id(on.caller.office()));
    }
    const auto done =
        casework::bring_in(on.caller.office(), on.caller.viewer, on.child, on.as, *file, key);
    if (done.ok()) {
        return see_other(onward(on.caller, on.as, on.id(), base::to_text(done.value().entry.uuid)));
    }
    if (const auto* fault = std::get_if<record::StoreFault>(&done.error())) {
        return store_says(on.caller, *fault);
    }
    if (std::holds_alternative<casework::NotFoundOrNotYours>(done.error())) {
        return not_found(on.caller);
    }
    // The same press with another file: the first is kept, and the form can be sent again.
    return see_other(on.caller.to(home_of(on.as), {{"id", on.id()}}));
}

Response save(const Caller& caller) { return opened(caller, take); }

// ---- the original
// ------------------------------------------------------------------------------------

Response give_original(const Caller& caller) {
    const auto child = person_in(caller, "id");
    const auto entry = base::parse_uuid(caller.param("entry"));
    if (!child || !entry) {
        return not_found(caller);
    }
    auto open = casework::open_brought_in(caller.office(), caller.viewer, *child,
                                          base::EntryId{*entry}, access::Action::see_record);
    if (open.ok()) {
        const auto& file = open.value().document.body.file;
        return download(std::move(open.value().bytes), file.type, file.name);
    }
    if (const auto* fault = std::get_if<record::StoreFault>(&open.error())) {
        return store_says(caller, *fault);
    }
    return std::holds_alternative<casework::FileIsNotAsRecorded>(open.error())
               ? store_says(caller, record::StoreFault::damaged)
               : not_found(caller);
}

Url original_of(const Caller& caller, const casework::Facts& child, base::EntryId entry) {
    return caller.to("brought-in", {{"id", base::to_text(child.child.uuid)},
                                    {"entry", base::to_text(entry.uuid)}});
}

std::string brought_words(const Caller& caller, const casework::BroughtIn& document) {
    return document.at ? caller.say.say("Brought in by {name}, {moment}.",
                                        {{"name", document.by},
                                         {"moment", caller.say.moment_year(*document.at)}})
                       : std::string{};
}

Html button_to(const Url& url, const std::string& words) {
    govuk::Button button;
    button.content = words;
    button.href = url;
    button.classes = "govuk-button--secondary";
    return govuk::render(button);
}

} // namespace

Html brought_in_list(const child_record::Shown& shown, BroughtInAs as) {
    const auto& caller = shown.caller;
    const auto& say = shown.say();
    const bool may = shown.may(casework::action_for(as));
    std::vector<Html> lines;
    for (const auto& one : casework::brought_in(shown.facts())) {
        if (one.body.as == as) {
            lines.push_back(
                document_line(say, original_of(caller, shown.facts(), one.entry),
                              one.body.file.name, brought_words(caller, one),
                              onward(caller, as, shown.id(), base::to_text(one.entry.uuid)),
                              may ? say.say("Say where its parts belong") : std::string{}));
        }
    }
    if (lines.empty() && !may) {
        return {};
    }
    const auto bring =
        may ? button_to(caller.to("bring-in", {{"id", shown.id()}, {"as", slot_of(as)}}),
                        say.say("Bring in a Word document"))
            : Html{};
    return documents_list(say, lines, bring);
}

Html begun_with(const Caller& caller, const casework::Facts& child, base::EntryId document) {
    const auto found = casework::brought_in_as(child, document);
    return found ? begun_with_document(caller.say, original_of(caller, child, document),
                                       found->body.file.name, brought_words(caller, *found))
                 : Html{};
}

std::optional<base::EntryId> brought_in_typed(const Fields& typed, const casework::Facts& child) {
    const auto id = base::parse_uuid(typed.text("brought-in"));
    return id && casework::brought_in_as(child, base::EntryId{*id})
               ? std::optional{base::EntryId{*id}}
               : std::nullopt;
}

std::optional<UploadLimits> takes_documents(const Request& request) {
    const std::string_view path = request.path;
    const bool ours = path.starts_with("/child/") && path.find("/bring/") != std::string_view::npos;
    if (!ours || request.method != Method::post) {
        return std::nullopt;
    }
    constexpr std::size_t all = 32U << 20U; // one too large is read past and named
    constexpr std::size_t texts = 1U << 16U;
    return UploadLimits{all, files::largest_file, 1, texts};
}

void add_brought_in_pages(Site& site) {
    add_page(site, Method::get, "bring-in", "/child/{id}/bring/{as}", show);
    add_page(site, Method::post, "bring-in", "/child/{id}/bring/{as}", save);
    add_page(site, Method::get, "brought-in", "/child/{id}/brought-in/{entry}", give_original);
}

} // namespace gweld::web::pages
