#include "web/server/fair_queue.h"

#include <gtest/gtest.h>

namespace gweld::web {
namespace {

class Asked : public Job {
  public:
    Asked(std::uint64_t person, int number) : person_{person}, number_{number} {}
    void work(std::shared_ptr<Job>) override {}
    std::uint64_t asked_by() const override { return person_; }
    int number() const { return number_; }

  private:
    std::uint64_t person_;
    int number_;
};

int next(FairQueue& queue) { return dynamic_cast<const Asked&>(*queue.take()).number(); }

TEST(FairQueue, takes_each_person_in_turn_and_each_one_s_in_order) {
    FairQueue queue{{}};
    for (const int number : {11, 12, 13, 21, 31, 32}) {
        queue.offer(std::make_shared<Asked>(number / 10, number));
    }
    std::vector<int> order;
    while (!queue.empty()) {
        order.push_back(next(queue));
    }
    EXPECT_EQ(order, (std::vector{11, 21, 31, 12, 32, 13}));
}

TEST(FairQueue, gives_who_comes_again_their_turn_behind_the_others) {
    FairQueue queue{{}};
    queue.offer(std::make_shared<Asked>(1, 11));
    queue.offer(std::make_shared<Asked>(2, 21));
    EXPECT_EQ(next(queue), 11);
    queue.offer(std::make_shared<Asked>(1, 12));
    EXPECT_EQ(next(queue), 21);
    EXPECT_EQ(next(queue), 12);
}

TEST(FairQueue, is_bounded_for_all_and_for_one) {
    using Offered = FairQueue::Offered;
    FairQueue queue{{3, 2}};
    EXPECT_EQ(queue.offer(std::make_shared<Asked>(1, 11)), Offered::accepted);
    EXPECT_EQ(queue.offer(std::make_shared<Asked>(1, 12)), Offered::accepted);
    EXPECT_EQ(queue.offer(std::make_shared<Asked>(1, 13)), Offered::full);
    EXPECT_EQ(queue.offer(std::make_shared<Asked>(2, 21)), Offered::accepted);
    EXPECT_EQ(queue.offer(std::make_shared<Asked>(3, 31)), Offered::full);
    EXPECT_EQ(queue.size(), 3U);
    next(queue);
    EXPECT_EQ(queue.offer(std::make_shared<Asked>(1, 14)), Offered::accepted);
}

} // namespace
} // namespace gweld::web
