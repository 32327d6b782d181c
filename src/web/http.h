// http.h - what was asked and what we answer. Knows no socket, no page and no Boost.
#pragma once

#include "base/result.h"
#include "web/fields.h"
#include "web/html.h"
#include "web/uploads.h"
#include "words/words.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gweld::web {

enum class Method : std::uint8_t { get, head, post, other };

std::string_view name_of(Method method); // "GET"; Method::other: "other"
Method method_of(std::string_view name); // case matters, as it does in HTTP

struct Request {
    Method method = Method::get;
    // As sent (percent-encoded), without the query and without the "/cy" that asks for Welsh.
    std::string path = "/";
    words::Language language = words::Language::english;
    Fields query;
    Fields form;                     // of a form's body; empty for any other
    std::vector<UploadedFile> files; // of multipart/form-data, where an address takes files
    HeaderLines headers;
    std::string body;   // as sent; empty where the form was read as it arrived
    std::string remote; // address of the client, or as told by a proxy we trust
    std::string id;     // names this request in the log; also the incident number shown for a bug

    std::string_view header(std::string_view name) const { return headers.first(name); }
    // The first cookie of that name; none when absent.
    std::optional<std::string_view> cookie(std::string_view name) const;
};

// Fills path, language and query from a request target: "/cy/child/7?tab=visits", or with
// "http://host" before it. False, leaving `request` untouched: not a target we can answer.
enum class Target : std::uint8_t { understood, malformed };
Target read_target(std::string_view target, Request& request);
// Fills `form` from the body where its content type is a form's.
enum class FormRead : std::uint8_t { done, too_many_fields };
FormRead read_form(Request& request);
bool carries_form(const Request& request);

// The same address in the other language; query kept. Fragments are not sent to servers.
Url in_language(const Url& url, words::Language language);
Url this_page_in(words::Language language, const Request& request);

// Bytes to send: a string of our own, or bytes that outlive every response (compiled in, or kept
// by `keep`) and are not copied.
class Body {
  public:
    Body() = default;
    Body(std::string text) : own_{std::move(text)} {}
    static Body shared(std::string_view bytes, std::shared_ptr<const void> keep = nullptr);

    std::string_view bytes() const { return shared_ ? *shared_ : std::string_view{own_}; }

  private:
    std::string own_;
    std::optional<std::string_view> shared_;
    std::shared_ptr<const void> keep_;
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8"; // empty: no content-type line
    Body body;
    // Beyond those the server writes itself (length, connection, security). Set-Cookie goes here
    // too. A Cache-Control here replaces the usual "no-store".
    std::vector<Field> headers;

    Response& with(std::string name, std::string value) &;
    Response with(std::string name, std::string value) &&;
    // The first header of that name; empty when absent.
    std::string_view header(std::string_view name) const;
};

std::string_view reason_of(int status); // "Not Found"; a code we do not use: "Status"

Response page(Html html, int status = 200);
Response plain_text(std::string text, int status = 200);
Response see_other(const Url& to); // 303: the browser follows with GET
Response download(std::string bytes, std::string content_type, std::string_view file_name);

// What the server calls, on a worker thread, many at once. It may block on the store. An exception
// is a bug: the reader sees an incident number, the log the reason.
using Answer = std::function<Response(const Request&)>;

} // namespace gweld::web
