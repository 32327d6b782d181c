// shell.h - what stands around every page: the head, the header with the council's name in both
// languages, the places to go, the person signed in, the other language, the footer. Knows no page
// and no session.
#pragma once

#include "web/components/language_navigation.h"
#include "web/components/markup.h"
#include "web/components/service_navigation.h"

namespace gweld::web::ours {

struct CouncilName {
    std::string welsh = {};
    std::string english = {};
};

struct SearchBox {
    Url action = Url::path("/");
    std::string label = {}; // heard: "Find a child: name, date of birth or number"
    std::string placeholder = {};
    std::string button = {};
    std::string typed = {};
};

// Signing out changes something, so it is a form and not a link.
struct SignedIn {
    std::string name = {};
    std::string sign_out = {};
    Url sign_out_action = Url::path("/");
    Html sign_out_fields = {};        // hidden fields: the form's token
    std::optional<Url> own_page = {}; // the name leads there
    std::string own_page_words = {};  // heard after the name
};

struct PageHeader {
    CouncilName council = {};
    Url home = Url::path("/");
    std::optional<SearchBox> search = {};
    std::string service_name = {};
    std::string service_label = {};    // heard: "Service information"
    std::string navigation_label = {}; // heard: "Menu"
    std::vector<govuk::NavigationItem> places = {};
    std::optional<SignedIn> person = {};
    govuk::LanguageNavigation languages = {};
};
Html render(const PageHeader& header);

struct FooterLink {
    std::string text = {};
    Url href = Url::path("/");
};

struct PageFooter {
    std::string label = {}; // heard, where there are links: "Help and information"
    std::vector<FooterLink> links = {};
    std::vector<Content> lines = {};
};
Html render(const PageFooter& footer);

struct PageHead {
    std::string title = {}; // whole, as the tab shows it; "Error: " first where there is one
    std::string language = "en";
    Url style = Url::path("/");
    Url icon = Url::path("/");
    std::vector<Url> scripts = {}; // run when the page has been read
};

// The whole document. `skip` is the words of the skip link; what it skips to is `main`, which is
// put inside <main id="main-content">.
struct Document {
    PageHead head = {};
    std::string skip = {};
    Html header = {};
    Html main = {};
    Html footer = {};
};
Html render(const Document& document);

// The one script written into the page: it says that scripts run, before anything is drawn, so
// that nothing moves. A content policy names it by its hash.
std::string_view enabling_script();
std::string_view enabling_script_hash(); // "'sha256-...'", as script-src wants it

} // namespace gweld::web::ours
