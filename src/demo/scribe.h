// scribe.h - writes what happened as entries: who wrote it, as what, when. Keeps them until all are
// there, because a record is written in the order in which it was written.
#pragma once

#include "demo/staff.h"
#include "record/codec.h"
#include "record/entry.h"
#include "record/kinds.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::demo {

using base::Uuid;
using time::Instant;

enum class Nobody : std::uint8_t { system, partners_form }; // who writes when no worker does

struct Written {
    Instant at;
    std::optional<std::size_t> by; // where in Staff::workers
    Nobody else_by = Nobody::system;
};

struct Correction {
    Uuid of;
    std::string reason;
};

struct Subject { // whom it is about and when it was so
    std::vector<Uuid> about;
    CivilDate effective;
    std::optional<Instant> effective_at{};
};

class Scribe {
  public:
    Scribe(const Staff& staff, Instant now, Chance noise)
        : staff_{staff}, now_{now}, noise_{noise} {}

    // The entry's id. What would have been written after now has not been written yet: it gets an
    // id and is let go.
    template <class Kind>
    Uuid write(const Kind& body, const Subject& subject, const Written& written,
               const std::optional<Correction>& correction = std::nullopt) {
        return keep(record::Named<Kind>::name, record::encode(body), subject, written, correction);
    }
    const std::vector<record::Draft>& written() const { return drafts_; }
    bool in_time(Instant at) const { return at <= now_; }
    Uuid fresh_id(Instant at);
    // To be kept beside the log; answers its digest.
    record::Hash keep_file(std::string_view bytes);
    const std::vector<std::string>& files() const { return files_; }

    // What has been written so far about somebody, in the order it was handed in.
    std::vector<record::Draft> about(Uuid subject) const;
    // Oldest first; entries of one moment in the order in which they were handed in.
    std::vector<record::Draft> in_order() &&;

  private:
    Uuid keep(std::string_view kind, std::string body, const Subject& subject,
              const Written& written, const std::optional<Correction>& correction);
    record::Recorder recorder(const Written& written) const;

    const Staff& staff_;
    Instant now_;
    Chance noise_;
    std::vector<record::Draft> drafts_;
    std::vector<std::string> files_;
};

} // namespace gweld::demo
