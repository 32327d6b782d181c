#include "casework/signing.h"
#include "record/codec.h"
#include "record/kinds.h"
#include "record/signing.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::SigningRow;

// Of the records it is about; a contact is for any manager.
bool may_sign_for_all(Office& office, const record::Reading& reading, const access::Viewer& viewer,
                      const SigningRow& row) {
    const auto entry = reading.entry(row.entry);
    if (!entry || entry->kind.starts_with("contact.")) {
        return true;
    }
    return std::ranges::all_of(entry->about, [&](const Uuid& subject) {
        return !reading.person(subject) ||
               access::decide(viewer, access::Action::sign,
                              office.facts.of(reading, PersonId{subject})->bearing(), office.when())
                   .allowed();
    });
}

// A manager's own team and those who serve the whole county; everything for a head of service.
std::vector<SigningRow> rows_for(Office& office, const record::Reading& reading,
                                 const access::Viewer& viewer) {
    if (viewer.role == record::Role::head_of_service) {
        return reading.signings_waiting();
    }
    if (viewer.role == record::Role::reviewing_officer) {
        auto rows = reading.signings_waiting();
        std::erase_if(rows, [&](const auto& row) {
            return turn_of(viewer, row) == Turn::not_theirs ||
                   !may_sign_for_all(office, reading, viewer, row);
        });
        return rows;
    }
    auto rows = reading.signings_waiting_in(viewer.team_name);
    if (!viewer.team_name.empty()) {
        auto of_the_county = reading.signings_waiting_in("");
        std::erase_if(of_the_county, [&](const auto& row) {
            return !may_sign_for_all(office, reading, viewer, row);
        });
        rows.insert(rows.end(), std::make_move_iterator(of_the_county.begin()),
                    std::make_move_iterator(of_the_county.end()));
        std::ranges::stable_sort(rows, {}, &SigningRow::recorded_at);
    }
    return rows;
}

int days_since(const SigningRow& row, CivilDate today) {
    return static_cast<int>(today.day_number() - row.recorded_day);
}

void count(std::vector<UnsignedCount>& counts, const SigningRow& row, int days) {
    constexpr int week = 7;
    auto found = std::ranges::find(counts, row.decision, &UnsignedCount::decision);
    if (found == counts.end()) {
        counts.push_back({row.decision, 0, 0, 0});
        found = counts.end() - 1;
    }
    ++found->waiting;
    found->over_a_week += days > week ? 1U : 0U;
    found->over_four_weeks += days > 4 * week ? 1U : 0U;
}

std::vector<UnsignedCount> in_order(const std::vector<UnsignedCount>& counts) {
    std::vector<UnsignedCount> ordered;
    for (const auto& decision : record::signed_decisions()) {
        const auto found = std::ranges::find(counts, decision.name, &UnsignedCount::decision);
        if (found != counts.end()) {
            ordered.push_back(*found);
        }
    }
    return ordered;
}

std::vector<UnsignedCount> counted(Office& office, const record::Reading& reading,
                                   const access::Viewer& viewer) {
    std::vector<UnsignedCount> counts;
    for (const auto& row : rows_for(office, reading, viewer)) {
        if (turn_of(viewer, row) != Turn::not_theirs) {
            count(counts, row, days_since(row, office.today()));
        }
    }
    return counts;
}

std::optional<CivilDate> due_of(const law::Book& book, const SigningRow& row) {
    const auto* time = book.signing_time(row.decision);
    return time == nullptr ? std::nullopt
                           : law::due_day_after(time->within,
                                                CivilDate::from_day_number(
                                                    static_cast<std::int32_t>(row.recorded_day)),
                                                book.calendar(time->calendar));
}

LedgerLine line_of(Office& office, const record::Reading& reading, const access::Viewer& viewer,
                   const SigningRow& row) {
    LedgerLine line;
    line.row = row;
    line.days = days_since(row, office.today());
    line.due = due_of(office.book, row);
    const auto entry = reading.entry(row.entry);
    if (entry && entry->kind.starts_with("contact.")) {
        for (const auto& child : reading.children_of_contact(entry->about.front())) {
            line.named.push_back(child.name);
        }
        return line;
    }
    for (const auto& subject : entry ? entry->about : std::vector<Uuid>{}) {
        if (!reading.person(subject)) {
            continue;
        }
        auto facts = office.facts.of(reading, PersonId{subject});
        if (access::decide(viewer, access::Action::see_record, facts->bearing(), office.when())
                .allowed()) {
            line.children.push_back(std::move(facts));
        } else {
            ++line.withheld;
        }
    }
    return line;
}

