// Saying that two records read as one are two people's after all.
#include "web/pages/merging/merging.h"

#include "casework/standing.h"
#include "record/codec.h"
#include "record/kinds.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/merging/merging.html.h"
#include "web/pages/merging/merging_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/step_up.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

namespace gweld::web::pages::merging {

namespace {

using casework::OpenMerge;

struct Apart {
    const Caller& caller;
    OpenMerge merge;
    Fields typed = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    std::string key = {};
    int status = 200;

    const Words& say() const { return caller.say; }
    std::string kept() const { return casework::full_name(*merge.facts->person); }
    std::string other() const { return casework::full_name(merge.other); }
    Url home() const { return caller.to("child", {{"id", base::to_text(merge.said.kept.uuid)}}); }
};

base::Result<Apart, casework::OpenRefused> open(const Caller& caller) {
    const auto id = entry_in(caller, "id");
    if (!id) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto merge = casework::open_merge(caller.office(), caller.viewer, *id);
    if (!merge.ok()) {
        return base::Err{merge.error()};
    }
    Apart apart{caller, std::move(merge).value()};
    take_typed(caller, apart.typed, apart.key);
    return base::Ok{std::move(apart)};
}

Html what_stays(const Apart& apart) {
    const auto& say = apart.say();
    const auto& stay = apart.merge.stay;
    return merging_lines(
        say, say.say("Recorded since, and staying with {name}", {{"name", apart.kept()}}),
        stay.empty() ? say.say("Nothing has been recorded since.")
                     : say.say_n("1 entry stays with the record that was kept. Where it is about "
                                 "the other person, record it again there.",
                                 "{n} entries stay with the record that was kept. Where they are "
                                 "about the other person, record them again there.",
                                 static_cast<long>(stay.size())),
        said_since(say, stay));
}

Html what_goes(const Apart& apart) {
    const auto& say = apart.say();
    const auto& go = apart.merge.go;
    return go.empty()
               ? Html{}
               : merging_lines(
                     say,
                     say.say("Recorded since, and going with {name}", {{"name", apart.other()}}),
                     say.say("What corrects or continues something in the other record goes with "
                             "it."),
                     said_since(say, go));
}

// Whom nobody signed in can be told by the program.
std::vector<std::string> who_got_papers(const Apart& apart) {
    std::vector<std::string> lines;
    const auto add = [&](const std::string& whom, const record::Entry& entry) {
        lines.push_back(whom + " (" + apart.say().short_date_year(entry.effective) + ")");
    };
    for (const auto* entries : {&apart.merge.stay, &apart.merge.go}) {
        for (const auto& entry : *entries) {
            if (record::is_a<record::ConferencePaperSent>(entry)) {
                for (const auto& whom : record::body_of<record::ConferencePaperSent>(entry).to) {
                    add(whom, entry);
                }
            } else if (record::is_a<record::ReferrerTold>(entry)) {
                add(record::body_of<record::ReferrerTold>(entry).whom, entry);
            }
        }
    }
    return lines;
}

Html who_has_to_be_told(const Apart& apart) {
    const auto& say = apart.say();
    const auto lines = who_got_papers(apart);
    return merging_lines(
        say, say.say("Who is told"),
        lines.empty()
            ? say.say("Everybody who recorded or looked meanwhile finds it among their alerts, "
                      "until they say that they have read it. Nothing was sent out meanwhile.")
            : say.say("Everybody who recorded or looked meanwhile finds it among their alerts, "
                      "until they say that they have read it. These people were sent something "
                      "meanwhile and have to be told by you:"),
        lines);
}

casework::Saw saw_to_send(const Apart& apart) {
    const auto posted = saw_in(apart.typed);
    if (!posted.versions.empty() && apart.since.empty()) {
        return {apart.key, posted.versions};
    }
    return {apart.key, {{apart.merge.facts->child.uuid, apart.merge.facts->version}}};
}

Response draw(const Apart& apart) {
    const auto& say = apart.say();
    const auto& entry = apart.merge.entry;
    const Questions ask{say, apart.typed, apart.faults};
    Sheet sheet;
    sheet.back = apart.home();
    sheet.heading = say.say("{name} and {other} are two people",
                            {{"name", apart.kept()}, {"other", apart.other()}});
    sheet.lede = say.say("{name} said at {moment} that they are one person: {reason}",
                         {{"name", entry.recorded_by.name},
                          {"moment", say.moment_year(entry.recorded_at)},
                          {"reason", apart.merge.said.reason}});
    sheet.since = apart.since;
    sheet.questions = {
        merging_lines(say, say.say("What was recorded before"),
                      say.say("Each record has again exactly what was recorded "
                              "about it before. Nothing is lost."),
                      {}),
        what_stays(apart), what_goes(apart), who_has_to_be_told(apart),
        ask.box({"reason", say.say("How do you know that they are two people?")}, 3)};
    sheet.action = apart.caller.to("same-person.take-back", {{"id", base::to_text(entry.id)}});
    sheet.save = say.say("They are two people");
    sheet.saw = saw_to_send(apart);
    sheet.faults = apart.faults;
    sheet.status = apart.status;
    return show_sheet(apart.caller, sheet);
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    return opened.ok() ? draw(opened.value()) : refusal(caller, opened.error());
}

Response again(Apart apart, int status) {
    apart.status = status;
    return draw(apart);
}

Response not_saved(Apart apart, const casework::MergeRefused& why) {
    return std::visit(base::overloaded{
                          [&](const casework::SomebodyWasQuicker& quicker) {
                              apart.since = said_since(apart.say(), quicker.since);
                              return again(std::move(apart), 409);
                          },
                          [&](casework::MergeNonsense nonsense) {
                              apart.faults.push_back(fault_of(nonsense));
                              return again(std::move(apart), 422);
                          },
                          [&](record::StoreFault fault) { return store_says(apart.caller, fault); },
                          [&](const auto&) { return not_found(apart.caller); },
                      },
                      why);
}

Response save(const Caller& caller) {
    auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto apart = std::move(opened).value();
    Answers answers{apart.typed, caller.today()};
    const auto reason = answers.text("reason", sentence_of(casework::MergeNonsense::no_reason));
    if (!answers.all_well()) {
        apart.faults = answers.take_faults();
        return again(std::move(apart), 422);
    }
    if (auto ask = needs_fresh_sign_in(caller)) {
        return std::move(*ask);
    }
    const auto done =
        casework::unmerge_people(caller.office(), caller.viewer,
                                 base::EntryId{apart.merge.entry.id}, reason, saw_in(apart.typed));
    if (!done.ok()) {
        return not_saved(std::move(apart), done.error());
    }
    return see_other(Url::path(apart.home().text() + "?saved=unmerged"));
}

} // namespace

void add_taking_back(Site& site) {
    add_page(site, Method::get, "same-person.take-back", "/same-person/{id}/take-back", show);
    add_page(site, Method::post, "same-person.take-back", "/same-person/{id}/take-back", save);
}

} // namespace gweld::web::pages::merging

namespace gweld::web::pages {

void add_merging_pages(Site& site) {
    merging::add_choosing(site);
    merging::add_comparing(site);
    merging::add_taking_back(site);
}

} // namespace gweld::web::pages
