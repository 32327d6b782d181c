// same_people.h - which records are one person's, and entries told with the kept id in the place of
// the others. Knows no storage.
#pragma once

#include "record/entry.h"
#include "record/tables.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gweld::store::merged {

using record::Uuid;

using NewNames = std::unordered_map<Uuid, Uuid, base::UuidHash>;

// Every id that stands in the body as a whole string; a body is canonical JSON.
std::vector<Uuid> ids_in(std::string_view body);
// With the ids renamed in `about`, where each then stands once, and in the body. What says who was
// merged with whom keeps its body: it would say that somebody was merged with themselves.
void rename(record::Draft& draft, const NewNames& names);
bool is_about_merging(const record::Draft& draft);

class SamePeople {
  public:
    explicit SamePeople(const std::vector<record::MergeRow>& merges);

    bool none() const { return kept_for_.empty(); }
    Uuid kept_for(Uuid id) const;
    // The kept one first; alone where nothing was merged.
    std::vector<Uuid> records_of(Uuid id) const;
    bool is_several(Uuid id) const { return others_.contains(kept_for(id)); }
    const NewNames& kept_names() const { return kept_for_; }

  private:
    NewNames kept_for_;
    std::unordered_map<Uuid, std::vector<Uuid>, base::UuidHash> others_;
};

} // namespace gweld::store::merged
