#include "casework/proof.h"

#include "casework/passwords.h"

namespace gweld::casework {

namespace {

std::string proof_count(const access::Viewer& viewer) { return "proof " + viewer.sign_in_name; }

struct ProofTry {
    std::optional<record::Account> account;
    std::optional<ProofRefused> refused;
};

ProofTry begin_proof(Office& office, const access::Viewer& viewer) {
    ProofTry begun;
    const auto now = office.clock.now();
    const auto counted = office.store.write([&](record::Writing& tx) {
        const auto attempts = tx.attempts(proof_count(viewer));
        if (const auto until = may_try_again(attempts); now < until) {
            begun.refused = WaitBeforeTrying{until};
            return record::Keep::no;
        }
        tx.put_attempts(proof_count(viewer), {attempts.failures + 1, now});
        begun.account = tx.account(viewer.sign_in_name);
        return record::Keep::yes;
    });
    if (!counted.ok()) {
        begun.refused = counted.error();
    }
    return begun;
}

base::Result<base::Nothing, ProofRefused> note_proof(Office& office, const access::Viewer& viewer,
                                                     std::string_view token) {
    const auto kept = office.store.write([&](record::Writing& tx) {
        tx.put_attempts(proof_count(viewer), {});
        auto session = tx.session(token_hash(token));
        if (!session) {
            return record::Keep::no; // signed out meanwhile
        }
        session->proved_at = office.clock.now();
        tx.put_session(*session);
        return record::Keep::yes;
    });
    if (!kept.ok()) {
        return base::Err{ProofRefused{kept.error()}};
    }
    return base::Ok{base::Nothing{}};
}

ProofRefused as_proof(const CodeRefused& refused) {
    return std::visit(
        base::overloaded{
            [](const WrongCode&) -> ProofRefused { return WrongProof{}; },
            [](const WaitForCode& wait) -> ProofRefused { return WaitBeforeTrying{wait.until}; },
            [](const auto& other) -> ProofRefused { return other; },
        },
        refused);
}

} // namespace

base::Result<Proof, StoreFault> proof_of(const Office& office, std::string_view token) {
    Proof proof = Proof::old;
    const auto now = office.clock.now();
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto session = reading.session(token_hash(token));
        const bool fresh =
            session && now < session->proved_at.value_or(session->signed_in_at) + proof_lasts;
        proof = fresh ? Proof::fresh : Proof::old;
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{proof};
}

base::Result<base::Nothing, ProofRefused> prove(Office& office, const access::Viewer& viewer,
                                                std::string_view token, std::string_view typed) {
    const auto factor = factor_of(office, viewer.sign_in_name);
    if (!factor.ok()) {
        return base::Err{ProofRefused{factor.error()}};
    }
    if (factor.value().on && looks_like_code(typed)) {
        const auto fits = check_code(office, viewer.sign_in_name, typed);
        return fits.ok()
                   ? note_proof(office, viewer, token)
                   : base::Result<base::Nothing, ProofRefused>{base::Err{as_proof(fits.error())}};
    }
    const auto begun = begin_proof(office, viewer);
    if (begun.refused) {
        return base::Err{*begun.refused};
    }
    if (!begun.account || !password_fits(begun.account->password_hash, typed)) {
        return base::Err{ProofRefused{WrongProof{}}};
    }
    return note_proof(office, viewer, token);
}

} // namespace gweld::casework
