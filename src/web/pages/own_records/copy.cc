// The copy itself: read through in order, given out as a file, and that it was given.
#include "casework/protected_addresses.h"
#include "web/components/markup.h"
#include "web/pages/child/wording.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/frame/frame.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/own_records/copy_view.h"
#include "web/pages/own_records/own_records.h"
#include "web/pages/own_records/own_records.html.h"
#include "web/pages/paper/on_paper.h"
#include "web/pages/paper/paper.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/step_up.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using words::mark;

constexpr std::size_t on_a_page = 20;

std::string person_of(const CopyView& view) {
    return casework::full_name(*view.record.standing.facts->person);
}
std::string id_of(const CopyView& view) { return base::to_text(view.own.request.uuid); }
Url home_of(const Caller& caller, const CopyView& view) {
    return caller.to("own-record", {{"request", id_of(view)}});
}
Url home_of(const Caller& caller, const CopyView& view, std::string_view saved) {
    return Url::path(home_of(caller, view).text() + "?saved=" + std::string{saved});
}

casework::Saw saw_of(const CopyView& view, const std::string& key) {
    const auto& facts = *view.record.standing.facts;
    return {key, {{facts.child.uuid, facts.version}}};
}

// ---- reading it through
// ------------------------------------------------------------------------------

std::vector<OwnPiece::Part> parts_left_out(const Caller& caller, const CopyView& view,
                                           record::Uuid entry) {
    const auto& say = caller.say;
    std::vector<OwnPiece::Part> parts;
    for (const auto& one : view.own.left_out) {
        if (one.said.entry.uuid != entry) {
            continue;
        }
        const auto why = said(say, one.said.because) + ". " + one.said.words;
        parts.push_back(
            {one.said.passage.empty() ? say.say("Left out: {reason}", {{"reason", why}})
                                      : say.say("Left out: “{passage}”, because {reason}",
                                                {{"passage", one.said.passage}, {"reason", why}}),
             caller.to("own-record.put-back",
                       {{"request", id_of(view)}, {"passage", base::to_text(one.entry.uuid)}})});
    }
    return parts;
}

OwnPiece own_piece_of(const Caller& caller, const CopyView& view, const CopyPiece& piece) {
    OwnPiece own{piece.title, piece.date, piece.given, piece.left_out, {}, {}, {}};
    own.state = view.is_read(piece) ? caller.say.say("Read") : caller.say.say("Not read yet");
    if (!view.own.given) {
        own.way = caller.to("own-record.leave-out",
                            {{"request", id_of(view)}, {"entry", base::to_text(piece.entry)}});
        own.parts = parts_left_out(caller, view, piece.entry);
    }
    return own;
}

std::vector<std::string> lede_of(const Caller& caller, const CopyView& view) {
    const auto& say = caller.say;
    const auto& asked = view.own.asked;
    std::vector<std::string> lines{
        say.say("Asked for by {name} on {date}.", {{"name", who_asked(say, asked, person_of(view))},
                                                   {"date", say.long_date(asked.on)}}) +
        " " + asked.identity};
    lines.push_back(
        say.say("What an assessment or a contact says in full, and files that were "
                "brought in, are papers of their own: read them and add them by hand."));
    const auto held = casework::protections_of(caller.office(), view.record.standing.facts->child);
    if (!held.ok() || !held.value().empty()) {
        lines.push_back(
            say.say("The family has a protected address. Make sure that whoever asks is "
                    "not the one it is protected from, and leave out what says where "
                    "they are: a school, a surgery, a shop."));
    }
    if (view.own.given) {
        lines.push_back(
            say.say("Given on {date}: {how}",
                    {{"date", say.long_date(view.own.given->on)}, {"how", view.own.given->how}}));
    } else if (const auto* due = std::get_if<law::Due>(&view.own.due)) {
        lines.push_back(say.say("It is due by {date} (UK GDPR, Article 12(3)).",
                                {{"date", say.long_date(due->by)}}));
    }
    return lines;
}

