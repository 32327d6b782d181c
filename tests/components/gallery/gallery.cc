#include "gallery.h"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace gweld::gallery {
namespace {

struct ShellWords {
    std::string find, find_label, search, service, service_label, menu, work, children, figures,
        sign_out, language, skip, help, accessibility, privacy, made_up, other_language;
};

ShellWords shell_words(const std::string& language) {
    if (language == "cy") {
        return {"Dod o hyd i blentyn",
                "Enw, dyddiad geni neu rif",
                "Chwilio",
                "Gwaith achos plant",
                "Gwybodaeth am y gwasanaeth",
                "Dewislen",
                "Fy ngwaith",
                "Fy nhîm",
                "Sut rydym yn gwneud",
                "Allgofnodi",
                "Iaith",
                "Neidio i’r prif gynnwys",
                "Cymorth",
                "Datganiad hygyrchedd",
                "Preifatrwydd",
                "Dyfeisiwyd pob person a lle yma.",
                "Show this page in English"};
    }
    return {"Find a child",
            "Name, date of birth or number",
            "Search",
            "Children’s casework",
            "Service information",
            "Menu",
            "My work",
            "My team",
            "How we are doing",
            "Sign out",
            "Language",
            "Skip to main content",
            "Help",
            "Accessibility statement",
            "Privacy",
            "Every person and place here is made up.",
            "Dangos y dudalen hon yn Gymraeg"};
}

PageHeader header(const ShellWords& say, const std::string& file, const std::string& language) {
    const bool welsh = language == "cy";
    const auto place = [&](const std::string& words, const char* path) {
        return govuk::NavigationItem{.content = words,
                                     .href = Url::path(path),
                                     .here = file.starts_with(std::string_view{path}.substr(1, 4))
                                                 ? govuk::Here::page
                                                 : govuk::Here::no};
    };
    govuk::LanguageLink english{
        .content = "English", .href = Url::path("/work.html"), .lang = "en"};
    govuk::LanguageLink cymraeg{
        .content = "Cymraeg", .href = Url::path("/work.cy.html"), .lang = "cy"};
    (welsh ? cymraeg : english).current = true;
    (welsh ? english : cymraeg).spoken_after = say.other_language;
    return {
        .council = {.welsh = "Cyngor Sir Dyffryn Alaw", .english = "Dyffryn Alaw County Council"},
        .home = Url::path("/work.html"),
        .search = SearchBox{.action = Url::path("/search"),
                            .label = say.find_label,
                            .placeholder = say.find,
                            .button = say.search},
        .service_name = say.service,
        .service_label = say.service_label,
        .navigation_label = say.menu,
        .places = {place(say.work, "/work.html"), place(say.children, "/child.html"),
                   place(say.figures, "/figures.html")},
        .person = SignedIn{.name = "Nerys Pugh",
                           .sign_out = say.sign_out,
                           .sign_out_action = Url::path("/sign-out")},
        .languages = {.items = {english, cymraeg}, .label = say.language}};
}

} // namespace

std::string framed(const std::string& title, const std::string& file, const std::string& language,
                   Html main, const std::string& more_script) {
    std::vector<Url> scripts{Url::path("/assets/app.js")};
    if (!more_script.empty()) {
        scripts.push_back(Url::path("/assets/" + more_script));
    }
    const ShellWords say = shell_words(language);
    const PageFooter footer{.label = say.help,
                            .links = {{say.accessibility, Url::path("/work.html")},
                                      {say.privacy, Url::path("/work.html")}},
                            .lines = {say.made_up}};
    return render(Document{.head = {.title = title + " – " + say.service,
                                    .language = language,
                                    .style = Url::path("/assets/app.css"),
                                    .icon = Url::path("/assets/icon.svg"),
                                    .scripts = std::move(scripts)},
                           .skip = say.skip,
                           .header = render(header(say, file, language)),
                           .main = std::move(main),
                           .footer = render(footer)})
        .markup();
}

Html text(std::string_view words) { return Trusted::html(escape(words)); }

Html link(std::string_view words, std::string_view fragment) {
    Markup out;
    out.raw("<a class=\"govuk-link govuk-link--no-visited-state\"");
    out.attribute("href", Url::fragment(fragment).text()).raw(">").text(words);
    return out.raw("</a>").take();
}

Html button_link(std::string_view words, std::string_view spoken_after, std::string_view classes) {
    Markup content;
    content.text(words);
    if (!spoken_after.empty()) {
        content.raw("<span class=\"govuk-visually-hidden\">: ").text(spoken_after).raw("</span>");
    }
    return render(govuk::Button{.content = content.take(),
                                .href = Url::path("/visit.html"),
                                .classes = joined("app-button-small", classes)});
}

Html together(std::initializer_list<Html> parts) {
    Markup out;
    for (const auto& part : parts) {
        out.put(part);
    }
    return out.take();
}

Html contained(Html main) {
    Markup out;
    out.raw("<div class=\"govuk-width-container app-main\">").put(main);
    return out.raw("</div>").take();
}

Html heading(int level, std::string_view id, std::string_view words) {
    Markup out;
    out.raw("<h").number(level).classes({level == 2 ? "app-h2" : "app-h3"}).attribute_if("id", id);
    return out.raw(">").text(words).raw("</h").number(level).raw(">").take();
}

} // namespace gweld::gallery

int main(int argc, char** argv) {
    using namespace gweld::gallery;
    if (argc != 2) {
        std::cerr << "usage: component_gallery FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder{argv[1]};
    std::filesystem::create_directories(folder);
    for (const auto& page : {work_page(), work_page_in_welsh(), child_page(), figures_page(),
                             visit_page(), visit_page_with_errors(), components_page()}) {
        std::ofstream{folder / page.file} << page.html;
    }
    return 0;
}
