#include "web/components/notification_banner.h"
#include "web/components/spoken.h"
#include "web/pages/forms/typed.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/unsaved/unsaved.html.h"
#include "web/pages/unsaved/unsaved_form.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::FormKept;
using casework::ListedForm;
using casework::NotKept;

bool by_script(const Caller& caller) { return caller.request.form.has("unsaved-script"); }

// What the script shows beside the buttons.
Response told(std::string words, int status) {
    auto response = plain_text(std::move(words), status);
    return std::move(response.with("Cache-Control", "no-store"));
}

Response kept(const Caller& caller, const FormKept& kept) {
    auto response = told(
        caller.say.say("Draft kept at {moment}.", {{"moment", caller.say.moment(kept.at)}}), 200);
    response.with("Gweld-Key", kept.key);
    response.with("Gweld-Kept", std::to_string(kept.at.time_since_epoch().count()));
    return response;
}

Response not_kept(const Caller& caller, const NotKept& why) {
    const auto& say = caller.say;
    return std::visit(
        base::overloaded{
            [&](const casework::SavedAlready&) {
                return told(
                    say.say("This form was saved. Go back and open it again to write more."), 410);
            },
            [&](const casework::TooManyUnsaved&) {
                return told(say.say("Not kept: you have begun too many forms. Throw some away."),
                            409);
            },
            [&](const casework::NoSuchForm&) {
                return told(say.say("Not kept: this page was open for too long. Copy your text."),
                            400);
            },
            [&](record::StoreFault) {
                return told(say.say("Not kept: the record cannot be written. Trying again. Your "
                                    "text is still on this page."),
                            503);
            },
        },
        why);
}

Url way_back(const Caller& caller) {
    const auto at = opened_at(caller.request);
    return at ? in_language(*at, caller.request.language) : caller.to("drafts");
}

Response keep(const Caller& caller) {
    const auto answer =
        casework::keep_unsaved(caller.office(), caller.viewer, begun_form(caller.request.form));
    if (by_script(caller)) {
        return answer.ok() ? kept(caller, answer.value()) : not_kept(caller, answer.error());
    }
    if (!answer.ok() && std::holds_alternative<record::StoreFault>(answer.error())) {
        return store_says(caller, std::get<record::StoreFault>(answer.error()));
    }
    return see_other(answer.ok() ? way_back(caller) : caller.to("drafts"));
}

// For a page whose session has ended and whose writer has signed in again: a token it can send.
Response ready(const Caller& caller) {
    if (caller.request.query.text("writer") != base::to_text(caller.viewer.worker)) {
        return told(caller.say.say("Not kept: somebody else is signed in. Your text is still in "
                                   "this tab."),
                    409);
    }
    return told(caller.csrf(), 200);
}

ListedParts listed(const Caller& caller, const ListedForm& one) {
    const auto& say = caller.say;
    const auto& form = one.form;
    ListedParts parts;
    parts.shown = one.yours == casework::Yours::yes;
    parts.thrown_away = one.thrown_away();
    parts.heading =
        parts.shown ? form.heading : say.say("A form about somebody who is no longer in your work");
    parts.story = say.say("Begun at {began}, last kept at {kept}.",
                          {{"began", say.moment(casework::moment_of(form.begun_at))},
                           {"kept", say.moment(casework::moment_of(form.kept_at))}});
    parts.until = say.say("Kept until {date}.", {{"date", say.long_date(one.until)}});
    if (!parts.shown) {
        parts.until += " " + say.say("It is not shown while the record is not open to you. If you "
                                     "still need it, ask your manager.");
    }
    parts.open = in_language(Url::path(form.address), caller.request.language);
    const std::vector<Field> which{{"key", form.key}};
    parts.read = Url::path(caller.to("drafts.read").text() + "?" + encode_fields(which));
    parts.act = caller.to(parts.thrown_away ? "drafts.bring-back" : "drafts.throw-away");
    Markup hidden;
    hidden.put(csrf_field(caller)).put(hidden_field("key", form.key));
    parts.hidden = hidden.take();
    return parts;
}

