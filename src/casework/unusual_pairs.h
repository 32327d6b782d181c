// unusual_pairs.h - the rules of unusual_looks.h over one transaction: what one worker looked at of
// one child, and of all.
#pragma once

#include "casework/unusual_looks.h"

#include <map>
#include <optional>
#include <set>

namespace gweld::casework {

// What one worker looked at of one child in the week; the newest first.
struct LooksOfPair {
    base::Uuid worker;
    base::Uuid child;
    std::vector<record::ChainedLook> looks;

    bool opened() const;         // some page, not the name in a search alone
    bool refused() const;        // and never let in
    bool in_their_hands() const; // theirs, the family's, or they chair
    bool in_their_team() const;  // or nobody's, for a manager to give to somebody
};

class PairRules {
  public:
    PairRules(const record::Reading& reading, CivilDate monday);

    // Empty: nothing to ask about.
    std::vector<Unusual> met_by(const LooksOfPair& pair);
    // Allocated, or something recorded about the child by this worker, within ninety days.
    bool had_to_do_with(const LooksOfPair& pair) const;
    const std::optional<record::PersonRow>& person(base::Uuid child);

  private:
    bool of_few(const std::string& folded_surname);
    bool lives_in_own_street(const LooksOfPair& pair);

    const record::Reading& reading_;
    CivilDate monday_;
    std::map<base::Uuid, std::optional<record::PersonRow>> people_;
    std::map<std::string, bool> few_;
    std::map<base::Uuid, std::set<std::string>> own_postcodes_;
};

// Twelve different children in ten minutes, by the looks of one worker; oldest first.
bool comes_one_after_another(const std::vector<const record::ChainedLook*>& looks);

} // namespace gweld::casework
