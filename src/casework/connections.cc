#include "casework/connections.h"

#include "people/names.h"
#include "record/codec.h"
#include "record/run_together.h"

#include <set>

namespace gweld::casework {

namespace {

using record::ConnectionRow;
using record::PersonRow;

constexpr int review_after_days = 90; // a habit of this product, not a rule: none was found

std::string first_line(std::string_view address) {
    return record::as_run_together(address.substr(0, address.find(',')));
}

bool same_name(const ConnectionRow& declared, const PersonRow& person) {
    return people::fold(declared.forename) == people::fold(person.forename) &&
           people::fold(declared.surname) == people::fold(person.surname);
}

bool same_person(const ConnectionRow& declared, const PersonRow& person) {
    return declared.born && declared.born == person.born && !declared.surname.empty() &&
           same_name(declared, person);
}

bool lives_there(const ConnectionRow& declared, const record::AddressRow& address,
                 std::int64_t today) {
    const bool now =
        address.from_day <= today && (!address.until_day || today < *address.until_day);
    return now && !declared.address.empty() && declared.postcode == address.postcode &&
           first_line(declared.address) == first_line(address.lines);
}

// Which records one worker's connections are alike, each with the connection that says so.
class Comparing {
  public:
    Comparing(record::Writing& tx, const record::Draft& cause)
        : tx_{tx}, cause_{cause}, today_{time::date_in_wales(cause.recorded_at).day_number()} {}

    void compare_person(Uuid id) {
        const auto person = tx_.person(id);
        if (!person) {
            return;
        }
        if (person->born) {
            for (const auto& declared : tx_.connections_born(*person->born)) {
                if (same_person(declared, *person)) {
                    bar(person->person, declared);
                }
            }
        }
        for (const auto& address : tx_.addresses_of(id)) {
            for (const auto& declared : tx_.connections_at(address.postcode)) {
                if (lives_there(declared, address, today_)) {
                    bar(person->person, declared);
                }
            }
        }
    }

    void compare_connection(const ConnectionRow& declared) {
        if (declared.born) {
            for (const auto& person : tx_.people_born(*declared.born)) {
                if (same_person(declared, person)) {
                    bar(person.person, declared);
                }
            }
        }
        if (!declared.postcode.empty()) {
            for (const auto& address : tx_.addresses_at(declared.postcode)) {
                if (lives_there(declared, address, today_)) {
                    bar(address.person, declared);
                }
            }
        }
    }

  private:
    void bar(Uuid child, const ConnectionRow& declared) {
        const auto barriers = tx_.barriers_of(child);
        if (!access::excludes(barriers, declared.worker, cause_.recorded_at)) {
            append({child, declared.worker},
                   record::PersonExcluded{base::WorkerId{declared.worker},
                                          declared.worker_name,
                                          record::WhyExcluded::found_alike,
                                          {}},
                   declared.worker);
        }
        const bool restricted = std::ranges::any_of(barriers, [&](const auto& row) {
            return row.barrier == record::barrier_to_chain &&
                   access::holds_at(row, cause_.recorded_at);
        });
        if (!restricted) {
            const auto review_on =
                time::date_in_wales(cause_.recorded_at).plus_days(review_after_days);
            append({child},
                   record::RecordRestricted{record::WhyRestricted::staff_family,
                                            record::OpenTo::allocated_chain,
                                            {},
                                            {},
                                            review_on,
                                            {}},
                   child);
        }
    }

    template <class Kind> void append(std::vector<Uuid> about, const Kind& body, Uuid whose) {
        const auto id = base::uuid_of("gweld", record::Named<Kind>::name,
                                      base::to_text(cause_.id) + base::to_text(about.front()) +
                                          base::to_text(whose));
        record::Draft draft;
        draft.id = id;
        draft.kind = record::Named<Kind>::name;
        draft.about = std::move(about);
        draft.effective = time::date_in_wales(cause_.recorded_at);
        draft.recorded_at = cause_.recorded_at;
        draft.recorded_by = {{}, "Gweld", "system", {}};
        draft.body = record::encode(body);
        static_cast<void>(tx_.append({base::to_text(id), {}, {std::move(draft)}}));
    }

