#include "record/signing_projection.h"

#include "record/codec.h"
#include "record/kinds.h"
#include "record/signing.h"

namespace gweld::record {

namespace {

SigningRow asked_row(const Entry& entry, const SignedDecision& decision) {
    SigningRow row;
    row.entry = entry.id;
    row.decision = decision.name;
    row.recorded_at = entry.recorded_at.time_since_epoch().count();
    row.recorded_day = time::date_in_wales(entry.recorded_at).day_number();
    row.author = entry.recorded_by.worker;
    row.author_name = entry.recorded_by.name;
    row.team = entry.recorded_by.team;
    row.author_role = entry.recorded_by.role;
    row.state = "waiting";
    row.asked_of = name_of(decision.order.front());
    return row;
}

void settle(SigningRow& row, const Entry& by, std::string_view state) {
    row.state = state;
    row.asked_of.clear();
    row.settled_at = by.recorded_at.time_since_epoch().count();
    row.settled_by = by.recorded_by.name;
}

void note(SigningRow& row, const Entry& signature, const SignedDecision& decision) {
    if (signature.kind == Named<ReturnedForRework>::name) {
        settle(row, signature, "returned");
        return;
    }
    ++row.signatures;
    const auto done = static_cast<std::size_t>(row.signatures);
    if (done < decision.order.size()) {
        row.asked_of = name_of(decision.order[done]);
    } else {
        settle(row, signature, "signed");
    }
}

struct SignatureOn {
    Uuid entry;
    std::string content;
};
std::optional<SignatureOn> named_by(const Entry& entry) {
    if (entry.kind == Named<Signed>::name) {
        const auto body = body_of<Signed>(entry);
        return SignatureOn{body.entry.uuid, body.content};
    }
    if (entry.kind == Named<ReturnedForRework>::name) {
        const auto body = body_of<ReturnedForRework>(entry);
        return SignatureOn{body.entry.uuid, body.content};
    }
    return std::nullopt;
}

class Ledger {
  public:
    Ledger(const Entry& now, TableHands& hands) : now_{now}, hands_{hands} {}

    void restate(const Entry& asked) {
        const auto* decision = decision_of(asked);
        if (decision == nullptr || !stands(asked)) {
            return;
        }
        auto row = asked_row(asked, *decision);
        // Nothing recorded earlier can have signed the entry that is being applied.
        if (asked.id != now_.id) {
            const auto content = content_digest(asked);
            for (const auto& entry : hands_.about(asked.id)) {
                const auto named = named_by(entry);
                if (entry.seq <= now_.seq && stands(entry) && named && named->content == content) {
                    note(row, entry, *decision);
                }
            }
        }
        hands_.put(row);
    }
    void restate_signed_by(const Entry& signature) {
        if (const auto named = named_by(signature)) {
            if (const auto asked = hands_.entry(named->entry); asked && asked->seq <= now_.seq) {
                restate(*asked);
            }
        }
    }

  private:
    bool stands(const Entry& entry) const {
        if (entry.id == now_.id) {
            return true;
        }
        const auto correction = hands_.correction_of(entry.id);
        return !correction || correction->seq > now_.seq;
    }
    const Entry& now_;
    TableHands& hands_;
};

} // namespace

void project_signing(const Entry& now, TableHands& hands) {
    Ledger ledger{now, hands};
    ledger.restate(now);
    ledger.restate_signed_by(now);
    if (now.corrects) {
        if (const auto corrected = hands.entry(*now.corrects)) {
            ledger.restate_signed_by(*corrected);
        }
    }
}

} // namespace gweld::record
