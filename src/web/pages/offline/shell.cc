// The form that opens without signal: a page about nobody, in both languages, for a browser to
// keep.
#include "web/components/furniture.h"
#include "web/components/input.h"
#include "web/pages/frame/frame.h"
#include "web/pages/offline/offline_pages.h"
#include "web/pages/offline/offline_words.h"
#include "web/pages/offline/shell.html.h"
#include "web/pages/visit/form_pieces.h"
#include "web/pages/visit/questions.h"

namespace gweld::web::pages {

namespace {

Url here_in(const Site& site, const Request& request, std::string_view route) {
    return in_language(site.router.url_of(route), request.language);
}

Url sign_in_and_back(const Site& site, const Request& request) {
    const Field back{"back", site.router.url_of("offline.visit").text()};
    return Url::path(here_in(site, request, "sign-in").text() + "?" + encode_fields({&back, 1}));
}

// What is kept and what is not sent, beside the buttons, while the form is filled in.
Html state_in_sight() {
    Markup out;
    out.raw("<p><span data-draft></span> <strong data-sum></strong></p>");
    return out.take();
}

Response show_shell(const Site& site, const Request& request) {
    const auto& say = words::in(request.language);
    ShellParts parts;
    const VisitForm blank;
    put_common_questions(say, blank, {say.say("Today"), say.say("Yesterday")}, {}, parts.form);
    parts.form.short_of_time = short_of_time(say);
    parts.form.save = save_bar(say, blank, state_in_sight());
    parts.who =
        text_box(say,
                 {"who",
                  say.say("Whom did you visit?"),
                  say.say("Names as you would say them, so that you find the family later."),
                  {},
                  2},
                 {});
    parts.code = code_box("code", say.say("Your code for this list"), {});
    parts.ready = here_in(site, request, "offline");
    parts.sign_in = sign_in_and_back(site, request);
    parts.waiting = here_in(site, request, "offline.waiting");
    parts.language = std::string{words::tag_of(request.language)};
    parts.says = said_on_phone(say);
    Frame frame;
    frame.title = say.say("Record a visit without signal");
    frame.script = Script::offline;
    frame.content = offline_shell(say, parts);
    return framed_for_anyone(site, request, frame);
}

} // namespace

// Never part of a form that is sent: the code stays in the browser.
Html code_box(const std::string& id, const std::string& label, const std::string& hint) {
    govuk::Input box;
    box.id = id;
    box.name = id;
    box.type = "password";
    box.label.content = label;
    if (!hint.empty()) {
        box.hint = govuk::Hint{hint, {}, {}, {}};
    }
    box.autocomplete = "off";
    box.classes = "govuk-input--width-10";
    return govuk::render(box);
}

void add_offline_shell(Site& site) {
    site.router.add(
        Method::get, "offline.visit", "/offline/visit",
        [&site](const Request& request, const Params&) { return show_shell(site, request); });
    // At the top of the site, and allowed to speak for all of it, so that a bookmark of any page
    // opened without signal leads to the form. It keeps nothing but the form.
    site.router.add(
        Method::get, "offline.worker", "/offline-worker.js",
        [&site](const Request& request, const Params&) {
            return site.files.answer(request, "worker.js").with("Service-Worker-Allowed", "/");
        },
        Spoken::no_language);
}

} // namespace gweld::web::pages
