// A connection's bytes, forms, files that come with a form, cookies.
#include "target.h"

#include "web/cookies.h"
#include "web/http.h"
#include "web/multipart.h"
#include "web/server/reader.h"

#include <algorithm>

namespace gweld::fuzz {
namespace {

using web::RequestReader;

using web::most_fields;

web::UploadRoom& room() {
    static web::UploadRoom all{1U << 22U};
    return all;
}

// In pieces: how a request ends must not hang on how it arrived.
std::string requests_in(std::string_view bytes, std::size_t piece) {
    RequestReader reader{{8192, 65536, {}, nullptr}};
    std::string told;
    std::string held;
    reader.begin();
    while (!bytes.empty() || !held.empty()) {
        const auto n = std::min(piece, bytes.size());
        held.append(bytes.substr(0, n));
        bytes.remove_prefix(n);
        const auto used = reader.take(held);
        must(used <= held.size(), "no more bytes are used than were given");
        held.erase(0, used);
        if (reader.progress() == RequestReader::Progress::refused) {
            return told; // at once, or when more has come: nothing of it is answered as a request
        }
        if (reader.progress() == RequestReader::Progress::whole) {
            auto& request = reader.request();
            told += std::string{web::name_of(request.method)} + ' ' + request.path + ' ' +
                    std::to_string(request.body.size()) + '\n';
            if (web::carries_form(request)) {
                static_cast<void>(web::read_form(request));
            }
            reader.begin();
        } else if (used == 0 && n == 0) {
            break;
        }
    }
    return told;
}

void request(std::string_view bytes) {
    const auto piece = 1 + taken_from(bytes) % 64;
    must(requests_in(bytes, bytes.size() + 1) == requests_in(bytes, piece),
         "a request is the same in whatever pieces it comes");
}
const Registered registered_request{"request", request};

void target(std::string_view bytes) {
    web::Request request;
    if (web::read_target(bytes, request) != web::Target::understood) {
        return;
    }
    must(request.path.starts_with('/'), "a path begins with a slash");
    const auto other = web::this_page_in(words::Language::welsh, request).text();
    must(other.starts_with('/') && !other.starts_with("//"), "no link leads away from here");
}
const Registered registered_target{"target", target};

void form(std::string_view bytes) {
    const auto fields = web::parse_fields(bytes, most_fields);
    if (fields) {
        must(fields->list().size() <= most_fields, "no more fields than are taken");
        for (const auto& field : fields->list()) {
            must(field.value == web::repair_utf8(field.value), "what was typed is UTF-8");
        }
        const auto again = web::parse_fields(web::encode_fields(fields->list()), most_fields);
        must(again.has_value() && again->list().size() == fields->list().size(),
             "what was read is written so that it is read again");
    }
    const auto text = web::repair_utf8(std::string{bytes});
    must(web::percent_decode(web::percent_encode(text)) == text, "encoding is undone");
}
const Registered registered_form{"form", form};

void multipart(std::string_view bytes) {
    const web::UploadLimits limits{1U << 20U, 1U << 16U, 5, 1U << 16U};
    const auto piece = 1 + taken_from(bytes) % 97;
    {
        web::MultipartReader reader{"x", limits, room()};
        while (!bytes.empty()) {
            const auto n = std::min(piece, bytes.size());
            reader.take(bytes.substr(0, n));
            bytes.remove_prefix(n);
        }
        const auto ended = reader.end();
        const auto files = std::move(reader).files();
        if (ended == web::MultipartReader::Ended::whole) {
            for (const auto& file : files) {
                must(file.bytes().size() <= limits.file_bytes, "no file is larger than is taken");
            }
        }
    }
    must(room().used() == 0, "the room is given back");
}
const Registered registered_multipart{"multipart", multipart};

void content_type(std::string_view bytes) {
    const auto boundary = web::boundary_of(bytes);
    must(!boundary || (!boundary->empty() && boundary->size() <= 70), "RFC 2046, 5.1.1");
}
const Registered registered_content_type{"content_type", content_type};

void cookie(std::string_view bytes) {
    web::Request request;
    request.headers.add("Cookie", std::string{bytes});
    const web::Cookie session{"session", web::Transport::sealed, web::SentFrom::links_too};
    const auto value = session.in(request);
    must(!value || value->find(';') == std::string_view::npos, "a cookie ends at its semicolon");
}
const Registered registered_cookie{"cookie", cookie};

} // namespace
} // namespace gweld::fuzz
