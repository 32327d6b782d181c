// What somebody declares of themselves, so that their own family's record is not opened to them.
#include "casework/connections.h"
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/pages/child/wording.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/typed.h"
#include "web/pages/guarding/guarding.h"
#include "web/pages/guarding/guarding.html.h"
#include "web/pages/guarding/guarding_words.h"
#include "web/pages/problems/problems.h"

#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::ConnectionNonsense;
using words::mark;

struct Typed {
    const Caller& caller;
    Fields fields = {};
    std::vector<FieldFault> faults = {};
    int status = 200;
};

Option as_option(const Words& say, record::ConnectedAs as) {
    return {boost::describe::enum_to_string(as, ""), said(say, as)};
}

Sheet sheet_of(const Typed& typed) {
    const auto& caller = typed.caller;
    const auto& say = caller.say;
    const Questions ask{say, typed.fields, typed.faults};
    using As = record::ConnectedAs;
    Sheet sheet;
    sheet.back = caller.to("home");
    sheet.heading = say.say("My family, my home and people close to me");
    sheet.lede = say.say("A record that is alike is closed to you at once, and to everybody but "
                         "whoever works with the child and their managers. What you write is "
                         "compared with records and shown to nobody else.");
    sheet.questions.push_back(
        ask.one_of({"as", say.say("Who is it?")},
                   {as_option(say, As::self), as_option(say, As::household),
                    as_option(say, As::relative), as_option(say, As::friend_of)}));
    sheet.questions.push_back(ask.line({"forename", say.say("First name")}));
    sheet.questions.push_back(ask.line({"surname", say.say("Surname")}));
    sheet.questions.push_back(ask.date({"born", say.say("Date of birth, if you know it")}));
    sheet.questions.push_back(
        ask.line({"address", say.say("First line of the address"),
                  say.say("With the postcode, or neither. An address alone is enough.")}));
    sheet.questions.push_back(ask.short_line({"postcode", say.say("Postcode")}));
    sheet.action = caller.to("connections");
    sheet.save = say.say("Declare it");
    sheet.saw = saw_in(typed.fields);
    sheet.faults = typed.faults;
    sheet.status = typed.status;
    sheet.keeps = Keeps::nothing;
    return sheet;
}

std::string who(const Words& say, const record::ConnectionRow& row) {
    record::ConnectedAs as{};
    boost::describe::enum_from_string(row.as_what.c_str(), as);
    const auto name = row.forename.empty() ? row.surname : row.forename + " " + row.surname;
    return name.empty() ? said(say, as)
                        : say.say("{what}: {name}", {{"what", said(say, as)}, {"name", name}});
}

std::string details(const Words& say, const record::ConnectionRow& row) {
    std::string text;
    if (row.born) {
        text =
            say.say("Born {date}", {{"date", say.short_date_year(time::CivilDate::from_day_number(
                                                 static_cast<std::int32_t>(*row.born)))}});
    }
    if (!row.address.empty()) {
        text += (text.empty() ? "" : ". ") + row.address + ", " + row.postcode;
    }
    return text;
}

Html way_to_withdraw(const Caller& caller, const record::ConnectionRow& row) {
    govuk::Button button;
    button.content = caller.say.say("Withdraw it");
    button.classes = "govuk-button--secondary app-button-small";
    Markup form;
    form.raw("<form method=\"post\"")
        .attribute("action",
                   caller.to("connections.withdraw", {{"id", base::to_text(row.entry)}}).text())
        .raw(">")
        .put(csrf_field(caller))
        .put(hidden_field("key", base::to_text(row.entry) + "-withdrawn"))
        .put(govuk::render(button))
        .raw("</form>");
    return form.take();
}

