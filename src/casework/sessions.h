// sessions.h - where somebody is signed in: every session of theirs, and the end of it. Knows no
// cookie and no page.
#pragma once

#include "casework/sign_in.h"

#include <vector>

namespace gweld::casework {

// Those in use now: neither over nor idle too long, nor waiting for a second factor. The one asked
// from first, then the one used last.
struct MySessions {
    std::vector<record::Session> all;
    record::Hash this_one{};
};
base::Result<MySessions, StoreFault> my_sessions(const Office& office, const access::Viewer& viewer,
                                                 std::string_view token);

// When this session began, and when its person had signed in the time before. None: it is over.
base::Result<std::optional<record::Session>, StoreFault> session_of(const Office& office,
                                                                    std::string_view token);

// One of the viewer's own, by what the list says of it; anybody else's, or none: nothing is done,
// which is the same to whoever asks.
base::Result<base::Nothing, StoreFault> end_mine(Office& office, const access::Viewer& viewer,
                                                 const record::Hash& which);
base::Result<base::Nothing, StoreFault> end_my_others(Office& office, const access::Viewer& viewer,
                                                      std::string_view token);

// Inside the caller's transaction: whoever is signed in by this name is signed out, in every
// browser and at every server.
void end_every_session(record::Writing& tx, std::string_view sign_in_name);

// A session named in a form: 64 hexadecimal characters. None: it names no session.
std::string name_of(const record::Session& session);
std::optional<record::Hash> session_named(std::string_view name);

} // namespace gweld::casework