class FillingLedger {
  public:
    FillingLedger(Office& office, const access::Viewer& viewer, const record::Reading& reading)
        : office_{office}, viewer_{viewer}, reading_{reading} {}

    Ledger fill(Waiting waiting, std::string_view decision, std::size_t page) {
        Ledger ledger;
        std::vector<const SigningRow*> wanted;
        const auto rows = rows_for(office_, reading_, viewer_);
        std::vector<UnsignedCount> counts;
        for (const auto& row : rows) {
            const auto turn = turn_of(viewer_, row);
            if (turn == Turn::not_theirs) {
                continue;
            }
            ++ledger.everything;
            ledger.for_me += turn == Turn::theirs ? 1U : 0U;
            if (waiting == Waiting::for_me && turn != Turn::theirs) {
                continue;
            }
            const int days = days_since(row, office_.today());
            count(counts, row, days);
            ledger.oldest_days = std::max(ledger.oldest_days.value_or(days), days);
            if (decision.empty() || row.decision == decision) {
                wanted.push_back(&row);
            }
        }
        ledger.counts = in_order(counts);
        take_page(wanted, page, ledger);
        return ledger;
    }

  private:
    void take_page(const std::vector<const SigningRow*>& wanted, std::size_t page, Ledger& ledger) {
        ledger.shown = wanted.size();
        ledger.pages =
            std::max<std::size_t>(1, (wanted.size() + lines_on_a_page - 1) / lines_on_a_page);
        ledger.page = std::clamp<std::size_t>(page, 1, ledger.pages);
        const auto from = (ledger.page - 1) * lines_on_a_page;
        for (auto i = from; i < std::min(wanted.size(), from + lines_on_a_page); ++i) {
            ledger.lines.push_back(line_of(office_, reading_, viewer_, *wanted[i]));
        }
    }

    Office& office_;
    const access::Viewer& viewer_;
    const record::Reading& reading_;
};

// Named by a Returned entry about it; the newest is the one in force.
std::string words_of_return(const record::Reading& reading, const SigningRow& row) {
    std::string words;
    for (const auto& entry : reading.about(row.entry, 0)) {
        if (entry.kind == record::Named<record::ReturnedForRework>::name) {
            words = record::body_of<record::ReturnedForRework>(entry).words;
        }
    }
    return words;
}

ReturnedLine returned_line(Office& office, const record::Reading& reading,
                           const access::Viewer& viewer, const SigningRow& row) {
    ReturnedLine line{row, words_of_return(reading, row), {}, std::nullopt, std::nullopt};
    line.children = line_of(office, reading, viewer, row).children;
    const auto entry = reading.entry(row.entry);
    if (entry && entry->kind == record::Named<record::AssessmentFinished>::name) {
        line.assessment = record::body_of<record::AssessmentFinished>(*entry).assessment;
    }
    if (entry && entry->kind == record::Named<record::ContactDecided>::name) {
        line.contact = base::ContactId{entry->about.front()};
    }
    return line;
}

} // namespace

base::Result<Ledger, record::StoreFault> ledger_of(Office& office, const access::Viewer& viewer,
                                                   Waiting waiting, std::string_view decision,
                                                   std::size_t page) {
    Ledger ledger;
    const auto read = office.store.read([&](const record::Reading& reading) {
        ledger = FillingLedger{office, viewer, reading}.fill(waiting, decision, page);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(ledger)};
}

base::Result<std::shared_ptr<const std::vector<UnsignedCount>>, record::StoreFault>
unsigned_counts(Office& office, const access::Viewer& viewer) {
    std::shared_ptr<const std::vector<UnsignedCount>> counts;
    const auto read = office.store.read([&](const record::Reading& reading) {
        counts = office.unsigned_work.of(key_of(viewer), {reading.head(), office.today()}, [&] {
            return std::make_shared<const std::vector<UnsignedCount>>(
                in_order(counted(office, reading, viewer)));
        });
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(counts)};
}

base::Result<std::vector<ReturnedLine>, record::StoreFault>
returned_to(Office& office, const access::Viewer& viewer) {
    std::vector<ReturnedLine> lines;
    const auto read = office.store.read([&](const record::Reading& reading) {
        for (const auto& row : reading.signings_returned_to(viewer.worker)) {
            lines.push_back(returned_line(office, reading, viewer, row));
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(lines)};
}

} // namespace gweld::casework