Html table_of(const Caller& caller, const std::vector<record::ConnectionRow>& rows) {
    if (rows.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("What you have declared");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head : {mark("Who"), mark("What is compared"), mark("What to do")}) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    for (const auto& row : rows) {
        table.rows.push_back({{who(say, row), details(say, row), way_to_withdraw(caller, row)},
                              ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

Response draw(const Typed& typed) {
    const auto& caller = typed.caller;
    const auto rows = casework::connections_of(caller.office(), caller.viewer);
    if (!rows.ok()) {
        return store_says(caller, rows.error());
    }
    const auto sheet = sheet_of(typed);
    Frame frame;
    frame.title = title_of(caller.say, sheet);
    frame.status = typed.status;
    Markup hidden;
    hidden.put(csrf_field(caller))
        .put(hidden_field("key", sheet.saw.idempotency_key.empty()
                                     ? base::to_text(casework::fresh_id(caller.office()))
                                     : sheet.saw.idempotency_key));
    frame.content =
        connections_page(caller.say, {}, saved_banner(caller), table_of(caller, rows.value()),
                         draw_sheet(caller.say, sheet, hidden.take()));
    return framed(caller, frame);
}

struct Sentence {
    ConnectionNonsense nonsense;
    std::string_view field;
    std::string_view words;
};
constexpr std::array sentences{
    Sentence{ConnectionNonsense::nobody_named, "forename",
             mark("Enter the first name and the surname, or neither")},
    Sentence{ConnectionNonsense::half_an_address, "address",
             mark("Enter the first line of the address and the postcode, or neither")},
    Sentence{ConnectionNonsense::born_in_the_future, "born-day",
             mark("The date of birth must be today or in the past")},
    Sentence{ConnectionNonsense::too_little, "forename",
             mark("Enter a name with a date of birth, or an address. Less than that would close "
                  "strangers’ records")},
};

Response save(const Caller& caller) {
    Typed typed{caller, caller.request.form};
    Answers answers{typed.fields, caller.today()};
    const auto as = answers.choice<record::ConnectedAs>("as", mark("Choose who it is"));
    const auto born = answers.date("born", {});
    if (!answers.all_well()) {
        typed.faults = answers.take_faults();
        typed.status = 422;
        return draw(typed);
    }
    const auto done =
        casework::declare(caller.office(), caller.viewer,
                          {*as, answers.text("forename"), answers.text("surname"), born,
                           answers.text("address"), postcode_typed(answers.text("postcode"))},
                          saw_in(typed.fields).idempotency_key);
    if (done.ok()) {
        return see_other(Url::path(caller.to("connections").text() + "?saved=connection"));
    }
    return std::visit(
        base::overloaded{
            [&](ConnectionNonsense wrong) {
                const auto* sentence = std::ranges::find(sentences, wrong, &Sentence::nonsense);
                typed.faults.push_back({std::string{sentence->field}, sentence->words, {}});
                typed.status = 422;
                return draw(typed);
            },
            [&](record::StoreFault fault) { return store_says(caller, fault); },
            [&](const auto&) { return draw(typed); },
        },
        done.error());
}

Response withdraw(const Caller& caller) {
    const auto id = base::parse_uuid(caller.param("id"));
    if (!id) {
        return not_found(caller);
    }
    const auto done = casework::withdraw(caller.office(), caller.viewer, base::EntryId{*id},
                                         saw_in(caller.request.form).idempotency_key);
    if (const auto* fault = done.ok() ? nullptr : std::get_if<record::StoreFault>(&done.error())) {
        return store_says(caller, *fault);
    }
    if (!done.ok() && std::holds_alternative<casework::NotFoundOrNotYours>(done.error())) {
        return not_found(caller);
    }
    return see_other(Url::path(caller.to("connections").text() + "?saved=connection-withdrawn"));
}

Response show(const Caller& caller) { return draw({caller}); }

} // namespace

void add_connection_pages(Site& site) {
    add_page(site, Method::get, "connections", "/connections", show);
    add_page(site, Method::post, "connections", "/connections", save);
    add_page(site, Method::post, "connections.withdraw", "/connections/{id}/withdraw", withdraw);
}

} // namespace gweld::web::pages
