// enquiry_way.h - one family's way from a strategy discussion to a conference, written step by step
// as entries. Knows nothing of why or when.
#pragma once

#include "demo/conferring.h"
#include "demo/visiting.h"

#include <vector>

namespace gweld::demo {

class EnquiryWay {
  public:
    EnquiryWay(const County& county, std::vector<const Child*> children, std::size_t writer,
               Scribe& scribe);

    // Where the threshold is met an enquiry is decided on.
    base::EntryId discuss(CivilDate on, record::Came police, record::Threshold threshold);
    base::EntryId start(base::EntryId discussion, CivilDate on);
    void conclude(base::EntryId enquiry, CivilDate on, record::Determination found);
    // The chair: where in Staff::workers.
    base::EntryId book(CivilDate conference, CivilDate recorded, std::size_t chair);
    Conferring conference(base::EntryId booked, CivilDate on) const {
        return {about_, booked, on, writer_};
    }

  private:
    template <class Kind>
    base::EntryId write(const Kind& body, CivilDate on, std::chrono::minutes at);
    void decide(record::StrategyDiscussionHeld& held, CivilDate on) const;

    const County& county_;
    std::vector<const Child*> children_;
    std::vector<Uuid> about_;
    std::size_t writer_;
    Scribe& scribe_;
};

} // namespace gweld::demo