std::string progress_of(const Words& say, const CopyView& view) {
    const auto left = view.not_read();
    return left == 0 ? say.say("Every entry has been read.")
                     : say.say("{n} of {all} entries are not read yet. Only what was read is in "
                               "the copy.",
                               {{"n", std::to_string(left)},
                                {"all", std::to_string(view.pieces.size())}});
}

Response show(const Caller& caller) {
    const auto opened = open_copy(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& view = opened.value();
    const auto stretch =
        stretch_of(caller, home_of(caller, view), "page", view.pieces.size(), on_a_page);
    OwnRecordParts parts;
    parts.back = caller.to("own-records");
    parts.saved = saved_banner(caller);
    parts.heading =
        caller.say.say("A copy of their own record: {name}", {{"name", person_of(view)}});
    parts.lede = lede_of(caller, view);
    parts.progress = progress_of(caller.say, view);
    parts.turns = stretch.turns;
    parts.token = csrf_field(caller);
    Markup entries;
    bool all_read = true;
    for (auto at = stretch.from; at < stretch.until; ++at) {
        parts.pieces.push_back(own_piece_of(caller, view, view.pieces[at]));
        for (const auto& id : view.pieces[at].rests_on) {
            entries.put(hidden_field("entry", base::to_text(id)));
        }
        all_read = all_read && view.is_read(view.pieces[at]);
    }
    parts.entries = entries.take();
    if (!view.own.given && !all_read) {
        parts.read = caller.to("own-record.read", {{"request", id_of(view)}});
    }
    if (view.not_read() < view.pieces.size()) {
        parts.ways_out =
            ways_out(caller, "own-record.download", {{"request", id_of(view)}}, parts.heading);
    }
    if (!view.own.given && view.not_read() == 0) {
        parts.given = caller.to("own-record.given", {{"request", id_of(view)}});
    }
    Frame frame;
    frame.title = parts.heading;
    frame.here = Nav::team;
    frame.content = own_record(caller.say, parts);
    return framed(caller, frame);
}

Response after(const Caller& caller, const CopyView& view, const casework::OwnRecordAnswer& answer,
               std::string_view saved) {
    if (answer.ok()) {
        return see_other(home_of(caller, view, saved));
    }
    return std::visit(base::overloaded{
                          [&](record::StoreFault fault) { return store_says(caller, fault); },
                          [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
                          [&](const auto&) { // the page as it stands says what may be done now
                              return see_other(home_of(caller, view, "own-record-anew"));
                          },
                      },
                      answer.error());
}

Response save_read(const Caller& caller) {
    const auto opened = open_copy(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    std::vector<base::EntryId> entries;
    const auto known = opened.value().entries();
    for (const auto text : caller.request.form.all("entry")) {
        const auto id = base::parse_uuid(text);
        if (id && std::ranges::find(known, *id) != known.end()) {
            entries.push_back(base::EntryId{*id});
        }
    }
    if (entries.empty()) {
        return see_other(home_of(caller, opened.value(), "own-record-anew"));
    }
    return after(caller, opened.value(),
                 casework::note_read(caller.office(), caller.viewer, opened.value().own.request,
                                     std::move(entries), saw_of(opened.value(), {})),
                 "own-record-read");
}

Response save_put_back(const Caller& caller) {
    const auto opened = open_copy(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto passage = base::parse_uuid(caller.param("passage"));
    if (!passage) {
        return not_found(caller);
    }
    return after(caller, opened.value(),
                 casework::put_back(caller.office(), caller.viewer, opened.value().own.request,
                                    base::EntryId{*passage}, saw_of(opened.value(), {})),
                 "passage-put-back");
}

// ---- as a file
// -------------------------------------------------------------------------------------

Response give_file(const Caller& asked) {
    const OnPaper paper{asked};
    const auto& caller = paper.caller;
    if (auto proof = needs_fresh_sign_in(asked)) {
        return std::move(*proof);
    }
    const auto opened = open_copy(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& view = opened.value();
    std::vector<OwnPiece> pieces;
    for (const auto& piece : view.pieces) {
        if (view.is_read(piece)) {
            pieces.push_back(
                {piece.given_title, piece.date, piece.given, piece.left_out, {}, {}, {}});
        }
    }
    if (pieces.empty()) {
        return not_found(caller);
    }
    const auto& say = caller.say;
    const auto& facts = *view.record.standing.facts;
    const std::vector<std::string> lede{
        say.say("This is what {council} has recorded about {name}, as it stands on {date}.",
                {{"council", say.language() == Language::welsh ? caller.site.council.name_cy
                                                               : caller.site.council.name_en},
                 {"name", person_of(view)},
                 {"date", say.long_date(caller.today())}}),
        say.say("Where something is left out, the reason stands in its place. Addresses are left "
                "out. If something is wrong, or you do not agree with it, tell us: we put right "
                "what is wrong, and what you say is kept with it. You may also complain to the "
                "Information Commissioner.")};
    return leave_as(caller,
                    {say,
                     say.say("A copy of your own record: {name}", {{"name", person_of(view)}}),
                     own_record_paper(say, lede, pieces),
                     {facts.child},
                     file_name_of(caller, say.say("own record"), facts.person->number)});
}

// ---- that it was given
// -------------------------------------------------------------------------------

struct Giving {
    const Caller& caller;
    const CopyView& view;
    Fields typed = {};
    std::string key = {};
    std::vector<FieldFault> faults = {};
    int status = 200;
};

Response draw_giving(const Giving& form) {
    const auto& say = form.caller.say;
    const Questions ask{say, form.typed, form.faults};
    Sheet sheet;
    sheet.back = home_of(form.caller, form.view);
    sheet.heading = say.say("The copy was given: {name}", {{"name", person_of(form.view)}});
    sheet.questions = {ask.date({"on", say.say("When was it given?")}),
                       ask.box({"words", say.say("How did it reach them?"),
                                say.say("For example by hand at the office, or by recorded "
                                        "delivery to an address they gave.")},
                               2)};
    sheet.action = form.caller.to("own-record.given", {{"request", id_of(form.view)}});
    sheet.save = say.say("Save that it was given");
    sheet.saw = saw_of(form.view, form.key);
    sheet.faults = form.faults;
    sheet.status = form.status;
    sheet.here = Nav::team;
    return show_sheet(form.caller, sheet);
}

Response show_giving(const Caller& caller) {
    const auto opened = open_copy(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    if (opened.value().own.given || opened.value().not_read() > 0) {
        return not_found(caller);
    }
    Giving form{caller, opened.value()};
    take_typed(caller, form.typed, form.key);
    return draw_giving(form);
}

Response save_giving(const Caller& caller) {
    const auto opened = open_copy(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& view = opened.value();
    Answers answers{caller.request.form, caller.today()};
    record::OwnRecordGiven what;
    what.request = view.own.request;
    what.on = answers
                  .past_date("on", mark("Enter the day it was given"),
                             mark("The date must be today or in the past"))
                  .value_or(record::to_be_given);
    what.how = answers.text("words", mark("Write how it reached them"));
    what.entries = static_cast<int>(view.pieces.size());
    what.left_out = static_cast<int>(view.own.left_out.size());
    const auto key = saw_in(caller.request.form).idempotency_key;
    if (!answers.all_well()) {
        return draw_giving({caller, view, caller.request.form, key, answers.take_faults(), 422});
    }
    return after(caller, view,
                 casework::note_given(caller.office(), caller.viewer, what, view.entries(),
                                      saw_of(view, key)),
                 "own-record-given");
}

} // namespace

void add_copy_pages(Site& site) {
    add_page(site, Method::get, "own-record", "/own-record/{request}", show);
    add_page(site, Method::post, "own-record.read", "/own-record/{request}/read", save_read);
    add_page(site, Method::post, "own-record.put-back", "/own-record/{request}/put-back/{passage}",
             save_put_back);
    add_page(site, Method::get, "own-record.download", "/own-record/{request}/as/{format}",
             give_file);
    add_page(site, Method::get, "own-record.given", "/own-record/{request}/given", show_giving);
    add_page(site, Method::post, "own-record.given", "/own-record/{request}/given", save_giving);
}

} // namespace gweld::web::pages
