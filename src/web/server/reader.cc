#include "web/server/reader.h"

#include "web/multipart.h"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <charconv>

namespace gweld::web {

namespace http = boost::beast::http;
using boost::beast::error_code;
using Text = boost::beast::string_view;

namespace {

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool framing_is_plain(const HeaderLines& headers, int version) {
    const auto lengths = headers.count("content-length");
    const auto codings = headers.count("transfer-encoding");
    if (lengths + codings > 1) {
        return false;
    }
    if (lengths == 1 && !all_digits(headers.first("content-length"))) {
        return false;
    }
    return codings == 0 ||
           (version == 11 && same_header_name(headers.first("transfer-encoding"), "chunked"));
}

bool names_its_host(const HeaderLines& headers, int version) {
    const auto hosts = headers.count("host");
    return hosts == 1 || (hosts == 0 && version == 10);
}

} // namespace

// Writes straight into our Request: nothing is kept twice.
class RequestReader::Parser : public http::basic_parser<true> {
  public:
    Parser(Request& request, const ReadLimits& limits)
        : request_{request}, limits_{limits}, body_left_{limits.body_bytes} {
        header_limit(static_cast<std::uint32_t>(limits.header_bytes));
        // How much is taken depends on the address, which the header tells: counted here.
        body_limit(boost::none);
        eager(true);
    }
    bool is_upload() const { return multipart_.has_value(); }

    bool expects_continue() const {
        return version_ == 11 && same_header_name(request_.header("expect"), "100-continue");
    }
    int version() const { return version_; }

  private:
    static void refuse(error_code& ec) { ec = make_error_code(http::error::bad_value); }

    void on_request_impl(http::verb, Text method, Text target, int version,
                         error_code& ec) override {
        version_ = version;
        request_.method = method_of(method);
        const bool known = version == 10 || version == 11;
        if (!known || read_target(target, request_) == Target::malformed) {
            refuse(ec);
        }
    }
    void on_response_impl(int, Text, int, error_code&) override {}
    void on_field_impl(http::field, Text name, Text value, error_code&) override {
        if (!header_done_) { // what follows a chunked body is not believed
            request_.headers.add(name, value);
        }
    }
    void on_header_impl(error_code& ec) override {
        header_done_ = true;
        if (!framing_is_plain(request_.headers, version_) ||
            !names_its_host(request_.headers, version_)) {
            return refuse(ec);
        }
        begin_upload();
        const auto length = request_.headers.first("content-length");
        std::uint64_t announced = 0;
        std::from_chars(length.data(), length.data() + length.size(), announced);
        if (announced > body_left_) {
            ec = make_error_code(http::error::body_limit);
        }
    }
    void begin_upload() {
        const auto boundary = boundary_of(request_.header("content-type"));
        const auto limits = limits_.uploads && boundary ? limits_.uploads(request_) : std::nullopt;
        if (limits) {
            body_left_ = limits->body_bytes;
            multipart_.emplace(*boundary, *limits, *limits_.room);
        }
    }
    std::size_t take_body(Text body, error_code& ec) {
        if (body.size() > body_left_) {
            ec = make_error_code(http::error::body_limit);
            return 0;
        }
        body_left_ -= body.size();
        if (multipart_) {
            multipart_->take({body.data(), body.size()});
        } else {
            request_.body.append(body.data(), body.size());
        }
        return body.size();
    }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(Text body, error_code& ec) override { return take_body(body, ec); }
    void on_chunk_header_impl(std::uint64_t size, Text, error_code& ec) override {
        if (size > body_left_) {
            ec = make_error_code(http::error::body_limit);
        }
    }
    std::size_t on_chunk_body_impl(std::uint64_t, Text body, error_code& ec) override {
        return take_body(body, ec);
    }
    void on_finish_impl(error_code& ec) override {
        if (!multipart_) {
            return;
        }
        const auto ended = multipart_->end();
        if (ended != MultipartReader::Ended::whole) {
            ec = make_error_code(ended == MultipartReader::Ended::too_large
                                     ? http::error::body_limit
                                     : http::error::bad_value);
            return;
        }
        request_.form = std::move(*multipart_).fields();
        request_.files = std::move(*multipart_).files();
    }

    Request& request_;
    const ReadLimits& limits_;
    std::size_t body_left_;
    std::optional<MultipartReader> multipart_;
    int version_ = 11;
    bool header_done_ = false;
};

RequestReader::RequestReader(ReadLimits limits) : limits_{std::move(limits)} { begin(); }
RequestReader::~RequestReader() = default;

void RequestReader::begin() {
    request_ = {};
    progress_ = Progress::in_header;
    parser_ = std::make_unique<Parser>(request_, limits_);
}

void RequestReader::refuse(Problem problem) {
    problem_ = problem;
    progress_ = Progress::refused;
}

std::size_t RequestReader::take(std::string_view bytes) {
    error_code ec;
    const auto used = parser_->put(boost::asio::buffer(bytes.data(), bytes.size()), ec);
    if (ec == http::error::header_limit) {
        refuse(Problem::header_too_large);
    } else if (ec == http::error::body_limit) {
        refuse(Problem::too_large);
    } else if (ec && ec != http::error::need_more) {
        refuse(Problem::not_understood);
    } else if (parser_->is_done()) {
        progress_ = Progress::whole;
    } else if (parser_->is_header_done()) {
        progress_ = Progress::in_body;
    }
    return used;
}

bool RequestReader::awaits_continue() const { return parser_->expects_continue(); }
bool RequestReader::is_upload() const { return parser_->is_upload(); }
bool RequestReader::keep_alive() const { return parser_->keep_alive(); }
bool RequestReader::is_http_one_nought() const { return parser_->version() == 10; }

} // namespace gweld::web
