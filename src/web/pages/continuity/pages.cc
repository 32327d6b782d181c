// How old the pack is, getting it, and handing in who was looked up in it.
#include "casework/out_of_hours.h"
#include "web/pages/continuity/continuity.h"
#include "web/pages/continuity/continuity.html.h"
#include "web/pages/continuity/looks_text.h"
#include "web/pages/forms/file_faults.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using words::mark;

bool may(const Caller& caller) {
    return access::may_enter(caller.viewer, access::Place::out_of_hours);
}

// Two turns missed: something is wrong.
bool too_old(const Caller& caller, const PackKept& kept) {
    return kept.made && caller.office().clock.now() > *kept.made + 2 * kept.every;
}

std::string state_in_words(const Caller& caller, const PackKept& kept) {
    const auto& say = caller.say;
    if (!kept.made) {
        return kept.failing
                   ? say.say("The pack could not be made. Tell whoever looks after the server.")
                   : say.say("No pack is made here. Whoever looks after the server can switch it "
                             "on.");
    }
    const auto made =
        say.say_n("Made at {moment}: 1 child.", "Made at {moment}: {n} children.",
                  static_cast<long>(kept.children), {{"moment", say.moment(*kept.made)}});
    return kept.failing || too_old(caller, kept)
               ? made + " " +
                     say.say("It could not be made again since. Tell whoever looks after the "
                             "server.")
               : made;
}

Response show(const Caller& caller) {
    if (!may(caller)) {
        return not_for_you(caller);
    }
    const auto kept = caller.site.continuity.kept ? caller.site.continuity.kept() : PackKept{};
    ContinuityParts parts;
    parts.saved = saved_banner(caller);
    parts.state = state_in_words(caller, kept);
    parts.failing = kept.failing || too_old(caller, kept);
    parts.there = kept.file != nullptr;
    parts.get = caller.to("continuity.file");
    parts.hand_in = caller.to("continuity.looks");
    Frame frame;
    frame.title = caller.say.say("Out-of-hours pack");
    frame.content = continuity_page(caller.say, parts);
    return framed(caller, frame);
}

Response give(const Caller& caller) {
    if (!may(caller)) {
        return not_for_you(caller);
    }
    const auto kept = caller.site.continuity.kept ? caller.site.continuity.kept() : PackKept{};
    return kept.file ? download(*kept.file, "text/html; charset=utf-8", pack_file_name)
                     : not_found(caller);
}

// ---- handing in

Response draw(const Caller& caller, std::vector<FieldFault> faults) {
    const auto& say = caller.say;
    std::vector<std::string> errors;
    for (const auto& fault : faults) {
        errors.push_back(say.say(fault.sentence, {{"name", fault.name}}));
    }
    Sheet sheet;
    sheet.back = caller.to("continuity");
    sheet.heading = say.say("Hand in a list of who was looked up");
    sheet.lede = say.say("The file that the pack saved. Each look goes into the record’s list of "
                         "who has looked, under the name that was typed.");
    sheet.questions = {choose_looks(say, errors)};
    sheet.action = caller.to("continuity.looks");
    sheet.save = say.say("Hand it in");
    sheet.faults = std::move(faults);
    sheet.status = sheet.faults.empty() ? 200 : 422;
    sheet.carries = Carries::files;
    sheet.keeps = Keeps::nothing;
    return show_sheet(caller, sheet);
}

std::string_view sentence_for(casework::LooksNonsense why) {
    switch (why) {
    case casework::LooksNonsense::nobody_named:
        return mark("{name} does not say who looked");
    case casework::LooksNonsense::no_looks:
        return mark("Nobody was looked up in {name}");
    case casework::LooksNonsense::too_many:
        return mark("{name} is no list that a pack saved");
    case casework::LooksNonsense::before_the_pack:
        return mark("{name} tells of looks before its pack was made: the clock of that machine was "
                    "wrong. Tell whoever looks after the server");
    case casework::LooksNonsense::in_the_future:
        return mark("{name} tells of looks that are still to come: the clock of that machine was "
                    "wrong. Tell whoever looks after the server");
    }
    return {};
}

struct HandedIn {
    std::vector<FieldFault> faults;
    std::optional<record::StoreFault> store;
};

// A list that came before is no fault: the file holds all that this browser kept.
HandedIn hand_in_all(const Caller& caller, const std::string& file,
                     const std::vector<casework::PackLooks>& lists) {
    HandedIn done;
    for (const auto& list : lists) {
        const auto taken = casework::hand_in_looks(caller.office(), caller.viewer, list);
        if (taken.ok()) {
            continue;
        }
        if (const auto* nonsense = std::get_if<casework::LooksNonsense>(&taken.error())) {
            done.faults.push_back({"file", sentence_for(*nonsense), file});
        } else if (const auto* fault = std::get_if<record::StoreFault>(&taken.error())) {
            done.store = *fault;
            return done;
        }
    }
    return done;
}

Response take(const Caller& caller) {
    if (!may(caller)) {
        return not_for_you(caller);
    }
    std::vector<FieldFault> faults;
    const auto sent = files_that_came(caller.request.files, faults);
    if (faults.empty() && sent.size() != 1) {
        faults.push_back({"file", mark("Choose the file that the pack saved"), {}});
    }
    if (!faults.empty()) {
        return draw(caller, std::move(faults));
    }
    const auto lists = read_looks(sent.front().bytes());
    if (!lists) {
        return draw(caller,
                    {{"file", mark("{name} is no list that a pack saved"), sent.front().name}});
    }
    auto done = hand_in_all(caller, sent.front().name, *lists);
    if (done.store) {
        return store_says(caller, *done.store);
    }
    return done.faults.empty()
               ? see_other(Url::path(caller.to("continuity").text() + "?saved=looks"))
               : draw(caller, std::move(done.faults));
}

Response ask_for_list(const Caller& caller) {
    return may(caller) ? draw(caller, {}) : not_for_you(caller);
}

} // namespace

std::optional<UploadLimits> takes_looks(const Request& request) {
    if (request.path != "/out-of-hours/looks" || request.method != Method::post) {
        return std::nullopt;
    }
    constexpr std::size_t all = 4U << 20U;
    constexpr std::size_t file = 2U << 20U;
    constexpr std::size_t texts = 1U << 14U;
    return UploadLimits{all, file, 1, texts};
}

void add_continuity_pages(Site& site) {
    add_page(site, Method::get, "continuity", "/out-of-hours", show);
    add_page(site, Method::get, "continuity.file", "/out-of-hours/pack", give);
    add_page(site, Method::get, "continuity.looks", "/out-of-hours/looks", ask_for_list);
    add_page(site, Method::post, "continuity.looks", "/out-of-hours/looks", take);
}

} // namespace gweld::web::pages
