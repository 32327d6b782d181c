// Getting a phone ready: which homes, what of them, for how long; and the lists that are out.
#include "web/pages/offline/offline.h"

#include "casework/worklist.h"
#include "web/components/checkboxes.h"
#include "web/pages/frame/frame.h"
#include "web/pages/offline/list_text.h"
#include "web/pages/offline/offline_pages.h"
#include "web/pages/offline/offline_words.h"
#include "web/pages/offline/ready.html.h"
#include "web/pages/problems/problems.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::Household;

bool wants_a_visit(const Household& home) { return !casework::what_puts_it_right(home).empty(); }

// The most urgent first, as many as may be carried.
std::vector<const Household*> suggested(const std::vector<Household>& homes) {
    std::vector<const Household*> chosen;
    std::size_t children = 0;
    for (const auto& home : homes) {
        children += home.children.size();
        if (children > casework::most_children_on_phone) {
            break;
        }
        if (wants_a_visit(home)) {
            chosen.push_back(&home);
        }
    }
    return chosen;
}

std::string home_id(const Household& home) {
    return base::to_text(home.children.front().facts->child.uuid);
}

bool is_of(const Household& home, std::string_view id) {
    return std::ranges::any_of(home.children, [&](const auto& child) {
        return base::to_text(child.facts->child.uuid) == id;
    });
}

HomeToCarry carry(const Words& say, const Household& home, std::size_t at, bool chosen) {
    govuk::Checkbox tick;
    std::string names;
    for (const auto& child : home.children) {
        names += (names.empty() ? "" : ", ") + child.facts->person->forename;
    }
    tick.content = home_name(say, home) + (home.children.size() > 1 ? " (" + names + ")" : "");
    tick.value = home_id(home);
    tick.checked = chosen;
    govuk::Checkboxes box;
    box.name = "home";
    box.id_prefix = "home-" + std::to_string(at);
    box.items.push_back(std::move(tick));
    HomeToCarry shown;
    shown.box = govuk::render(box);
    for (const auto& child : home.children) {
        std::ranges::copy(needs_of(say, child), std::back_inserter(shown.needs));
    }
    return shown;
}

std::string life_in_words(const Caller& caller) {
    const auto until = caller.office().clock.now() + caller.site.phones.list_life;
    return caller.say.say("It stays until {moment}. It is thrown away then, when you sign out on "
                          "this phone, or when you wipe it from here.",
                          {{"moment", caller.say.moment(until)}});
}

Response show_ready(const Caller& caller) {
    const auto work = casework::days_work(caller.office(), caller.viewer);
    const auto matters = casework::phone_matters(caller.office(), caller.viewer);
    if (!work.ok() || !matters.ok()) {
        return store_says(caller, work.ok() ? matters.error() : work.error());
    }
    const auto& say = caller.say;
    const auto homes = homes_to_visit(work.value());
    const auto chosen = suggested(homes);
    ReadyParts parts;
    parts.saved = saved_banner(caller);
    parts.list = caller.to("offline.list");
    parts.form = caller.to("offline.visit");
    parts.waiting = caller.to("offline.waiting");
    parts.waiting_words = offline_notice(caller).needs_you;
    parts.worker = caller.site.router.url_of("offline.worker");
    parts.csrf = csrf_field(caller);
    parts.most = say.say_n("At most 1 child. Ticked are those who have something due soon.",
                           "At most {n} children. Ticked are those who have something due soon.",
                           static_cast<long>(casework::most_children_on_phone));
    parts.life = life_in_words(caller);
    for (std::size_t at = 0; at < homes.size(); ++at) {
        const bool ticked = std::ranges::find(chosen, &homes[at]) != chosen.end();
        parts.homes.push_back(carry(say, homes[at], at, ticked));
    }
    parts.code = code_box("code", say.say("Choose a code for this list"),
                          say.say("At least six characters, for today only. You are asked for it "
                                  "when you open the form. If you forget it, you can still write "
                                  "visits down."));
    parts.again = code_box("code-again", say.say("The same code again"), {});
    parts.says = said_on_phone(say);
    parts.lists = own_lists(caller, *matters.value());
    Frame frame;
    frame.title = say.say("Get ready to go offline");
    frame.here = Nav::work;
    frame.script = Script::ready;
    frame.content = get_ready(say, parts);
    return framed(caller, frame);
}

