// site.h - what every page works with: the office, the files, the people who have signed in. Knows
// no single page.
#pragma once

#include "casework/offices.h"
#include "casework/unsaved.h"
#include "documents/word_reader.h"
#include "phone/keys.h"
#include "web/cookies.h"
#include "web/rates.h"
#include "web/router.h"
#include "web/static_files.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gweld::web::pages {

using casework::Office;
using words::Language;
using words::Words;

struct Council {
    std::string name_en;
    std::string name_cy;
    std::string duty_phone = {}; // of the duty desk, in and out of hours; empty: not named
};

// Pages that anybody may send something to. Each sentence of the guidance is a paragraph.
struct ForPartners {
    RateLimits sending{{30}, {300}};
    RateLimits answering{{30}, {300}};
    std::vector<std::string> guidance_en = {}; // empty: what comes with the program
    std::vector<std::string> guidance_cy = {};
};

// From one address, by names it did not sign in with before: many people may share one, and an
// attacker has many. Failures count, and what is right does not.
struct AtTheDoor {
    RateLimits failures{{90}, {1'000'000}};
};

// Recording visits without signal. A phone can keep a page only where a service worker may run:
// over https, or on the machine itself.
struct Phones {
    enum class Offered : std::uint8_t { no, yes } offered = Offered::no;
    // Read the first time it is asked for. Null: there is none, and the log says why; nothing is
    // received from phones until it is there again.
    std::function<const phone::Keys*()> keys = {};
    std::chrono::hours list_life{12};
};

// The out-of-hours pack as it was last made.
struct PackKept {
    std::shared_ptr<const std::string> file; // null: there is none
    std::optional<time::Instant> made;       // none: never since the start
    std::size_t children = 0;
    bool failing = false; // the last time it could not be made
    std::chrono::minutes every{15};
};
inline constexpr std::string_view pack_file_name = "gweld-out-of-hours.html";
struct Continuity {
    std::function<PackKept()> kept = {}; // empty: none is made here
};

struct DemoSignIn { // shown on the sign-in page of a demo county only
    std::string name;
    std::string_view who; // an English sentence with its Welsh in the catalogue
};

struct Site {
    Office& office;
    const StaticFiles& files;
    Council council;
    Cookie session_cookie;
    std::string secret; // made at start; CSRF tokens are derived from it and the session
    std::vector<DemoSignIn> demo_sign_ins;
    std::string demo_password;
    Router router{};
    ForPartners for_partners{};
    Phones phones{};
    Continuity continuity{};
    std::shared_ptr<casework::Offices> offices = std::make_shared<casework::Offices>(office);
    AtTheDoor at_the_door{};
    // The server reads strangers' files in another process (main/serve.cc).
    documents::WordReader read_word = documents::read_docx;
};

// The form at this address as its writer last left it, unsaved.
struct Begun {
    record::UnsavedFormRow form;
    Fields fields;
    time::CivilDate until; // kept
};
struct BegunHere {
    bool asked = false;
    // Nobody can say whether there is one: an empty form is not shown in its place.
    std::optional<record::StoreFault> fault = {};
    std::optional<Begun> found = {};
};

// A signed-in person's request.
struct Caller {
    const Site& site;
    const Request& request;
    const Params& params;
    const Words& say;
    access::Viewer viewer;
    std::string session; // the cookie's token
    // Without whom they are excluded from. Null: excluded from nobody. No default: whoever makes a
    // caller of another has to hand it on.
    std::shared_ptr<Office> own_office;
    // Read when a form first asks; most pages have none.
    std::shared_ptr<BegunHere> begun_here = std::make_shared<BegunHere>();

    Office& office() const { return own_office ? *own_office : site.office; }
    std::string_view param(std::string_view name) const { return params[name]; }
    // The address of a named page in the reader's language.
    Url to(std::string_view route, Router::Filled slots = {}) const;
    // A fresh masked token for a form on this page.
    std::string csrf() const;
    time::CivilDate today() const { return site.office.today(); }
    access::When when() const { return office().when(); }
    // For a form: what its fields hold already, because it was posted or because its writer began
    // it before and did not save it. None: what the form begins with.
    const Fields* typed() const;
    const std::optional<Begun>& begun() const; // of a form that was opened, not posted
};

// A form of this session's, sent from a page of ours.
bool from_our_page(const Site& site, const Request& request, const std::string& session);

using PageHandler = std::function<Response(const Caller&)>;

// Adds a page that only somebody signed in may reach; others are sent to sign in and come back.
// A POST must carry our own token and come from our own pages, else it is refused (403) with what
// was typed shown again by the browser's back button.
void add_page(Site& site, Method method, std::string name, std::string pattern,
              PageHandler handler);

// Registers every page of the service.
void add_all_pages(Site& site);

} // namespace gweld::web::pages
