#include "small_site.h"
#include "web/pages/effort.h"

namespace gweld::web::pages {
namespace {

class Efforts : public SmallSite {};

TEST_F(Efforts, every_paper_and_every_figure_is_a_report_and_a_record_is_not) {
    std::size_t papers = 0;
    for (const auto& route : site.router.table()) {
        if (route.pattern.ends_with("/as/{format}")) {
            EXPECT_EQ(effort_of(route.name), Effort::report) << route.name;
            ++papers;
        }
    }
    EXPECT_GT(papers, 5U);
    for (const auto* name : {"figures", "figure", "continuity.file", "child.court"}) {
        EXPECT_TRUE(site.router.has(name)) << name;
        EXPECT_EQ(effort_of(name), Effort::report) << name;
    }
    for (const auto* name : {"child", "work", "visit.new", "front-door", "search", "sign-in", ""}) {
        EXPECT_EQ(effort_of(name), Effort::page) << name;
    }
}

} // namespace
} // namespace gweld::web::pages
