#include "casework/front_door.h"

#include "casework/matching.h"
#include "casework/rows.h"
#include "casework/standing.h"

#include <algorithm>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <map>
#include <set>
#include <span>
#include <tuple>

namespace gweld::casework {

namespace {

using record::ContactRow;

constexpr int days_in_a_year = 365;

class DueDays { // the same few days are asked for again and again
  public:
    explicit DueDays(const law::Book& book) : book_{book} {}
    std::optional<CivilDate> of(std::int64_t received) {
        const auto known = known_.find(received);
        if (known != known_.end()) {
            return known->second;
        }
        const auto answer = decision_due(book_, day_of(received));
        const auto* due = std::get_if<law::Due>(&answer);
        const auto by = due == nullptr ? std::nullopt : std::optional{due->by};
        known_.emplace(received, by);
        return by;
    }

  private:
    const law::Book& book_;
    std::map<std::int64_t, std::optional<CivilDate>> known_;
};

Urgency urgency_of(const WaitingContact& contact, CivilDate today) {
    if (contact.row.harm == "possible") {
        return Urgency::act_now;
    }
    // Somebody answers for a wait that is over, whether the working day is over too or not.
    if (contact.waited_too_long) {
        return Urgency::waited;
    }
    if (contact.due ? *contact.due < today : contact.row.received_day < today.day_number()) {
        return Urgency::past_due;
    }
    if (!contact.due) {
        return Urgency::undetermined;
    }
    return *contact.due == today ? Urgency::today : Urgency::later;
}

WaitingContact waiting(ContactRow row, DueDays& due, CivilDate today) {
    WaitingContact contact;
    contact.due = due.of(row.received_day);
    contact.waited_too_long = row.waits_until && *row.waits_until < today.day_number();
    contact.row = std::move(row);
    contact.urgency = urgency_of(contact, today);
    return contact;
}

// Those nobody has come first, then the oldest.
bool more_urgent(const WaitingContact& a, const WaitingContact& b) {
    const auto order = [](const WaitingContact& c) {
        return std::make_tuple(c.urgency, c.due.value_or(record::to_be_given),
                               c.row.worker.has_value(), c.row.received_day, c.row.received_time,
                               c.row.contact);
    };
    return order(a) < order(b);
}

bool is_asked_for(const ContactRow& row, Show show, const access::Viewer& viewer) {
    switch (show) {
    case Show::all:
        return true;
    case Show::mine:
        return row.worker == viewer.worker;
    case Show::nobody:
        return !row.worker;
    }
    return true;
}

void count(Account& account, const std::vector<ContactRow>& rows, std::size_t Account::* what,
           std::string_view channel) {
    account.*what += static_cast<std::size_t>(std::ranges::count_if(
        rows, [&](const auto& row) { return channel.empty() || row.channel == channel; }));
}

struct Day {
    std::vector<ContactRow> carried;
    std::vector<ContactRow> received;
    std::vector<ContactRow> decided;
    const std::vector<ContactRow>& waiting;
};

Day day_at(const record::Reading& reading, const std::vector<ContactRow>& waiting_now,
           std::int64_t today) {
    Day day{
        {}, reading.contacts_received_on(today), reading.contacts_decided_on(today), waiting_now};
    // What another system took in and decided was never carried by this door.
    std::erase_if(day.received, [](const ContactRow& row) {
        return row.outcome == record::outcome_in_earlier_system;
    });
    const auto from_before = [&](const ContactRow& row) { return row.received_day < today; };
    std::ranges::copy_if(waiting_now, std::back_inserter(day.carried), from_before);
    std::ranges::copy_if(day.decided, std::back_inserter(day.carried), from_before);
    return day;
}

Account account_of(const Day& day, std::string_view channel) {
    Account account;
    count(account, day.carried, &Account::carried_over, channel);
    count(account, day.received, &Account::received, channel);
    count(account, day.decided, &Account::decided, channel);
    count(account, day.waiting, &Account::waiting, channel);
    return account;
}

bool anything_in(const Account& account) {
    return account.carried_over + account.received + account.decided + account.waiting > 0;
}

void fill_account(const record::Reading& reading, const std::vector<ContactRow>& rows,
                  CivilDate today, DoorQueue& queue) {
    const auto day = day_at(reading, rows, today.day_number());
    queue.account = account_of(day, {});
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<record::Channel>>(
        [&](const auto& channel) {
            const auto account = account_of(day, channel.name);
            if (anything_in(account)) {
                queue.channels.push_back({channel.name, account});
            }
        });
}

std::string allocated_worker(const record::Reading& reading, record::Uuid child, CivilDate today) {
    for (const auto& row : reading.allocations_of(child)) {
        if (row.as == "allocated_worker" && access::holds_on(row, today)) {
            const auto worker = reading.worker(row.worker);
            return worker ? worker->name : std::string{};
        }
    }
    return {};
}

bool is_on_register(const record::Reading& reading, record::Uuid child, CivilDate today) {
    return std::ranges::any_of(reading.registrations_of(child), [&](const auto& row) {
        return row.start_day <= today.day_number() &&
               (!row.end_day || today.day_number() < *row.end_day);
    });
}

KnownOf known_of(const record::Reading& reading, const WaitingContact& contact, CivilDate today) {
    KnownOf known;
    std::set<record::Uuid> earlier;
    for (const auto& child : contact.children) {
        if (!child.person) {
            known.possible += who_it_might_be(reading, child, contact.children).size();
            continue;
        }
        ++known.matched;
        known.on_register = known.on_register || is_on_register(reading, *child.person, today);
        if (known.worker.empty()) {
            known.worker = allocated_worker(reading, *child.person, today);
        }
        for (const auto& other : reading.contacts_of(*child.person)) {
            const auto before = contact.row.received_day - other.received_day;
            if (other.contact != contact.row.contact && before >= 0 && before < days_in_a_year) {
                earlier.insert(other.contact);
            }
        }
    }
    known.earlier = earlier.size();
    return known;
}

std::shared_ptr<const DoorQueue> queue_in(Office& office, const record::Reading& reading,
                                          CivilDate today) {
    return office.queues.of({}, {reading.head(), today}, [&] {
        auto queue = std::make_shared<DoorQueue>();
        DueDays due{office.book};
        const auto rows = reading.contacts_waiting();
        fill_account(reading, rows, today, *queue);
        for (const auto& row : rows) {
            const auto by = due.of(row.received_day);
            queue->due_today += by == today ? 1U : 0U;
            queue->late += by && *by < today ? 1U : 0U;
            queue->nobody += row.worker ? 0U : 1U;
            queue->contacts.push_back(waiting(row, due, today));
            queue->waited += queue->contacts.back().waited_too_long ? 1U : 0U;
        }
        std::ranges::sort(queue->contacts, more_urgent);
        queue->referrers_to_tell = reading.count_referrers_to_tell();
        return queue;
    });
}

DoorPage page_with(const record::Reading& reading, std::span<const WaitingContact* const> some,
                   CivilDate today) {
    DoorPage page;
    for (const auto* one : some) {
        auto& contact = page.contacts.emplace_back(*one);
        contact.version = reading.version_of(contact.row.contact);
        contact.children = reading.children_of_contact(contact.row.contact);
        contact.known = known_of(reading, contact, today);
        contact.form = reading.referral(contact.row.contact);
    }
    return page;
}

// What one person has is short and theirs alone, so it is not kept.
DoorPage page_of(Office& office, const record::Reading& reading, Show show, std::size_t page,
                 std::span<const WaitingContact* const> some, CivilDate today) {
    if (show == Show::mine) {
        return page_with(reading, some, today);
    }
    const auto key = (show == Show::all ? "all " : "nobody ") + std::to_string(page);
    return *office.door_pages.of(key, {reading.head(), today}, [&] {
        return std::make_shared<const DoorPage>(page_with(reading, some, today));
    });
}

FrontDoor board_of(Office& office, const record::Reading& reading, const access::Viewer& viewer,
                   Show show, std::size_t page) {
    const auto today = office.today();
    const auto queue = queue_in(office, reading, today);
    FrontDoor board;
    std::vector<const WaitingContact*> asked_for;
    for (const auto& contact : queue->contacts) {
        board.mine += contact.row.worker == viewer.worker ? 1U : 0U;
        if (is_asked_for(contact.row, show, viewer)) {
            asked_for.push_back(&contact);
        }
    }
    board.waiting = queue->contacts.size();
    board.nobody = queue->nobody;
    board.due_today = queue->due_today;
    board.late = queue->late;
    board.waited = queue->waited;
    board.referrers_to_tell = queue->referrers_to_tell;
    board.account = queue->account;
    board.channels = queue->channels;
    board.shown = asked_for.size();
    board.pages =
        std::max<std::size_t>(1, (board.shown + contacts_on_a_page - 1) / contacts_on_a_page);
    board.page = std::clamp<std::size_t>(page, 1, board.pages);
    const auto from = (board.page - 1) * contacts_on_a_page;
    const std::span some{asked_for.begin() + static_cast<std::ptrdiff_t>(from),
                         std::min(contacts_on_a_page, board.shown - from)};
    board.contacts = page_of(office, reading, show, board.page, some, today).contacts;
    return board;
}

} // namespace

law::DueAnswer decision_due(const law::Book& book, CivilDate received) {
    const auto* card = book.card(decision_rule);
    if (card == nullptr) {
        return law::CannotSay{};
    }
    return law::due_after(card->interval, received, book.calendar(card->calendar));
}

bool FrontDoor::adds_up() const {
    return account.adds_up() &&
           std::ranges::all_of(channels, [](const auto& one) { return one.account.adds_up(); });
}

base::Result<FrontDoor, record::StoreFault> front_door(Office& office, const access::Viewer& viewer,
                                                       Show show, std::size_t page) {
    FrontDoor board;
    const auto read = office.store.read([&](const record::Reading& reading) {
        board = board_of(office, reading, viewer, show, page);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(board)};
}

} // namespace gweld::casework
