#include "web/pages/frame/frame.h"

#include "access/access.h"
#include "web/components/notification_banner.h"
#include "web/components/shell.h"
#include "web/pages/frame/on_phone.html.h"
#include "web/pages/sign_in/my_sign_ins.h"
#include "web/pages/unsaved/unsaved_form.h"

namespace gweld::web::pages {

namespace {

using access::Place;

// A form that was sent and not saved is found again where it was opened, with what was typed.
Url to_read_in(Language language, const Request& request) {
    const auto opened = opened_at(request);
    return opened ? in_language(*opened, language) : this_page_in(language, request);
}

govuk::LanguageNavigation languages(const Words& say, const Request& request) {
    const auto other = request.language == Language::welsh ? Language::english : Language::welsh;
    govuk::LanguageNavigation navigation;
    navigation.label = say.say("Language");
    const auto link = [&](Language language, const char* name, const char* spoken_after) {
        govuk::LanguageLink item;
        item.content = name;
        item.lang = std::string{words::tag_of(language)};
        item.current = language != other;
        if (language == other) {
            item.href = to_read_in(language, request);
            item.spoken_after = spoken_after;
        }
        navigation.items.push_back(std::move(item));
    };
    // Said in the language the link leads to, for whoever reads only that one.
    link(Language::english, "English", "Change the language to English");
    link(Language::welsh, "Cymraeg", "Newid yr iaith i’r Gymraeg");
    return navigation;
}

struct Destination {
    Nav nav;
    Place place;
    std::string_view words;
    std::string_view route;
};

std::vector<govuk::NavigationItem> places(const Caller& caller, Nav here) {
    static constexpr Destination all[] = {
        {Nav::front_door, Place::front_door, words::mark("Front door"), "front-door"},
        {Nav::work, Place::my_work, words::mark("My work"), "work"},
        {Nav::team, Place::my_team, words::mark("My team"), "team"},
        {Nav::alerts, Place::alerts, words::mark("Alerts"), "alerts"},
        {Nav::signing, Place::signing, words::mark("To sign"), "signing"},
        {Nav::enquiries, Place::enquiries, words::mark("Section 47"), "enquiries"},
        {Nav::conferences, Place::conferences, words::mark("Conferences"), "conferences"},
        {Nav::figures, Place::figures, words::mark("How we are doing"), "figures"},
        {Nav::accounts, Place::accounts, words::mark("Accounts"), "accounts"},
        {Nav::looks, Place::unusual_looks, words::mark("Looks to ask about"), "looks.unusual"},
    };
    std::vector<govuk::NavigationItem> items;
    for (const auto& place : all) {
        if (!access::may_enter(caller.viewer, place.place)) {
            continue;
        }
        govuk::NavigationItem item;
        item.content = caller.say.say(place.words);
        item.href = caller.to(place.route);
        item.here = place.nav == here ? govuk::Here::section : govuk::Here::no;
        items.push_back(std::move(item));
    }
    return items;
}

ours::PageHeader header_for(const Site& site, const Request& request, const Words& say) {
    ours::PageHeader header;
    header.council = {site.council.name_cy, site.council.name_en};
    header.home = in_language(Url::path("/"), request.language);
    header.service_name = say.say("Children’s casework");
    header.service_label = say.say("Service information");
    header.navigation_label = say.say("Menu");
    header.languages = languages(say, request);
    return header;
}

Html hidden(std::string_view name, const std::string& value) {
    Markup out;
    out.raw("<input type=\"hidden\" name=\"").text(name).raw("\" value=\"").text(value).raw("\">");
    return out.take();
}

// `printed_by`: empty where nobody has signed in.
Html footer_for(const Site& site, const Request& request, const Words& say,
                const std::string& printed_by) {
    ours::PageFooter footer;
    footer.label = say.say("Help and information");
    footer.links = {
        {say.say("Accessibility statement"),
         in_language(site.router.url_of("accessibility"), request.language)},
        {say.say("Help and keyboard"), in_language(site.router.url_of("help"), request.language)}};
    if (!printed_by.empty()) {
        footer.links.push_back({say.say("What you began and have not saved"),
                                in_language(site.router.url_of("drafts"), request.language)});
        footer.links.push_back({say.say("My family, my home and people close to me"),
                                in_language(site.router.url_of("connections"), request.language)});
        footer.links.push_back({say.say("What you looked at"),
                                in_language(site.router.url_of("looks.own"), request.language)});
        footer.links.push_back({say.say("Where you are signed in"),
                                in_language(site.router.url_of("signed-in"), request.language)});
    }
    if (!site.demo_sign_ins.empty()) {
        footer.lines.emplace_back(
            say.say("This is a demo county. Every person, place and number in it is made up."));
    }
    if (!printed_by.empty()) {
        footer.lines.emplace_back(printed_by);
    }
    return ours::render(footer);
}

// Beside app.js.
std::string_view script_beside(Script script) {
    switch (script) {
    case Script::app:
        return {};
    case Script::visit:
        return "visit.js";
    case Script::offline:
        return "offline.js";
    case Script::ready:
        return "ready.js";
    }
    return {};
}

// Visits on this phone that are not sent yet: on every page, and unseen where there are none
// (assets/ts/app.ts). The form that keeps them says more.
Html waiting_on_phone(const Site& site, const Request& request, const Words& say,
                      const Frame& frame) {
    if (site.phones.offered == Phones::Offered::no || frame.script == Script::offline) {
        return {};
    }
    return on_phone(say, site.files.url_of("send.js"),
                    in_language(site.router.url_of("offline.visit"), request.language));
}

Response document(const Site& site, const Request& request, const Words& say, const Frame& frame,
                  const ours::PageHeader& header, const std::string& printed_by,
                  const Html& above = {}) {
    const bool welsh = request.language == Language::welsh;
    ours::Document document;
    document.head.title =
        frame.title + " – " + (welsh ? site.council.name_cy : site.council.name_en);
    document.head.language = std::string{words::tag_of(request.language)};
    document.head.style = site.files.url_of("app.css");
    document.head.icon = site.files.url_of("icon.svg");
    document.head.scripts.push_back(site.files.url_of("app.js"));
    if (const auto script = script_beside(frame.script); !script.empty()) {
        document.head.scripts.push_back(site.files.url_of(script));
    }
    if (frame.board) {
        document.head.scripts.push_back(site.files.url_of("board.js"));
    }
    document.skip = say.say("Skip to main content");
    document.header = ours::render(header);
    Markup main;
    main.put(waiting_on_phone(site, request, say, frame));
    main.put(above);
    main.put(frame.before_content).raw("<div class=\"govuk-width-container app-main\">");
    main.put(frame.content).raw("</div>");
    document.main = main.take();
    document.footer = footer_for(site, request, say, printed_by);
    return page(ours::render(document), frame.status);
}

} // namespace

Html csrf_field(const std::string& token) { return hidden("csrf", token); }

Html csrf_field(const Caller& caller) { return csrf_field(caller.csrf()); }

Html hidden_field(std::string_view name, const std::string& value) { return hidden(name, value); }

Response framed(const Caller& caller, const Frame& frame) {
    const auto stands = frame.board ? what_stands(frame.content, *frame.board) : std::string{};
    if (frame.board && stands_still(caller.request, stands)) {
        Response still;
        still.status = 304;
        still.content_type.clear();
        return std::move(still).with("ETag", stands);
    }
    auto header = header_for(caller.site, caller.request, caller.say);
    ours::SearchBox search;
    search.action = caller.to("search");
    search.label = caller.say.say("Find a child: name, date of birth, number or address");
    search.placeholder = caller.say.say("Find a child");
    search.button = caller.say.say("Search");
    search.typed = std::string{frame.here == Nav::search ? caller.request.query.text("q") : ""};
    if (access::may_enter(caller.viewer, Place::search)) {
        header.search = std::move(search);
    }
    header.places = places(caller, frame.here);
    header.person = ours::SignedIn{
        caller.viewer.name, caller.say.say("Sign out"), caller.to("sign-out"),
        csrf_field(caller), caller.to("signed-in"),     caller.say.say("where you are signed in")};
    const auto printed_by = caller.say.say(
        "Confidential. Seen or printed by {name}, {moment}. Put paper copies in the "
        "confidential waste.",
        {{"name", caller.viewer.name}, {"moment", caller.say.moment(caller.office().clock.now())}});
    Markup above;
    above.put(greeting(caller)).put(frame.board ? board_words(caller, stands) : Html{});
    auto response =
        document(caller.site, caller.request, caller.say, frame, header, printed_by, above.take());
    greeted(caller, response);
    return frame.board ? std::move(response).with("ETag", stands) : std::move(response);
}

Response framed_for_anyone(const Site& site, const Request& request, const Frame& frame) {
    const auto& say = words::in(request.language);
    return document(site, request, say, frame, header_for(site, request, say), {});
}

Html saved_banner(const Caller& caller) {
    struct Saved {
        std::string_view what;
        std::string_view sentence;
    };
    static constexpr Saved all[] = {
        {"visit", words::mark("The visit is saved.")},
        {"attempt", words::mark("The attempted visit is saved.")},
        {"stub", words::mark("The visit is saved. Write it up when you can; it is on your list.")},
        {"write-up", words::mark("The write-up is saved.")},
        {"correction", words::mark("The correction is saved. What stood before is kept.")},
        {"alert-seen", words::mark("Saved: you have seen it. It is still yours to answer.")},
        {"alert-answered", words::mark("The answer is saved.")},
        {"withdrawn", words::mark("The entry is withdrawn. What stood before is kept.")},
        {"allocation", words::mark("The child has a worker.")},
        {"core-group", words::mark("The core group is saved.")},
        {"plan", words::mark("The plan is saved.")},
        {"action", words::mark("What came of it is saved.")},
        {"plan-ended", words::mark("It is saved that no plan follows.")},
        {"coordinator", words::mark("It is saved who co-ordinates the plan.")},
        {"category", words::mark("The category is saved.")},
        {"move", words::mark("The move is saved. The name stays on the register here.")},
        {"back", words::mark("It is saved that they are back.")},
        {"received", words::mark("Saved. The name leaves the register here.")},
        {"contact", words::mark("The contact is saved. It waits at the front door until somebody "
                                "decides.")},
        {"taken", words::mark("The contact is yours.")},
        {"waits", words::mark("Saved: whom it waits for, and until when.")},
        {"matched", words::mark("The child is matched.")},
        {"unmatched", words::mark("The match is taken back.")},
        {"decided", words::mark("The decision is saved.")},
        {"let-go", words::mark("It is saved that it is not needed.")},
        {"let-go-back", words::mark("It is saved. The child waits for somebody again.")},
        {"asked", words::mark("The question is saved. Phone the referrer: no message is sent.")},
        {"looks",
         words::mark("The list is handed in. What it tells stands with every other look.")},
        {"told", words::mark("Saved: what the referrer was told.")},
        {"discussion", words::mark("The meeting is saved.")},
        {"accepted", words::mark("The meeting is accepted as a strategy discussion.")},
        {"enquiry", words::mark("The section 47 enquiry is started.")},
        {"conclusion", words::mark("What the enquiry found is saved.")},
        {"booking", words::mark("The conference is booked.")},
        {"conference", words::mark("The conference is saved.")},
        {"assessment-started", words::mark("The assessment is started.")},
        {"assessment", words::mark("The assessment is saved.")},
        {"assessment-gap", words::mark("The gap is let stand, with your reason.")},
        {"assessment-finished",
         words::mark("The assessment is finished. It waits for a manager’s signature.")},
        {"signed", words::mark("Your signature is saved.")},
        {"returned", words::mark("It is returned, with what you wrote.")},
        {"report", words::mark("The report is saved.")},
        {"report-shared", words::mark("Saved: when the family had the report.")},
        {"paper", words::mark("Saved: what was sent out, and to whom.")},
        {"dissent", words::mark("Saved: who did not agree, and why.")},
        {"record-answer", words::mark("The answer to the record is saved.")},
        {"feedback", words::mark("Thank you. What they said is saved.")},
        {"diary", words::mark("The diary is saved.")},
        {"practice", words::mark("Saved: how this council holds conferences.")},
        {"weighed", words::mark("The weight of the event is saved.")},
        {"event-noted", words::mark("The event is in the chronology.")},
        {"relative", words::mark("The relative is saved.")},
        {"relatives-home", words::mark("Where they live is saved.")},
        {"relation", words::mark("Who is what to whom is saved.")},
        {"relation-ended", words::mark("That it ended is saved.")},
        {"wiped", words::mark("Saved. The list is thrown away as soon as that phone meets Gweld.")},
        {"aside", words::mark("It is set aside. The text is kept.")},
        {"merged", words::mark("Both records are read as one from now on.")},
        {"excluded", words::mark("They are excluded. For them there is no such record.")},
        {"excluded-myself", words::mark("Saved. That record is closed to you.")},
        {"restricted", words::mark("The record is restricted.")},
        {"lifted", words::mark("It is lifted.")},
        {"address-protected",
         words::mark("The address is protected. Nobody reads it any more but those who have to go "
                     "there.")},
        {"lift-asked", words::mark("It is asked for. Now somebody else has to say so.")},
        {"protection-lifted", words::mark("The address is not protected any more.")},
        {"emergency", words::mark("The record is open to you for eight hours.")},
        {"open-already", words::mark("The record was open to you already.")},
        {"reviewed", words::mark("The review is saved.")},
        {"reviewed-already", words::mark("Somebody has reviewed it already.")},
        {"connection", words::mark("Saved. Records that are alike are closed to you.")},
        {"connection-withdrawn",
         words::mark("It is withdrawn. What was closed because of it stays closed until a manager "
                     "lifts it.")},
        {"disagreement", words::mark("What they say stands under the entry.")},
        {"own-record-read", words::mark("Saved: you have read these.")},
        {"own-record-anew",
         words::mark("Nothing was saved: something has changed meanwhile. Look again.")},
        {"own-record-given", words::mark("Saved: the copy was given.")},
        {"passage-left-out", words::mark("It is left out.")},
        {"passage-put-back", words::mark("It is in the copy again.")},
        {"mistake-read", words::mark("Saved: you have read it.")},
        {"unmerged", words::mark("They are two people again. Each has its own record.")},
    };
    const auto asked = caller.request.query.text("saved");
    for (const auto& saved : all) {
        if (saved.what == asked) {
            govuk::NotificationBanner banner;
            banner.tone = govuk::BannerTone::success;
            banner.title = caller.say.say("Saved");
            banner.text = caller.say.say(saved.sentence);
            return govuk::render(banner);
        }
    }
    return {};
}

} // namespace gweld::web::pages
