#include "demo/sign_ins.h"

#include "record/kinds.h"
#include "words/words.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

struct SignIn {
    std::string_view sign_in_name;
    std::string_view name;
    std::string_view try_this; // translated in words/parts/demo.po
};

constexpr std::string_view of_a_manager = words::mark(
    "See which children of the team are overdue, whose caseload is full and which children have "
    "no social worker.");

constexpr std::array all_sign_ins{
    SignIn{
        "catrin.hughes", "Catrin Hughes",
        words::mark(
            "See which of her 14 children must be seen and why, and record a visit to the Davies "
            "family.")},
    SignIn{
        "gwenno.parri", "Gwenno Parri",
        words::mark("See Seren Bevan, who was visited but not seen alone. Gwenno works in Welsh.")},
    SignIn{"steffan.roberts", "Steffan Roberts",
           words::mark("See Jac Probert, whose mother has refused two visits.")},
    SignIn{"rhian.ellis", "Rhian Ellis",
           words::mark("See North, where two posts are empty, and the two children who have no "
                       "social worker.")},
    SignIn{"huw.pritchard", "Huw Pritchard", of_a_manager},
    SignIn{"delyth.morgan", "Delyth Morgan", of_a_manager},
    SignIn{"anthony.clarke", "Anthony Clarke", of_a_manager},
    SignIn{"mair.griffiths", "Mair Griffiths", of_a_manager},
    SignIn{"eleri.vaughan", "Eleri Vaughan",
           words::mark(
               "See how the figures have fallen since two posts fell empty and open them to the "
               "children behind "
               "them.")},
    SignIn{"dewi.parry", "Dewi Parry",
           words::mark(
               "Find any child by name, date of birth or number, as at night when someone rings.")},
    SignIn{
        "gwenan.ellis", "Gwenan Ellis",
        words::mark("See the conferences she chairs, which cannot be held in time and what is to "
                    "be sent out.")},
};

// In no record: neither has a case.
struct Beside {
    std::string_view sign_in_name;
    std::string_view name;
    record::Role role;
    std::string_view try_this;
};
constexpr std::array beside{
    Beside{"siw.prys", "Siw Prys", record::Role::administrator,
           words::mark("See who may sign in, open an account, give it another role, close it.")},
    Beside{"iolo.wyn", "Iolo Wyn", record::Role::guardian,
           words::mark("See which looks of this week should be asked about, and why.")},
};

bool is_beside(record::Role role) {
    return std::ranges::find(beside, role, &Beside::role) != beside.end();
}

} // namespace

std::vector<DemoSignIn> sign_ins(const Staff& staff) {
    std::vector<DemoSignIn> shown;
    for (const auto& sign_in : all_sign_ins) {
        const auto& worker = staff.workers[staff.named(sign_in.name)];
        shown.push_back({std::string{sign_in.sign_in_name}, worker.name, worker.role,
                         std::string{staff.team_name_of(worker)}, sign_in.try_this});
    }
    for (const auto& one : beside) {
        shown.push_back(
            {std::string{one.sign_in_name}, std::string{one.name}, one.role, "", one.try_this});
    }
    return shown;
}

std::vector<record::Account> accounts_of(const Staff& staff, const CountyWish& wish) {
    std::vector<record::Account> accounts;
    for (const auto& sign_in : sign_ins(staff)) {
        record::Account account;
        account.sign_in_name = sign_in.sign_in_name;
        account.display_name = sign_in.name;
        account.role = sign_in.role;
        if (is_beside(sign_in.role)) {
            account.worker = record::account_called(sign_in.sign_in_name);
        } else {
            const auto& worker = staff.workers[staff.named(sign_in.name)];
            account.worker = worker.id.uuid;
            if (!sign_in.team.empty()) {
                account.team = staff.teams[worker.team].id.uuid;
                account.team_name = sign_in.team;
            }
        }
        account.password_hash = wish.hash_password(wish.password);
        accounts.push_back(std::move(account));
    }
    return accounts;
}

} // namespace gweld::demo
