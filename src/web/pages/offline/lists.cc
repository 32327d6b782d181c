// The lists that are on phones: one's own, and for a manager those of the team; and wiping them.
#include "casework/phone_lists.h"

#include "web/components/spoken.h"
#include "web/pages/frame/frame.h"
#include "web/pages/offline/offline_pages.h"
#include "web/pages/offline/ready.html.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

// After it is over: a habit of the pages, so that whoever lost a phone yesterday sees what was on
// it.
constexpr std::chrono::hours lists_shown{48};
constexpr std::string_view from_team = "from-team";

ListShown shown(const Caller& caller, const casework::ListOnPhone& list) {
    const auto& say = caller.say;
    ListShown row;
    row.taken = say.say_n("Taken at {taken}, until {until}: 1 child.",
                          "Taken at {taken}, until {until}: {n} children.",
                          static_cast<long>(list.children.size()),
                          {{"taken", say.moment(list.taken)}, {"until", say.moment(list.until)}});
    if (list.wiped) {
        row.state = say.say("Wiped at {moment}.", {{"moment", say.moment(*list.wiped)}});
    }
    row.wipe = caller.to("offline.wipe", {{"id", base::to_text(list.device.uuid)}});
    row.hidden = csrf_field(caller);
    return row;
}

ListShown shown(const Caller& caller, const casework::TeamsPhone& phone) {
    auto row = shown(caller, phone.list);
    row.whose = phone.worker;
    Markup hidden;
    hidden.put(row.hidden).put(hidden_field(from_team, "yes"));
    row.hidden = hidden.take();
    return row;
}

Response show_team(const Caller& caller) {
    if (caller.viewer.role != record::Role::team_manager) {
        return not_for_you(caller);
    }
    const auto since = caller.office().clock.now() - lists_shown;
    const auto phones = casework::phones_of_team(caller.office(), caller.viewer, since);
    if (!phones.ok()) {
        return store_says(caller, phones.error());
    }
    TeamsPhonesParts parts;
    parts.saved = saved_banner(caller);
    parts.back = govuk::render(govuk::back_link(caller.say, caller.to("team")));
    for (const auto& phone : phones.value()) {
        parts.lists.push_back(shown(caller, phone));
    }
    Frame frame;
    frame.title = caller.say.say("Phones of your team");
    frame.here = Nav::team;
    frame.content = teams_phones(caller.say, parts);
    return framed(caller, frame);
}

// Who may is decided where it is done.
Response wipe(const Caller& caller) {
    const auto id = base::parse_uuid(caller.param("id"));
    const auto done = casework::wipe_list(caller.office(), caller.viewer,
                                          record::DeviceId{id.value_or(base::Uuid{})}, "");
    if (!done.ok()) {
        const auto* fault = std::get_if<record::StoreFault>(&done.error());
        return fault == nullptr ? not_found(caller) : store_says(caller, *fault);
    }
    const auto back = caller.to(caller.request.form.has(from_team) ? "team.phones" : "offline");
    return see_other(Url::path(back.text() + "?saved=wiped"));
}

} // namespace

std::vector<ListShown> own_lists(const Caller& caller, const casework::PhoneMatters& matters) {
    const auto now = caller.office().clock.now();
    std::vector<ListShown> lists;
    for (const auto& list : matters.lists) {
        if (list.until + lists_shown >= now) {
            lists.push_back(shown(caller, list));
        }
    }
    return lists;
}

void add_phone_lists(Site& site) {
    add_page(site, Method::get, "team.phones", "/team/phones", show_team);
    add_page(site, Method::post, "offline.wipe", "/offline/list/{id}/wipe", wipe);
}

} // namespace gweld::web::pages