Response text_answer(std::string text, std::string type, int status) {
    auto response = plain_text(std::move(text), status);
    response.content_type = std::move(type);
    return response;
}

Response refused_list(const Caller& caller, const casework::ListRefused& refused) {
    const auto& say = caller.say;
    const auto sentence = std::visit(
        base::overloaded{
            [&](const casework::TooManyChildren&) {
                return say.say_n("Choose at most 1 child", "Choose at most {n} children",
                                 static_cast<long>(casework::most_children_on_phone));
            },
            [&](const casework::NoChildren&) { return say.say("Choose at least one home"); },
            [&](const casework::NotFoundOrNotYours&) {
                return say.say("A child you chose is not yours any more. Load this page again.");
            },
            [&](record::StoreFault) {
                return say.say("Gweld cannot write at the moment. Try again in a minute.");
            },
        },
        refused);
    return text_answer(sentence, "text/plain; charset=utf-8", 422);
}

Response give_list(const Caller& caller) {
    const auto* keys = phone_keys(caller.site);
    const auto work = casework::days_work(caller.office(), caller.viewer);
    if (keys == nullptr || !work.ok()) {
        return refused_list(caller, record::StoreFault::closed);
    }
    const auto homes = homes_to_visit(work.value());
    const auto ticked = caller.request.form.all("home");
    std::vector<const Household*> chosen;
    std::vector<casework::PersonId> children;
    std::size_t found = 0;
    for (const auto& home : homes) {
        // By any child of it: which comes first changes with what is due.
        const auto named =
            std::ranges::count_if(ticked, [&](const auto& id) { return is_of(home, id); });
        if (named == 0) {
            continue;
        }
        found += static_cast<std::size_t>(named);
        chosen.push_back(&home);
        for (const auto& child : home.children) {
            children.push_back(child.facts->child);
        }
    }
    if (found < ticked.size()) { // never a list that is shorter than what was ticked
        return refused_list(caller, casework::NotFoundOrNotYours{});
    }
    const auto taken =
        casework::take_list(caller.office(), caller.viewer, children, caller.site.phones.list_life);
    if (!taken.ok()) {
        return refused_list(caller, taken.error());
    }
    return text_answer(
        list_text({taken.value(), caller.viewer.worker, caller.today(), *keys, chosen}),
        "application/json", 200);
}

// Whoever has work of their own, on a server that can offer it.
PageHandler for_visitors(PageHandler handler) {
    return [handler = std::move(handler)](const Caller& caller) {
        const bool may = access::may_enter(caller.viewer, access::Place::my_work);
        return may ? handler(caller) : not_for_you(caller);
    };
}

} // namespace

OfflineNotice offline_notice(const Caller& caller) {
    OfflineNotice notice;
    if (caller.site.phones.offered == Phones::Offered::yes) {
        notice.get_ready = caller.say.say("Get ready to go offline");
    }
    const auto matters = casework::phone_matters(caller.office(), caller.viewer);
    if (matters.ok() && !matters.value()->waiting.empty()) {
        notice.needs_you = caller.say.say_n("1 visit from your phone needs you.",
                                            "{n} visits from your phone need you.",
                                            static_cast<long>(matters.value()->waiting.size()));
    }
    return notice;
}

const phone::Keys* phone_keys(const Site& site) {
    return site.phones.keys ? site.phones.keys() : nullptr;
}

void add_getting_ready(Site& site) {
    add_page(site, Method::get, "offline", "/offline", for_visitors(show_ready));
    add_page(site, Method::post, "offline.list", "/offline/list", for_visitors(give_list));
}

} // namespace gweld::web::pages
