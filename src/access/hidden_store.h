// hidden_store.h - a store in which some people have no record. What is written goes into the store
// behind it like everybody's.
#pragma once

#include "access/hidden_reads.h"

namespace gweld::access {

class HiddenStore : public record::Store {
  public:
    // `all` outlives it.
    HiddenStore(record::Store& all, Hidden hidden) : all_{all}, hidden_{std::move(hidden)} {}

    const std::string& authority() const override { return all_.authority(); }
    base::Result<base::Nothing, record::StoreFault>
    read(base::FunctionRef<void(const record::Reading&)> reader) const override;
    base::Result<base::Nothing, record::StoreFault>
    write(base::FunctionRef<record::Keep(record::Writing&)> writer) override;
    base::Result<base::Nothing, record::StoreFault> rebuild() override { return all_.rebuild(); }

  private:
    record::Store& all_;
    Hidden hidden_;
};

// Whom this worker is excluded from at the moment: every record of each person. Empty: nobody.
Hidden hidden_from(const record::Reading& reading, Uuid worker, time::Instant at);

} // namespace gweld::access
