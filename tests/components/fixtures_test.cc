// Every fixture that ships with npm's govuk-frontend for a component we use, rendered by our
// function and compared with the markup beside it.

#include "adapters.h"
#include "whitespace.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace gweld::test {
namespace {

namespace fs = std::filesystem;

// Fixtures we do not render, each with its reason. There is none.
const std::map<std::string, std::string> not_rendered = {};

fs::path components() {
    return fs::path{GWELD_TREE} / "node_modules/govuk-frontend/dist/govuk/components";
}

boost::json::array fixtures_of(const std::string& component) {
    std::ifstream file{components() / component / "fixtures.json"};
    std::stringstream text;
    text << file.rdbuf();
    boost::system::error_code problem;
    const auto parsed = boost::json::parse(text.str(), problem);
    return problem ? boost::json::array{} : parsed.at("fixtures").as_array();
}

std::map<std::string, Adapter> all_adapters() {
    auto all = text_adapters();
    all.merge(form_adapters());
    all.merge(page_adapters());
    return all;
}

class Component : public testing::TestWithParam<std::pair<const std::string, Adapter>> {};

TEST_P(Component, renders_every_fixture_as_govuk_frontend_does) {
    const auto& [name, adapter] = GetParam();
    const auto fixtures = fixtures_of(name);
    ASSERT_FALSE(fixtures.empty()) << "no fixtures for " << name << ": run npm ci";
    for (const auto& fixture : fixtures) {
        const std::string key = name + ": " + printed(fixture.at("name"));
        if (not_rendered.contains(key)) {
            continue;
        }
        const auto ours = adapter(fixture.at("options"));
        EXPECT_EQ(laid_out(ours.markup()), laid_out(printed(fixture.at("html")))) << key;
    }
}

INSTANTIATE_TEST_SUITE_P(govuk_frontend, Component, testing::ValuesIn(all_adapters()),
                         [](const auto& tried) {
                             std::string name = tried.param.first;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST(Components, each_govuk_file_in_our_folder_is_checked_against_its_fixtures) {
    const auto checked = all_adapters();
    for (const auto& folder : fs::directory_iterator{components()}) {
        std::string file = folder.path().filename().string();
        const std::string component = file;
        std::ranges::replace(file, '-', '_');
        if (fs::exists(fs::path{GWELD_TREE} / "src/web/components" / (file + ".h"))) {
            EXPECT_TRUE(checked.contains(component)) << component;
        }
    }
}

TEST(Components, the_comparison_sees_a_lost_space_between_words) {
    EXPECT_NE(laid_out("<p><span>Error:</span> Enter</p>"),
              laid_out("<p><span>Error:</span>Enter</p>"));
    EXPECT_EQ(laid_out("<p>\n  <span>Error:</span>  Enter\n</p>\n"),
              laid_out("<p><span>Error:</span> Enter</p>"));
}

} // namespace
} // namespace gweld::test
