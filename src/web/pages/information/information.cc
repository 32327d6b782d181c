#include "web/pages/information/information.h"

#include "web/pages/frame/frame.h"
#include "web/pages/information/information.html.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using Writing = Html (*)(const Words&);

void add(Site& site, const char* name, const char* pattern, std::string_view title,
         Writing writing) {
    site.router.add(Method::get, name, pattern,
                    [&site, title, writing](const Request& request, const Params&) {
                        const auto& say = words::in(request.language);
                        Frame frame;
                        frame.title = say.say(title);
                        frame.content = writing(say);
                        return framed_for_anyone(site, request, frame);
                    });
}

} // namespace

void add_information_pages(Site& site) {
    add(site, "accessibility", "/accessibility", words::mark("Accessibility statement"),
        &accessibility_statement);
    add(site, "help", "/help", words::mark("Help and keyboard"), &help_page);
    site.router.add(
        Method::get, "asset", "/assets/{file}",
        [&site](const Request& request, const Params& params) {
            return site.files.answer(request, params["file"]);
        },
        Spoken::no_language);
    // For whoever watches the machine: says that requests are answered and the store can be read.
    site.router.add(
        Method::get, "health", "/health",
        [&site](const Request&, const Params&) {
            const auto read = site.office.store.read([](const record::Reading&) {});
            return plain_text(read.ok() ? "ok\n" : "the record cannot be read\n",
                              read.ok() ? 200 : 503);
        },
        Spoken::no_language);
    site.router.otherwise([&site](const Request& request) { return nothing_here(site, request); });
}

} // namespace gweld::web::pages