    record::Writing& tx_;
    const record::Draft& cause_;
    std::int64_t today_;
};

std::optional<ConnectionNonsense> wrong_in(const record::ConnectionDeclared& what,
                                           CivilDate today) {
    if (what.address.empty() != what.postcode.empty()) {
        return ConnectionNonsense::half_an_address;
    }
    if (what.forename.empty() != what.surname.empty()) {
        return ConnectionNonsense::nobody_named;
    }
    if (what.born && *what.born > today) {
        return ConnectionNonsense::born_in_the_future;
    }
    const bool a_person = what.born && !what.surname.empty();
    return a_person || !what.address.empty() ? std::nullopt
                                             : std::optional{ConnectionNonsense::too_little};
}

} // namespace

bool declared_by_another(const record::Reading& reading, const PersonRow& person, base::Uuid worker,
                         CivilDate day) {
    const auto by_another = [&](const ConnectionRow& declared) {
        return declared.worker != worker;
    };
    if (person.born &&
        std::ranges::any_of(reading.connections_born(*person.born), [&](const auto& declared) {
            return by_another(declared) && same_person(declared, person);
        })) {
        return true;
    }
    return std::ranges::any_of(reading.addresses_of(person.person), [&](const auto& address) {
        return std::ranges::any_of(
            reading.connections_at(address.postcode), [&](const auto& declared) {
                return by_another(declared) && lives_there(declared, address, day.day_number());
            });
    });
}

void bar_whoever_is_alike(record::Writing& tx, const std::vector<record::Draft>& appended) {
    for (const auto& draft : appended) {
        Comparing alike{tx, draft};
        if (record::is_a<record::PersonDescribed>(draft) ||
            record::is_a<record::AddressLivedAt>(draft)) {
            alike.compare_person(tx.kept_for(draft.about.at(0)));
        } else if (record::is_a<record::ConnectionDeclared>(draft)) {
            for (const auto& declared : tx.connections_of(draft.about.at(0))) {
                if (declared.entry == draft.id) {
                    alike.compare_connection(declared);
                }
            }
        }
    }
}

ConnectionAnswer declare(Office& office, const access::Viewer& viewer,
                         const record::ConnectionDeclared& what, const std::string& key) {
    if (const auto wrong = wrong_in(what, office.today())) {
        return base::Err{StepRefused<ConnectionNonsense>{*wrong}};
    }
    return append_alone<ConnectionNonsense>(
        office, draft_about(office, viewer, {viewer.worker}, office.today(), what), {key, {}});
}

ConnectionAnswer withdraw(Office& office, const access::Viewer& viewer, base::EntryId declared,
                          const std::string& key) {
    std::optional<record::StoreFault> fault;
    const auto entry = entry_of(office, declared, fault);
    if (fault) {
        return base::Err{StepRefused<ConnectionNonsense>{*fault}};
    }
    if (!entry || !record::is_a<record::ConnectionDeclared>(*entry) ||
        entry->about.at(0) != viewer.worker) {
        return base::Err{StepRefused<ConnectionNonsense>{NotFoundOrNotYours{}}};
    }
    auto draft = draft_about(office, viewer, entry->about, office.today(),
                             record::Withdrawn{"Withdrawn by the worker"});
    draft.corrects = declared.uuid;
    draft.reason = "Withdrawn by the worker";
    return append_alone<ConnectionNonsense>(office, draft, {key, {}});
}

base::Result<std::vector<record::ConnectionRow>, record::StoreFault>
connections_of(const Office& office, const access::Viewer& viewer) {
    std::vector<record::ConnectionRow> rows;
    const auto read = office.store.read(
        [&](const record::Reading& reading) { rows = reading.connections_of(viewer.worker); });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(rows)};
}

} // namespace gweld::casework
