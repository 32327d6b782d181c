// Out-of-hours packs by hand: a code for them, and one pack made now.
#include "main/clocks.h"
#include "main/console.h"
#include "main/pack_keeper.h"
#include "phone/locked.h"
#include "web/pages/continuity/continuity.h"
#include "web/static_files.h"

#include <iostream>

namespace gweld::program {

int print_fresh_code() {
    SystemRandom random;
    std::cout << phone::fresh_code(random) << '\n';
    return done;
}

int make_pack(const Console& console, const MakePack& what) {
    const auto code = code_in(what.code);
    if (code.empty()) {
        return console.refuse(no_code(console.say, what.code));
    }
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    SystemRandom random;
    casework::Office office{*store, console.book, console.clock, random};
    const auto files = web::StaticFiles::embedded();
    web::pages::Site site{
        office, files, {}, web::Cookie{"session", web::Transport::sealed, web::SentFrom::links_too},
        {},     {},    {}};
    web::pages::add_all_pages(site);
    const auto made = web::pages::continuity_pack(site, code);
    if (!made.ok()) {
        return console.refuse(console.fault(made.error()));
    }
    if (const auto said = put_pack(what.to, made.value().file); !said.empty()) {
        return console.refuse(what.to + ": " + said);
    }
    std::cout << console.say.say_n("The pack is made: 1 child.", "The pack is made: {n} children.",
                                   static_cast<long>(made.value().children))
              << '\n';
    return done;
}

} // namespace gweld::program
