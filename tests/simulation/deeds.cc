// What the people of a simulated world do: each a form of the service, filled in.
#include "../phone/as_a_phone.h"
#include "casework/contacts.h"
#include "person.h"

#include <algorithm>
#include <sodium.h>

namespace gweld::simulation {

namespace {

std::vector<Field> typed_of_visit(Kind kind, const std::string& child) {
    std::vector<Field> typed{
        {"when", "today"}, {"place", "home"}, {"announced", "announced"}, {"save", "whole"}};
    if (kind == Kind::attempt) {
        typed.push_back({"outcome", "attempted"});
        typed.push_back({"because", "nobody_home"});
        return typed;
    }
    typed.push_back({"outcome", "made"});
    for (const auto& one : children) {
        const bool seen = one == child;
        typed.push_back({"seen-" + id_of(one), seen ? "yes" : "not_part"});
        if (seen) {
            typed.push_back({"alone-" + id_of(one), "yes"});
            typed.push_back({"bedroom-" + id_of(one), "yes"});
        }
    }
    return typed;
}

std::vector<Field> day_typed(const std::string& name, time::CivilDate date) {
    const auto ymd = date.ymd();
    return {{name + "-day", std::to_string(static_cast<unsigned>(ymd.day()))},
            {name + "-month", std::to_string(static_cast<unsigned>(ymd.month()))},
            {name + "-year", std::to_string(static_cast<int>(ymd.year()))}};
}

std::string url_base64(std::string_view bytes) {
    std::string text(
        sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.resize(std::char_traits<char>::length(text.c_str()));
    return text;
}

} // namespace

void Person::begin_visit(Kind kind) {
    const auto& child = children[shared_.machine.chance().below(children.size())];
    begin({kind, "", "/child/" + id_of(child) + "/visit", "account", {}, "account"},
          typed_of_visit(kind, child), {kind, child, "", false, false, false});
}

// Of a visit that they were told is recorded, and that nobody has corrected as far as they know.
void Person::begin_correction() {
    std::vector<std::string> candidates;
    for (const auto& [mark, deed] : shared_.ledger.deeds) {
        const bool corrected = std::ranges::any_of(
            shared_.ledger.deeds, [&](const auto& one) { return one.second.replaces == mark; });
        if (deed.kind == Kind::visit && deed.acknowledged && !corrected) {
            candidates.push_back(mark);
        }
    }
    if (candidates.empty()) {
        return begin_visit(Kind::visit);
    }
    const auto mark = candidates[shared_.machine.chance().below(candidates.size())];
    const auto child = shared_.ledger.deeds[mark].about;
    const auto timeline = open("/child/" + id_of(child) + "/timeline");
    if (!timeline || timeline->status != 200) {
        return;
    }
    // The link to correct it stands behind the text of the visit.
    const auto at = timeline->text.find(mark);
    shared_.must(at != std::string::npos || shared_.machine.may_be_sick(),
                 "a recorded visit is not on the timeline: " + mark);
    const auto link = at == std::string::npos ? at : timeline->text.find("/entry/", at);
    constexpr std::size_t length = 7 + 36;
    if (link == std::string::npos) {
        return; // not theirs to correct
    }
    auto typed = typed_of_visit(Kind::visit, child);
    typed.push_back({"reason", "A slip of the pen"});
    begin({Kind::correction,
           "",
           timeline->text.substr(link, length) + "/correct",
           "account",
           {},
           "account"},
          typed, {Kind::correction, child, mark, false, false, false});
}

void Person::begin_contact() {
    std::vector<Field> typed{{"at", "0.05"},
                             {"channel", "telephone"},
                             {"source", "nursery"},
                             {"organisation", "Meithrin y Bont"},
                             {"referrer", "Non Evans"},
                             {"children", "1"},
                             {"child-1-name", "Mia Farr"},
                             {"language", "en"},
                             {"harm", "not_suspected"}};
    std::ranges::copy(day_typed("on", time::date_in_wales(shared_.machine.clock().now())),
                      std::back_inserter(typed));
    begin({Kind::contact, "", "/front-door/new", "worry", {}, "worry"}, typed,
          {Kind::contact, "", "", false, false, false});
    if (pending_) {
        const auto key = value_of(pending_->fields, "key");
        shared_.ledger.deeds[pending_->mark].about =
            "/contact/" + base::to_text(casework::contact_of_key(key).uuid);
    }
}

void Person::begin_decision() {
    std::vector<std::string> contacts;
    for (const auto& [mark, deed] : shared_.ledger.deeds) {
        if (deed.kind == Kind::contact && deed.acknowledged) {
            contacts.push_back(deed.about);
        }
    }
    if (contacts.empty()) {
        return begin_contact();
    }
    const auto contact = contacts[shared_.machine.chance().below(contacts.size())];
    begin({Kind::decision, "", contact + "/decide", "reason", {}, "reason"},
          {{"outcome", "advice"}}, {Kind::decision, contact, "", false, false, false});
}

void Person::hand_over() {
    auto& chance = shared_.machine.chance();
    const auto& child = children[chance.below(children.size())];
    const std::string to = chance.one_in(2) ? "catrin" : "huw";
    const auto address = "/child/" + id_of(child) + "/allocate";
    const auto page = open(address);
    if (!page || page->status != 200) {
        return;
    }
    auto fields = hidden_in_form_with(page->text, "worker");
    set(fields, "worker", id_of(to));
    set(fields, "from", "today");
    auto& handed = shared_.ledger.hand_overs[child];
    ++handed.sent;
    for (int turn = 0; turn < 3; ++turn) {
        const auto answer = browser_.post(address, fields);
        if (!answer || answer->status >= 500) {
            handed.maybe.insert(to);
        }
        if (answer && answer->status == 303 && !answer->asks_who_is_there()) {
            handed.now = to;
            handed.maybe.clear();
            ++shared_.counts["acknowledged: a child given to another worker"];
            return;
        }
        if (answer && (answer->status == 422 || answer->status == 409)) {
            return;
        }
    }
}

void Person::write_on_phone() {
    auto& chance = shared_.machine.chance();
    const auto& child = children[chance.below(children.size())];
    const auto today = time::date_in_wales(shared_.machine.clock().now());
    const auto mark = shared_.ledger.fresh_mark();
    auto typed = typed_of_visit(Kind::visit, child);
    std::ranges::copy(day_typed("date", today), std::back_inserter(typed));
    typed.insert(typed.end(), {{"today", time::to_iso(today)},
                               {"name-" + id_of(child), "Somebody"},
                               {"account", "On the phone " + mark},
                               {"device", id_of("no list yet")},
                               {"worker", base::to_text(who_.viewer.worker)},
                               {"finished", "yes"},
                               {"language", "en"},
                               {"written", time::to_rfc3339(shared_.machine.clock().now())}});
    const auto item = base::to_text(base::uuid_of("simulation", "item", mark));
    const auto& keys = Server::phone_keys();
    const auto sealed =
        phone::seal_as_a_phone(keys.name(), keys.public_point(), item, web::encode_fields(typed));
    phone_.push_back({mark,
                      {{"id", item},
                       {"key", sealed.key},
                       {"point", url_base64(sealed.point)},
                       {"nonce", url_base64(sealed.nonce)},
                       {"text", url_base64(sealed.text)}}});
    shared_.ledger.deeds[mark] = {Kind::phone_visit, child, "", false, false, false};
}

// It keeps what it has until it is told that it was received.
void Person::send_from_phone() {
    auto& one = phone_.front();
    auto fields = one.sealed;
    set(fields, "sent", time::to_rfc3339(shared_.machine.clock().now()));
    const auto answer = browser_.post("/offline/send", fields, "phone");
    auto& deed = shared_.ledger.deeds[one.mark];
    if (!answer) {
        deed.unanswered = true;
        return;
    }
    if (answer->status == 401) {
        static_cast<void>(browser_.sign_in());
        return;
    }
    const auto told = web::parse_fields(answer->text, web::most_fields).value_or(web::Fields{});
    const auto state = told.text("state");
    if (state == "recorded" || state == "beside" || state == "held") {
        deed.acknowledged = true;
        ++shared_.counts["acknowledged: " + name_of(deed.kind)];
        ++shared_.counts["a phone was told " + std::string{state}];
        phone_.erase(phone_.begin());
        return;
    }
    deed.unanswered = true;
    shared_.must(state == "later", "a phone was told " + std::string{state});
}

} // namespace gweld::simulation
