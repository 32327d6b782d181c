// person.h - one person at work in a browser: signs in, opens forms, types, sends, sends again
// until there is an answer. Writes into the ledger what they were told. Knows no fault.
#pragma once

#include "browser.h"
#include "ledger.h"

namespace gweld::simulation {

// Forgotten: each sending of a form has a key of its own, as though there were none.
enum class Keys { kept, forgotten };

// What people say to each other, and nothing of it is the server's: which texts went wrong.
struct Shared {
    Machine& machine;
    Network& network;
    Ledger& ledger;
    Counts& counts;
    Keys keys = Keys::kept;
    std::vector<std::string> wrong = {}; // what must never be, in words

    void must(bool holds, const std::string& otherwise) {
        if (!holds) {
            wrong.push_back(otherwise);
        }
    }
};

class Person {
  public:
    Person(Shared& shared, const Worker& who);

    void do_something();
    // Sends what waits until it is answered, on a good network.
    void finish();
    Browser& browser() { return browser_; }
    const Worker& who() const { return who_; }
    // Signs in when asked to.
    std::optional<Page> open(const std::string& address);

  private:
    struct Pending {
        Kind kind = Kind::visit;
        std::string mark;
        std::string address; // of the form
        std::string marker;  // a field by which the form is known
        std::vector<Field> fields;
        std::string text_field;
        bool wants_fresh_page = false;
    };
    struct OnPhone {
        std::string mark;
        std::vector<Field> sealed;
    };

    void begin_something();
    void begin_visit(Kind kind);
    void begin_correction();
    void begin_contact();
    void begin_decision();
    // Opens the form and fills it in; what it is about stands in the ledger from then on.
    void begin(Pending pending, const std::vector<Field>& typed, Deed deed);
    void hand_over();
    void write_on_phone();
    void send_from_phone();
    void look_about();
    void keep_draft();
    void leave();
    void send();
    void hear(const Page& answer);
    void be_sent_away(const Page& answer);
    void refresh();

    Shared& shared_;
    const Worker& who_;
    Browser browser_;
    std::optional<Pending> pending_;
    std::vector<OnPhone> phone_;
};

} // namespace gweld::simulation
