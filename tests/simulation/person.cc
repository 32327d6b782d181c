#include "person.h"

#include <algorithm>

namespace gweld::simulation {

Person::Person(Shared& shared, const Worker& who)
    : shared_{shared}, who_{who}, browser_{shared.network, who.viewer.sign_in_name} {}

std::optional<Page> Person::open(const std::string& address) {
    auto page = browser_.get(address);
    if (page && page->asks_who_is_there()) {
        static_cast<void>(browser_.sign_in());
        page = browser_.get(address);
    }
    return page;
}

void Person::do_something() {
    auto& chance = shared_.machine.chance();
    if (!phone_.empty() && chance.one_in(3)) {
        return send_from_phone();
    }
    if (!pending_) {
        return begin_something();
    }
    switch (chance.below(8)) {
    case 0:
    case 1:
        return keep_draft();
    case 2:
        return chance.one_in(3) ? leave() : look_about();
    default:
        return send();
    }
}

void Person::begin_something() {
    auto& chance = shared_.machine.chance();
    if (chance.one_in(6)) {
        return look_about();
    }
    switch (who_.works) {
    case Works::with_children:
        switch (chance.below(6)) {
        case 0:
            return begin_visit(Kind::attempt);
        case 1:
            return begin_correction();
        case 2:
            return write_on_phone();
        default:
            return begin_visit(Kind::visit);
        }
    case Works::over_a_team:
        return hand_over();
    case Works::at_the_front_door:
        return chance.one_in(2) ? begin_contact() : begin_decision();
    }
}

void Person::begin(Pending pending, const std::vector<Field>& typed, Deed deed) {
    const auto page = open(pending.address);
    if (!page || page->status != 200) {
        return;
    }
    pending.fields = hidden_in_form_with(page->text, pending.marker);
    const auto key = value_of(pending.fields, "key");
    if (key.empty()) {
        return; // decided meanwhile: there is no form
    }
    // A form begun before is filled in again, and goes on under its own key.
    if (const auto begun = shared_.ledger.drafts.find(key); begun != shared_.ledger.drafts.end()) {
        ++shared_.counts["a draft was taken up again"];
        shared_.must(begun->second.told.empty() || page->says(begun->second.told) ||
                         std::ranges::any_of(begun->second.sent,
                                             [&](const auto& mark) { return page->says(mark); }),
                     "a draft opened without its text: " + begun->second.told);
        begun->second.may_be_done = true;
    }
    pending.mark = shared_.ledger.fresh_mark();
    for (const auto& [name, value] : typed) {
        set(pending.fields, name, value);
    }
    set(pending.fields, pending.text_field,
        "D\xC5\xB5r & t\xC3\xA2n <" + pending.mark + "> \"said so\"");
    shared_.ledger.deeds[pending.mark] = std::move(deed);
    pending_ = std::move(pending);
}

// As the page does while somebody types.
void Person::keep_draft() {
    const auto key = value_of(pending_->fields, "key");
    auto& draft = shared_.ledger.drafts[key];
    draft.writer = who_.viewer.sign_in_name;
    draft.sent.insert(pending_->mark);
    auto fields = pending_->fields;
    set(fields, "unsaved-script", "yes");
    const auto answer = browser_.post("/drafts", std::move(fields));
    if (!answer) {
        return;
    }
    if (answer->asks_who_is_there() || answer->status == 403) {
        return refresh();
    }
    if (answer->status == 200) {
        ++shared_.counts["a draft was kept"];
        draft.told = pending_->mark;
    }
}

// The tab is closed; what was kept of it stays.
void Person::leave() {
    ++shared_.counts["a tab was closed"];
    pending_.reset();
}

void Person::refresh() {
    const auto page = open(pending_->address);
    if (page && page->status == 200) {
        // Of any form on it: where the form itself is gone, the answer to sending it says so.
        const auto fresh = value_of(hidden_in_form_with(page->text, "csrf"), "csrf");
        if (!fresh.empty()) {
            set(pending_->fields, "csrf", fresh);
            pending_->wants_fresh_page = false;
        }
    }
}

void Person::send() {
    if (pending_->wants_fresh_page) {
        refresh();
    }
    auto& deed = shared_.ledger.deeds[pending_->mark];
    if (shared_.keys == Keys::forgotten && deed.unanswered) {
        set(pending_->fields, "key", shared_.ledger.fresh_mark());
    }
    // Its form keeps a draft of what it could not save, and takes the draft away when it could.
    auto& draft = shared_.ledger.drafts[value_of(pending_->fields, "key")];
    draft.writer = who_.viewer.sign_in_name;
    draft.sent.insert(pending_->mark);
    draft.may_be_done = true;
    const auto answer = browser_.post(pending_->address, pending_->fields);
    if (!answer) {
        deed.unanswered = true;
        return;
    }
    hear(*answer);
}

void Person::hear(const Page& answer) {
    auto& deed = shared_.ledger.deeds[pending_->mark];
    const auto kind = name_of(deed.kind);
    if (answer.asks_who_is_there() || answer.status == 403) {
        return be_sent_away(answer);
    }
    if (answer.status == 303) {
        deed.acknowledged = true;
        ++shared_.counts["acknowledged: " + kind];
        pending_.reset();
        return;
    }
    if (answer.status == 503 || answer.status == 507) {
        deed.unanswered = true;
        shared_.must(answer.says(pending_->mark),
                     "the text is not on the page that says that " + kind + " may not be saved");
        return;
    }
    // Not theirs any more, changed meanwhile, decided already.
    ++shared_.counts["refused with " + std::to_string(answer.status)];
    deed.refused = true;
    shared_.must(answer.status == 404 || answer.says(pending_->mark),
                 "the text is not on the page that refuses " + kind + " with " +
                     std::to_string(answer.status));
    pending_.reset();
}

// Signed out meanwhile, or the server was started again: what was typed goes through the sign-in.
void Person::be_sent_away(const Page& answer) {
    pending_->wants_fresh_page = true;
    if (answer.status == 403) {
        ++shared_.counts["a form was opened before the server was started again"];
        shared_.must(answer.says(pending_->mark), "the text is not on the page that says no");
        // "Send it again", which that page offers with a token of its own.
        if (const auto fresh = value_of(hidden_in_form_with(answer.text, "csrf"), "csrf");
            !fresh.empty()) {
            set(pending_->fields, "csrf", fresh);
            pending_->wants_fresh_page = false;
        }
        return;
    }
    ++shared_.counts["a session had ended when the form was sent"];
    const auto page = browser_.sign_in(hidden_in_form_with(answer.text, "password"));
    if (page && page->status == 200 && page->says("name=\"" + pending_->marker + "\"")) {
        ++shared_.counts["the form came back after signing in"];
        auto& deed = shared_.ledger.deeds[pending_->mark];
        shared_.must(page->says(pending_->mark) || deed.unanswered,
                     "the form came back without its text after signing in");
    }
}

void Person::finish() {
    for (int turn = 0; turn < 8 && pending_; ++turn) {
        send();
    }
    shared_.must(!pending_, "a form is never answered: " + (pending_ ? pending_->address : ""));
    for (int turn = 0; turn < 40 && !phone_.empty(); ++turn) {
        send_from_phone();
    }
    shared_.must(phone_.empty(), "a phone never lets go");
}

// Search, the list of one's work, drafts; now and then signs out.
void Person::look_about() {
    auto& chance = shared_.machine.chance();
    switch (chance.below(4)) {
    case 0: {
        const auto page = open("/drafts");
        static_cast<void>(page);
        return;
    }
    case 1: {
        const auto page = open("/search?q=Ffion");
        const bool finds = who_.works == Works::at_the_front_door;
        if (page && page->status == 200 && finds && !shared_.machine.may_be_sick()) {
            ++shared_.counts["somebody was found"];
            shared_.must(page->says("Ffion Davies"), "nobody is found who is there");
        }
        return;
    }
    case 2: {
        const auto home = open("/drafts");
        const auto form = home ? hidden_in_form_with(home->text, "csrf") : std::vector<Field>{};
        if (!form.empty() && chance.one_in(2)) {
            ++shared_.counts["somebody signed out"];
            static_cast<void>(browser_.post("/sign-out", form));
        }
        return;
    }
    default:
        static_cast<void>(open("/"));
        return;
    }
}

} // namespace gweld::simulation
