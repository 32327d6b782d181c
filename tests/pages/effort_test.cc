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

TEST_F(Efforts, a_figure_that_is_worked_out_already_is_a_page) {
    Request request;
    request.path = "/figures/cp.visit.seen-alone";
    EXPECT_EQ(effort_of(site, request), Effort::report);
    EXPECT_EQ(get(rhian(), "/figures").status, 200);
    EXPECT_EQ(effort_of(site, request), Effort::page);
    put(record::PlanAgreed{}, {casework::thing("ffion")}, registered);
    EXPECT_EQ(get(rhian(), "/team").status, 200);
    EXPECT_EQ(effort_of(site, request), Effort::report) << "the record has moved on";
    EXPECT_EQ(get(rhian(), "/figures").status, 200);
    EXPECT_EQ(effort_of(site, request), Effort::page);
    clock.moment += std::chrono::hours{24};
    EXPECT_EQ(effort_of(site, request), Effort::report) << "and so has the day";
    request.path = "/continuity/file";
    EXPECT_EQ(effort_of(site, request), effort_of(site.router.name_for(request.path)));
}

} // namespace
} // namespace gweld::web::pages
