// console.h - what a command line run works with, and how it says no.
#pragma once

#include "casework/office.h"
#include "law/card.h"
#include "main/clocks.h"
#include "main/options.h"
#include "store/opening.h"

#include <memory>
#include <optional>
#include <string>

namespace gweld::program {

inline constexpr int done = 0;
inline constexpr int refused = 1;
inline constexpr int not_understood = 2;

enum class Missing { refuse, create };

struct Console {
    const Asked& asked;
    const words::Words& say;
    const law::Book& book;
    const time::Clock& clock;

    // Prints the reason to standard error and answers `refused`.
    int refuse(const std::string& why) const;
    // None: the reason has been printed. `authority` is for a record that is created.
    std::unique_ptr<record::Store>
    open(Missing missing, const std::string& authority = {},
         store::WhenNewer when_newer = store::WhenNewer::refuse) const;
    std::string fault(record::StoreFault fault) const;
    store::Standby standby() const;
};

int list_duties(const Console& console, const Duties& what);
int count_measure(const Console& console, const Measure& what);
int check(const Console& console);
int rebuild(const Console& console);
int print_dictionary(const Console& console);
int add_account(const Console& console, const AddAccount& what);
int change_account(const Console& console, const ChangeAccount& what);
int list_accounts(const Console& console);
int import_ssd(const Console& console, const ImportSsd& what);
int make_demo(const Console& console, const Demo& what);
int print_fresh_code();
int make_pack(const Console& console, const MakePack& what);
int move_record(const Console& console, const MoveRecord& what);
int back_up(const Console& console, const Backup& what);
int restore(const Console& console, const Restore& what);
int drill(const Console& console, const Drill& what);
int make_checkpoint_key(const Console& console, const MakeCheckpointKey& what);
int make_checkpoint(const Console& console, const MakeCheckpoint& what);
int verify(const Console& console, const Verify& what);
int serve(const Console& console, const Serve& what);

} // namespace gweld::program
