#include "web/pages/unsaved/unsaved_form.h"

#include "web/components/markup.h"

#include "web/pages/frame/frame.h"
#include "web/pages/unsaved/unsaved.html.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace gweld::web::pages {

namespace {

// The marks a form carries for its draft. They say nothing about what is typed and are not kept.
constexpr std::string_view mark_at = "unsaved-at";
constexpr std::string_view mark_heading = "unsaved-heading";
constexpr std::string_view mark_writer = "unsaved-writer";
constexpr std::string_view mark_known = "unsaved-known";
constexpr std::string_view mark_tab = "unsaved-tab";

bool is_typed(const Field& field) {
    return field.name != "csrf" && !field.name.starts_with("unsaved-");
}

time::Instant moment_in(std::string_view number) {
    std::int64_t moment = 0;
    std::from_chars(std::to_address(number.begin()), std::to_address(number.end()), moment);
    return casework::moment_of(moment);
}

// Where the form was opened: the banner of what was saved before is no part of it.
std::string address_of(const Request& request) {
    std::vector<Field> query;
    std::ranges::copy_if(request.query.list(), std::back_inserter(query),
                         [](const Field& field) { return field.name != "saved"; });
    return request.path + (query.empty() ? "" : "?" + encode_fields(query));
}

Html begun_before(const Caller& caller) {
    const auto& begun = caller.begun();
    if (!begun) {
        return {};
    }
    const auto& say = caller.say;
    BegunParts parts;
    parts.began = say.say("You began this at {moment} and did not save it.",
                          {{"moment", say.moment(casework::moment_of(begun->form.begun_at))}});
    parts.filled =
        say.say("What you had typed by {moment} is filled in below. Nothing of it is on the "
                "record yet. The draft is kept until {date}.",
                {{"moment", say.moment(casework::moment_of(begun->form.kept_at))},
                 {"date", say.long_date(begun->until)}});
    parts.throw_away = caller.to("drafts.throw-away");
    parts.all = caller.to("drafts");
    Markup hidden;
    hidden.put(csrf_field(caller))
        .put(hidden_field("key", begun->form.key))
        .put(hidden_field(mark_at, begun->form.address));
    parts.hidden = hidden.take();
    return begun_banner(say, parts);
}

struct Marks {
    std::string at;
    std::string known = "0";
    std::string tab;
};

Marks marks_for(const Caller& caller, const Url& action, const std::optional<Url>& opened) {
    const auto& request = caller.request;
    const auto fresh = [&] { return base::to_text(casework::fresh_id(caller.office())); };
    if (request.method != Method::post) {
        const auto& begun = caller.begun();
        return {address_of(request), begun ? std::to_string(begun->form.kept_at) : "0", fresh()};
    }
    const auto here = in_language(action, Language::english).text();
    // One form may fill in another: a document the form of a plan.
    if (request.path != here || !opened_at(request)) {
        return {in_language(opened.value_or(action), Language::english).text(), "0", fresh()};
    }
    return {std::string{request.form.text(mark_at)}, std::string{request.form.text(mark_known)},
            std::string{request.form.text(mark_tab)}};
}

Html marks_of(const Caller& caller, const std::string& heading, const Marks& marks) {
    Markup out;
    out.put(hidden_field(mark_at, marks.at))
        .put(hidden_field(mark_heading, heading))
        .put(hidden_field(mark_writer, base::to_text(caller.viewer.worker)))
        .put(hidden_field(mark_known, marks.known))
        .put(hidden_field(mark_tab, marks.tab));
    return out.take();
}

Html how_it_stands(const Caller& caller) {
    KeepingParts parts;
    parts.keep = caller.to("drafts");
    parts.keep_at = parts.keep.text();
    parts.ready =
        caller.to("drafts.ready").text() + "?writer=" + base::to_text(caller.viewer.worker);
    parts.sign_in = caller.to("sign-in").text() + "?back=/drafts";
    parts.not_saved = caller.request.method == Method::post ? "yes" : "";
    return keeping(caller.say, parts);
}

} // namespace

const std::optional<Begun>& Caller::begun() const {
    if (!begun_here->asked) {
        begun_here->asked = true;
        std::optional<record::UnsavedFormRow> form;
        if (request.method != Method::post) {
            auto asked = casework::unsaved_at(office(), viewer, address_of(request));
            if (asked.ok()) {
                form = std::move(asked).value();
            } else {
                begun_here->fault = asked.error();
            }
        }
        if (auto fields = form ? parse_fields(form->fields, most_fields) : std::nullopt) {
            auto list = std::vector<Field>{fields->list().begin(), fields->list().end()};
            std::erase_if(list, [](const Field& field) { return field.name == "key"; });
            list.push_back({"key", form->key});
            const auto until = casework::kept_until(office(), *form);
            begun_here->found = Begun{std::move(*form), Fields{std::move(list)}, until};
        }
    }
    return begun_here->found;
}

const Fields* Caller::typed() const {
    if (request.method == Method::post) {
        return &request.form;
    }
    return begun() ? &begun()->fields : nullptr;
}

UnsavedParts unsaved_parts(const Caller& caller, const std::string& heading, const Url& action,
                           const std::optional<Url>& opened) {
    return {begun_before(caller), marks_of(caller, heading, marks_for(caller, action, opened)),
            how_it_stands(caller)};
}

casework::BegunForm begun_form(const Fields& posted) {
    std::vector<Field> typed;
    std::ranges::copy_if(posted.list(), std::back_inserter(typed), is_typed);
    return {std::string{posted.text(mark_at)},  std::string{posted.text(mark_heading)},
            std::string{posted.text("key")},    encode_fields(typed),
            std::string{posted.text(mark_tab)}, moment_in(posted.text(mark_known))};
}

std::optional<Url> opened_at(const Request& request) {
    const auto at = request.form.first(mark_at);
    return at && at->starts_with('/') ? std::optional{Url::path(std::string{*at})} : std::nullopt;
}

Whose whose_form(const Fields& posted, const access::Viewer& viewer) {
    const auto writer = posted.first(mark_writer);
    return !writer || *writer == base::to_text(viewer.worker) ? Whose::the_callers
                                                              : Whose::somebody_elses;
}

Response keep_unless_saved(const Caller& caller, Response response) {
    constexpr int done = 303;
    const auto& posted = caller.request.form;
    if (!opened_at(caller.request) || caller.request.path.starts_with("/drafts")) {
        return response;
    }
    // What cannot be kept is still on the page that says so, or is on the record.
    if (response.status == done) {
        static_cast<void>(casework::done_with(caller.office(), caller.viewer, posted.text("key")));
    } else {
        static_cast<void>(
            casework::keep_unsaved(caller.office(), caller.viewer, begun_form(posted)));
    }
    return response;
}

} // namespace gweld::web::pages
