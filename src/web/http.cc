#include "web/http.h"

#include <algorithm>
#include <array>

namespace gweld::web {

namespace {

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

struct Reason {
    int status;
    std::string_view words;
};
// RFC 9110 section 15 and RFC 6585.
constexpr std::array<Reason, 22> reasons{{
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
}};

// RFC 9112 3.2.2: a server must also take the absolute form.
std::string_view without_origin(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (target.starts_with(scheme)) {
            const auto slash = target.find('/', scheme.size());
            return slash == std::string_view::npos ? "/" : target.substr(slash);
        }
    }
    return target;
}

std::string_view trimmed(std::string_view text) {
    const auto from = std::min(text.find_first_not_of(" \t"), text.size());
    const auto to = text.find_last_not_of(" \t") + 1; // npos + 1 is 0
    return text.substr(from, to > from ? to - from : 0);
}

std::optional<std::string_view> cookie_in(std::string_view line, std::string_view name) {
    while (!line.empty()) {
        const auto part = line.substr(0, line.find(';'));
        line.remove_prefix(std::min(line.size(), part.size() + 1));
        const auto pair = trimmed(part);
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            return pair.substr(name.size() + 1);
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view name_of(Method method) {
    switch (method) {
    case Method::get:
        return "GET";
    case Method::head:
        return "HEAD";
    case Method::post:
        return "POST";
    case Method::other:
        break;
    }
    return "other";
}

Method method_of(std::string_view name) {
    for (const auto method : {Method::get, Method::head, Method::post}) {
        if (name == name_of(method)) {
            return method;
        }
    }
    return Method::other;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (same_header_name(headers.name(i), "cookie")) {
            if (const auto found = cookie_in(headers.value(i), name)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

Target read_target(std::string_view target, Request& request) {
    const auto ours = without_origin(target);
    if (!ours.starts_with('/')) {
        return Target::malformed;
    }
    const auto question = std::min(ours.find('?'), ours.size());
    auto query = parse_fields(ours.substr(std::min(ours.size(), question + 1)), most_fields);
    if (!query) {
        return Target::malformed;
    }
    auto path = ours.substr(0, question);
    const bool welsh = path == "/cy" || path.starts_with("/cy/");
    if (welsh) {
        path.remove_prefix(3);
    }
    request.language = welsh ? words::Language::welsh : words::Language::english;
    request.path = path.empty() ? "/" : std::string{path};
    request.query = *std::move(query);
    return Target::understood;
}

bool carries_form(const Request& request) {
    const auto type = request.header("content-type");
    const auto kind = trimmed(type.substr(0, type.find(';')));
    return same_header_name(kind, form_type) ||
           (same_header_name(kind, "multipart/form-data") && request.body.empty());
}

FormRead read_form(Request& request) {
    if (request.body.empty() || !carries_form(request)) {
        return FormRead::done;
    }
    auto form = parse_fields(request.body, most_fields);
    if (!form) {
        return FormRead::too_many_fields;
    }
    request.form = *std::move(form);
    return FormRead::done;
}

Url in_language(const Url& url, words::Language language) {
    std::string_view rest = url.text();
    if (!rest.starts_with('/')) {
        return url; // a fragment, or a source elsewhere
    }
    if (rest == "/cy" || rest.starts_with("/cy/") || rest.starts_with("/cy?")) {
        rest.remove_prefix(3);
    }
    if (language == words::Language::welsh) {
        return Url::path("/cy" + std::string{rest == "/" ? "" : rest});
    }
    return Url::path((rest.starts_with('/') ? "" : "/") + std::string{rest});
}

Url this_page_in(words::Language language, const Request& request) {
    std::string address = request.path;
    if (!request.query.list().empty()) {
        address.append(1, '?').append(encode_fields(request.query.list()));
    }
    return in_language(Url::path(std::move(address)), language);
}

Body Body::shared(std::string_view bytes, std::shared_ptr<const void> keep) {
    Body body;
    body.shared_ = bytes;
    body.keep_ = std::move(keep);
    return body;
}

Response& Response::with(std::string name, std::string value) & {
    headers.push_back({std::move(name), std::move(value)});
    return *this;
}

Response Response::with(std::string name, std::string value) && {
    headers.push_back({std::move(name), std::move(value)});
    return std::move(*this);
}

std::string_view Response::header(std::string_view name) const {
    for (const auto& field : headers) {
        if (same_header_name(field.name, name)) {
            return field.value;
        }
    }
    return {};
}

std::string_view reason_of(int status) {
    const auto* found = std::find_if(reasons.begin(), reasons.end(),
                                     [&](const Reason& r) { return r.status == status; });
    return found == reasons.end() ? "Status" : found->words;
}

Response page(Html html, int status) {
    Response response;
    response.status = status;
    response.body = Body{std::move(html).release()};
    return response;
}

Response plain_text(std::string text, int status) {
    Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = Body{std::move(text)};
    return response;
}

Response see_other(const Url& to) {
    Response response;
    response.status = 303;
    response.content_type.clear();
    response.with("Location", to.text());
    return response;
}

Response download(std::string bytes, std::string content_type, std::string_view file_name) {
    Response response;
    response.content_type = std::move(content_type);
    response.body = Body{std::move(bytes)};
    // RFC 6266: the starred form carries any name; nothing typed reaches the header unencoded.
    response.with("Content-Disposition",
                  "attachment; filename*=UTF-8''" + percent_encode(file_name));
    // Should a browser show it all the same: as somebody from nowhere, without scripts.
    response.with("Content-Security-Policy", "sandbox");
    return response;
}

} // namespace gweld::web