Html what_was_done(const Caller& caller) {
    const auto done = caller.request.query.text("done");
    if (done.empty()) {
        return {};
    }
    govuk::NotificationBanner banner;
    banner.tone = govuk::BannerTone::success;
    banner.title = caller.say.say("Done");
    banner.text = done == "back" ? caller.say.say("The draft is back.")
                                 : caller.say.say("The draft is thrown away. For 24 hours you can "
                                                  "bring it back.");
    return govuk::render(banner);
}

Response show(const Caller& caller) {
    const auto read = casework::unsaved_of(caller.office(), caller.viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    DraftsParts parts;
    parts.done = what_was_done(caller);
    for (const auto& one : read.value()) {
        (one.thrown_away() ? parts.thrown_away : parts.begun).push_back(listed(caller, one));
    }
    parts.kept_for = caller.say.say_n(
        "What you type is kept as a draft while you write, and for 1 day after you last wrote.",
        "What you type is kept as a draft while you write, and for {n} days after you last wrote.",
        caller.office().days_unsaved);
    Frame frame;
    frame.title = caller.say.say("What you began and have not saved");
    frame.content = drafts_page(caller.say, parts);
    return framed(caller, frame);
}

// Words, not what was ticked: the form that knows what each field asks is the one that is not
// there.
std::vector<std::string> words_typed(const std::string& fields) {
    std::vector<std::string> words;
    const auto typed = parse_fields(fields, most_fields);
    for (const auto& field : typed ? typed->list() : std::vector<Field>{}) {
        const bool one_word = field.value.find_first_of(" \n") == std::string::npos;
        const auto text = trimmed(field.value);
        if (!one_word && !text.empty()) {
            words.emplace_back(text);
        }
    }
    return words;
}

// For a form that nobody can open any more: its step was taken, or the record is another's now.
Response read_one(const Caller& caller) {
    const auto read = casework::unsaved_of(caller.office(), caller.viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto key = caller.request.query.text("key");
    const auto found = std::ranges::find_if(read.value(), [&](const ListedForm& one) {
        return one.form.key == key && one.yours == casework::Yours::yes;
    });
    if (found == read.value().end()) {
        return not_found(caller);
    }
    ReadParts parts;
    parts.back = govuk::render(govuk::back_link(caller.say, caller.to("drafts")));
    parts.heading = found->form.heading;
    parts.story = listed(caller, *found).story;
    parts.texts = words_typed(found->form.fields);
    Frame frame;
    frame.title = parts.heading;
    frame.content = read_draft(caller.say, parts);
    return framed(caller, frame);
}

Response after(const Caller& caller, const std::optional<record::StoreFault>& fault,
               std::string_view done) {
    if (fault) {
        return store_says(caller, *fault);
    }
    // From the form itself: to the form, empty.
    if (const auto at = opened_at(caller.request)) {
        return see_other(in_language(*at, caller.request.language));
    }
    return see_other(Url::path(caller.to("drafts").text() + "?done=" + std::string{done}));
}

Response discard(const Caller& caller) {
    return after(
        caller,
        casework::throw_away(caller.office(), caller.viewer, caller.request.form.text("key")),
        "thrown");
}

Response restore(const Caller& caller) {
    return after(
        caller,
        casework::bring_back(caller.office(), caller.viewer, caller.request.form.text("key")),
        "back");
}

} // namespace

void add_unsaved_pages(Site& site) {
    add_page(site, Method::get, "drafts", "/drafts", show);
    add_page(site, Method::post, "drafts", "/drafts", keep);
    add_page(site, Method::get, "drafts.read", "/drafts/read", read_one);
    add_page(site, Method::get, "drafts.ready", "/drafts/ready", ready);
    add_page(site, Method::post, "drafts.throw-away", "/drafts/throw-away", discard);
    add_page(site, Method::post, "drafts.bring-back", "/drafts/bring-back", restore);
}

} // namespace gweld::web::pages
