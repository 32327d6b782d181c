// The pack itself: the records in both languages, locked, in one page that needs nothing else.
#include "casework/out_of_hours.h"
#include "casework/plans.h"
#include "phone/locked.h"
#include "web/components/markup.h"
#include "web/pages/child/wording.h"
#include "web/pages/continuity/continuity.h"
#include "web/pages/continuity/continuity.html.h"
#include "web/pages/guarding/protecting_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/story/story_sections.h"

#include <sodium.h>

namespace gweld::web::pages {

namespace {

using child_record::CivilDate;
using child_record::Shown;
using story::Section;

// ---- one child
std::string lives_at(const Words& say, const casework::Facts& facts, CivilDate today) {
    const auto* home = casework::home_of(facts, today);
    if (home == nullptr) {
        return {};
    }
    return address_words(say, home->lines, home->postcode);
}

// Every way a day is typed in.
std::string day_typed(const Words& say, CivilDate day) {
    const auto iso = time::to_iso(day);
    const auto two = [&](std::size_t at) { return iso.substr(at, 2); };
    const auto one = [&](std::size_t at) {
        return iso[at] == '0' ? iso.substr(at + 1, 1) : two(at);
    };
    const auto year = iso.substr(0, 4);
    return iso + " " + two(8) + "/" + two(5) + "/" + year + " " + one(8) + "/" + one(5) + "/" +
           year + " " + child_record::plain_date(say, day);
}

std::string found_by(const Shown& shown) {
    const auto& person = shown.person();
    std::string find = casework::full_name(person) + " " + person.number;
    if (person.born) {
        find += " " + day_typed(shown.say(), child_record::day_numbered(*person.born));
    }
    if (const auto* home = casework::home_of(shown.facts(), shown.today)) {
        auto closed_up = home->postcode;
        std::erase(closed_up, ' ');
        find += " " + home->lines + " " + home->postcode + " " + closed_up;
    }
    return find;
}

Section home_section(const Shown& shown) {
    const auto& say = shown.say();
    Section section{
        "home", say.say("Where {name} lives", {{"name", shown.called()}}), {}, {}, {}, {}, {}};
    const auto home = lives_at(say, shown.facts(), shown.today);
    section.sentences.push_back(
        home.empty() ? say.say("It is not recorded where {name} lives.", {{"name", shown.called()}})
                     : home);
    return section;
}

Section protection_section(const Shown& shown) {
    const auto& say = shown.say();
    Section section{"plan", say.say("If things get worse"), {}, {}, {}, {}, {}};
    const auto plans = casework::plans_of(shown.facts());
    if (const auto* plan = plans.current()) {
        for (const auto& one : plan->plan.contingency) {
            section.list.push_back(
                say.say("{happens}: {then}", {{"happens", one.happens}, {"then", one.then}}));
        }
    }
    if (section.list.empty()) {
        section.sentences.push_back(say.say("No plan says what is to be done then."));
    }
    return section;
}

Section enquiry_section(const Shown& shown) {
    const auto& say = shown.say();
    Section section{"enquiry", say.say("Section 47"), {}, {}, {}, {}, {}};
    for (const auto& enquiry : shown.facts().enquiries.enquiries) {
        if (!enquiry.concluded) {
            section.sentences.push_back(
                say.say("An enquiry is open since {date}.",
                        {{"date", child_record::near_day(say, enquiry.on, shown.today)}}));
        }
    }
    if (section.sentences.empty()) {
        section.sentences.push_back(say.say("No enquiry is open."));
    }
    return section;
}

base::Result<PackRecord, record::StoreFault> record_for_pack(const Shown& shown) {
    const auto& office = shown.caller.office();
    const auto logs = casework::family_logs(shown.caller.office(), shown.facts());
    if (!logs.ok()) {
        return base::Err{logs.error()};
    }
    const auto kin = casework::kin_of(logs.value());
    const story::Reading reading{
        shown,
        std::make_shared<const story::Chronology>(story::chronology_of(shown.standing().facts)),
        casework::family_on(kin, shown.facts(), shown.record.family(), office.today(),
                            casework::open_to(shown.caller.viewer, office.when())),
        std::nullopt};
    const auto& say = shown.say();
    PackRecord one;
    one.id = shown.id();
    one.name = casework::full_name(shown.person());
    one.line = child_record::born(say, shown.person());
    if (const auto home = lives_at(say, shown.facts(), shown.today); !home.empty()) {
        one.line += (one.line.empty() ? "" : ", ") + home;
    }
    one.find = found_by(shown);
    one.on_register = shown.standing().registration != nullptr;
    one.left = {who(reading), home_section(shown), why(reading), enquiry_section(shown)};
    if (auto voice = says(reading); !voice.extra.empty()) {
        one.left.push_back(std::move(voice));
    }
    one.left.push_back(people(reading));
    one.right = {protection_section(shown), before_visiting(reading), workers(reading),
                 due(reading), events(reading)};
    for (auto* side : {&one.left, &one.right}) {
        for (auto& section : *side) { // many records stand on one page
            section.id += "-" + std::string{words::tag_of(say.language())} + "-" + one.id;
        }
    }
    return base::Ok{std::move(one)};
}

std::string made_in_words(const Words& say, record::Instant as_of) {
    return say.say("As the record stood at {moment}.", {{"moment", say.moment_year(as_of)}});
}

base::Result<Html, record::StoreFault> inside(const Site& site, const casework::OutOfHours& pack,
                                              Language language) {
    Request request;
    request.language = language;
    const Params params;
    const auto& say = words::in(language);
    const Caller caller{site, request, params, say, casework::duty_desk(), {}, {}};
    PackInside parts;
    parts.language = std::string{words::tag_of(language)};
    parts.made = made_in_words(say, pack.as_of);
    parts.count = say.say_n("1 child is in this pack.", "{n} children are in this pack.",
                            static_cast<long>(pack.children.size()));
    for (const auto& open : pack.children) {
        auto one = record_for_pack({caller, open, site.office.today()});
        if (!one.ok()) {
            return base::Err{one.error()};
        }
        parts.records.push_back(std::move(one).value());
    }
    return base::Ok{pack_inside(say, parts)};
}

// ---- the file
std::string base64(std::string_view bytes, int variant) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back(); // its closing zero
    return text;
}
std::string for_page(std::string_view bytes) {
    return base64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

// A content policy's name for a style or script that stands in the page.
std::string policy_hash(std::string_view text) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return "'sha256-" + base64(digest, sodium_base64_VARIANT_ORIGINAL) + "'";
}

Html door(const casework::OutOfHours& pack, Language language) {
    const auto& say = words::in(language);
    return pack_door(say, {std::string{words::tag_of(language)}, made_in_words(say, pack.as_of)});
}

std::string file_around(const Site& site, const casework::OutOfHours& pack,
                        const phone::Locked& locked) {
    const auto style = site.files.text_of("app.css");
    const auto script = site.files.text_of("pack.js");
    const auto& english = words::in(Language::english);
    const auto& welsh = words::in(Language::welsh);
    Markup out;
    out.raw("<!doctype html>\n<html lang=\"en\" class=\"govuk-template\">\n<head>\n"
            "<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"robots\" content=\"noindex\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .text("default-src 'none'; base-uri 'none'; form-action 'none'; style-src " +
              policy_hash(style) + "; script-src " + policy_hash(script))
        .raw("\">\n<title>")
        .text(english.say("Out-of-hours pack") + " – " + welsh.say("Out-of-hours pack"))
        .raw("</title>\n<style>")
        .raw(style)
        .raw("</style>\n</head>\n<body class=\"govuk-template__body\">\n"
             "<div class=\"govuk-width-container\">\n"
             "<p class=\"app-screen-only govuk-!-margin-top-4\">"
             "<button class=\"app-link-button\" type=\"button\" data-language=\"en\" lang=\"en\">"
             "English</button> <button class=\"app-link-button\" type=\"button\" "
             "data-language=\"cy\" lang=\"cy\">Cymraeg</button></p>\n"
             "<main class=\"govuk-main-wrapper\" data-pack")
        .attribute("data-made", time::to_rfc3339(pack.as_of))
        .attribute("data-salt", for_page(locked.salt))
        .attribute("data-nonce", for_page(locked.nonce))
        .raw(">\n")
        .put(door(pack, Language::english))
        .put(door(pack, Language::welsh))
        .raw("</main>\n</div>\n<div id=\"sealed\" hidden>")
        .text(for_page(locked.text))
        .raw("</div>\n<script>")
        .raw(script)
        .raw("</script>\n</body>\n</html>\n");
    return out.take().release();
}

} // namespace

base::Result<MadePack, record::StoreFault> continuity_pack(const Site& site,
                                                           std::string_view code) {
    const auto pack = casework::out_of_hours(site.office);
    if (!pack.ok()) {
        return base::Err{pack.error()};
    }
    std::string readable;
    for (const auto language : {Language::english, Language::welsh}) {
        const auto html = inside(site, pack.value(), language);
        if (!html.ok()) {
            return base::Err{html.error()};
        }
        readable += html.value().markup();
    }
    const auto locked = phone::lock(code, readable, site.office.random);
    return base::Ok{MadePack{file_around(site, pack.value(), locked), pack.value().as_of,
                             pack.value().children.size()}};
}

} // namespace gweld::web::pages
