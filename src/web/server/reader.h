// reader.h - turns the bytes of a connection into requests, strictly. Knows no socket; wraps the
// parser so that its headers are compiled once.
#pragma once

#include "web/http.h"
#include "web/problem_page.h"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace gweld::web {

// Whether this address takes files, judged by the header alone; none: it does not.
using TakesFiles = std::function<std::optional<UploadLimits>(const Request&)>;

struct ReadLimits {
    std::size_t header_bytes;
    std::size_t body_bytes;
    TakesFiles uploads = nullptr;
    UploadRoom* room = nullptr; // has to be given with `uploads`
};

// One request at a time. Refuses, besides what is not HTTP/1.0 or 1.1: more than one Host or none
// in 1.1; Content-Length together with Transfer-Encoding, or either twice; a transfer coding other
// than chunked; lines that end in a bare LF. Two readers that disagree about where a request ends
// let one client's bytes pass for another's.
class RequestReader {
  public:
    explicit RequestReader(ReadLimits limits);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    enum class Progress : std::uint8_t { in_header, in_body, whole, refused };

    void begin(); // the next request
    // Takes bytes from the front; those it could not use yet must be offered again with more.
    std::size_t take(std::string_view bytes);

    Progress progress() const { return progress_; }
    Problem problem() const { return problem_; } // when refused
    bool awaits_continue() const;                // the client asks before it sends its body
    bool keep_alive() const;                     // when whole: the client will send more
    bool is_http_one_nought() const;             // HTTP/1.0 must be told that we keep it open
    bool is_upload() const;                      // from the end of the header on
    Request& request() { return request_; }      // when whole, without its form

  private:
    class Parser;
    void refuse(Problem problem);

    ReadLimits limits_;
    Progress progress_ = Progress::in_header;
    Problem problem_ = Problem::not_understood;
    Request request_;
    std::unique_ptr<Parser> parser_;
};

} // namespace gweld::web
