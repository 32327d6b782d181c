// A passage, or all of an entry, that does not go into the copy, with the reason.
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/own_records/copy_view.h"
#include "web/pages/own_records/own_records.h"
#include "web/pages/own_records/own_records.html.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using words::mark;

struct Leaving {
    const Caller& caller;
    const CopyView& view;
    const CopyPiece& piece;
    Fields typed = {};
    std::string key = {};
    std::vector<FieldFault> faults = {};
    int status = 200;
};

Url home_of(const Leaving& form) {
    return form.caller.to("own-record", {{"request", base::to_text(form.view.own.request.uuid)}});
}

Response draw(const Leaving& form) {
    const auto& say = form.caller.say;
    const Questions ask{say, form.typed, form.faults};
    const auto& facts = *form.view.record.standing.facts;
    Sheet sheet;
    sheet.back = home_of(form);
    sheet.heading = say.say("Leave something out");
    sheet.lede = form.piece.date + ": " + form.piece.title;
    std::string whole;
    for (const auto& text : form.piece.paragraphs) {
        whole += (whole.empty() ? "" : "\n\n") + text;
    }
    sheet.questions = {
        entry_whole(say, whole),
        ask.box({"passage", say.say("What is left out?"),
                 say.say("Copy it from the text above, letter for letter. Empty: all of the "
                         "entry. It is taken out of the copy, not covered.")},
                3),
        ask.one_of({"because", say.say("Why?")}, reasons_to_leave_out(say)),
        ask.box({"words", say.say("In your own words"),
                 say.say("Stays with the request and is not given out. Whoever reviews the copy "
                         "reads it.")},
                2)};
    sheet.action = form.caller.to("own-record.leave-out",
                                  {{"request", base::to_text(form.view.own.request.uuid)},
                                   {"entry", base::to_text(form.piece.entry)}});
    sheet.save = say.say("Leave it out");
    sheet.saw = {form.key, {{facts.child.uuid, facts.version}}};
    sheet.faults = form.faults;
    sheet.status = form.status;
    sheet.here = Nav::team;
    return show_sheet(form.caller, sheet);
}

const CopyPiece* piece_asked(const Caller& caller, const CopyView& view) {
    const auto id = base::parse_uuid(caller.param("entry"));
    const auto found = std::ranges::find_if(
        view.pieces, [&](const CopyPiece& piece) { return piece.entry == id; });
    return found == view.pieces.end() || view.own.given ? nullptr : &*found;
}

Response show(const Caller& caller) {
    const auto opened = open_copy(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto* piece = piece_asked(caller, opened.value());
    if (piece == nullptr) {
        return not_found(caller);
    }
    Leaving form{caller, opened.value(), *piece};
    take_typed(caller, form.typed, form.key);
    return draw(form);
}

bool stands_in(const CopyPiece& piece, const std::string& passage) {
    const auto has = [&](const std::string& text) {
        return text.find(passage) != std::string::npos;
    };
    return has(piece.title) || std::ranges::any_of(piece.paragraphs, has);
}

Response save(const Caller& caller) {
    const auto opened = open_copy(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& view = opened.value();
    const auto* piece = piece_asked(caller, view);
    if (piece == nullptr) {
        return not_found(caller);
    }
    Answers answers{caller.request.form, caller.today()};
    record::PassageLeftOut what;
    what.request = view.own.request;
    what.entry = base::EntryId{piece->entry};
    what.passage = answers.text("passage");
    if (!what.passage.empty() && !stands_in(*piece, what.passage)) {
        answers.fault("passage", mark("These words do not stand in the entry. Copy them from the "
                                      "text above, from one paragraph."));
    }
    what.because = answers.choice<record::LeftOutFor>("because", mark("Choose a reason"))
                       .value_or(record::LeftOutFor::other);
    what.words = answers.text("words", mark("Write why"));
    const auto saw = saw_in(caller.request.form);
    Leaving form{caller, view, *piece, caller.request.form, saw.idempotency_key, {}, 422};
    if (!answers.all_well()) {
        form.faults = answers.take_faults();
        return draw(form);
    }
    const auto& facts = *view.record.standing.facts;
    const auto done =
        casework::leave_out(caller.office(), caller.viewer, what,
                            {saw.idempotency_key, {{facts.child.uuid, facts.version}}});
    if (done.ok()) {
        return see_other(Url::path(home_of(form).text() + "?saved=passage-left-out"));
    }
    return std::visit(base::overloaded{
                          [&](record::StoreFault fault) { return store_says(caller, fault); },
                          [&](casework::OwnRecordNonsense nonsense) {
                              form.faults = {fault_of_own_record(nonsense)};
                              return draw(form);
                          },
                          [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
                          [&](const auto&) {
                              return see_other(
                                  Url::path(home_of(form).text() + "?saved=own-record-anew"));
                          },
                      },
                      done.error());
}

} // namespace

void add_leaving_out_pages(Site& site) {
    add_page(site, Method::get, "own-record.leave-out", "/own-record/{request}/leave-out/{entry}",
             show);
    add_page(site, Method::post, "own-record.leave-out", "/own-record/{request}/leave-out/{entry}",
             save);
}

} // namespace gweld::web::pages
