// html.h - text is what people typed, Html is what we vouch for. Knows no page and no component.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace gweld::web {

// Escapes & < > " ' and the back-tick, as Nunjucks does.
std::string escape(std::string_view text);

class Html {
  public:
    Html() = default;
    const std::string& markup() const { return markup_; }
    std::string release() && { return std::move(markup_); }
    bool empty() const { return markup_.empty(); }
    friend bool operator==(const Html&, const Html&) = default;

  private:
    friend class Trusted;
    explicit Html(std::string markup) : markup_{std::move(markup)} {}
    std::string markup_;
};

// The one door for markup that is not escaped. A search for "Trusted" finds every use.
class Trusted {
  public:
    static Html html(std::string markup) { return Html{std::move(markup)}; }
};

// What a component shows: text (escaped here) or Html (vouched for elsewhere).
class Content {
  public:
    Content() = default;
    Content(std::string_view text) : html_{Trusted::html(escape(text))} {}
    Content(const std::string& text) : Content{std::string_view{text}} {}
    Content(const char* text) : Content{std::string_view{text}} {}
    Content(Html html) : html_{std::move(html)} {}
    bool empty() const { return html_.empty(); }
    const std::string& markup() const { return html_.markup(); }

  private:
    Html html_;
};

// A path on this server; anything else becomes "/". javascript:, //host and \ cannot be spelt.
class Url {
  public:
    static Url path(std::string path);
    static Url fragment(std::string_view id) { return Url{"#" + std::string{id}}; }
    // An address from a rule card, shown as a link to its source; https only, else "/".
    static Url source(std::string_view address) {
        return Url{address.starts_with("https://") || address.starts_with("http://")
                       ? std::string{address}
                       : "/"};
    }
    const std::string& text() const { return text_; }

  private:
    explicit Url(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

// Where a compiled template writes. put_* are chosen by the template compiler from the context.
class Out {
  public:
    Out() { text_.reserve(500); } // most pieces fit; growing byte by byte costs more
    void raw(std::string_view markup) { text_.append(markup); }
    void reserve(std::size_t n) { text_.reserve(n); }
    Html take() { return Trusted::html(std::move(text_)); }

  private:
    std::string text_;
};

template <class T>
concept Textual = std::convertible_to<T, std::string_view>;
template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

void put_text(Out& out, std::string_view text);
inline void put_text(Out& out, const Html& html) { out.raw(html.markup()); }
template <Number T> void put_text(Out& out, T number) {
    char digits[24];
    const auto [end, problem] = std::to_chars(digits, digits + sizeof digits, number);
    out.raw({digits, static_cast<std::size_t>(end - digits)});
}
template <Textual T> void put_attr(Out& out, const T& text) {
    put_text(out, std::string_view{text});
}
template <Number T> void put_attr(Out& out, T number) { put_text(out, number); }
inline void put_url(Out& out, const Url& url) { put_text(out, std::string_view{url.text()}); }
template <class T> void put_url(Out&, const T&) {
    static_assert(std::is_same_v<T, Url>, "a URL attribute needs web::Url, not a plain string");
}

} // namespace gweld::web
