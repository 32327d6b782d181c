// router.h - which handler answers an address, and the address of a named page. Knows no page.
#pragma once

#include "web/http.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web {

// What stood in the {braces} of a pattern, percent-decoded. A name the pattern does not have is
// empty; the pattern and its handler stand side by side, so that is a bug the tests meet.
class Params {
  public:
    std::string_view operator[](std::string_view name) const;
    void add(std::string name, std::string value) {
        list_.push_back({std::move(name), std::move(value)});
    }

  private:
    std::vector<Field> list_;
};

using Handler = std::function<Response(const Request&, const Params&)>;

// Whether a page exists in English and Welsh, or (a style sheet) in neither.
enum class Spoken : std::uint8_t { both_languages, no_language };

struct Route {
    Method method;
    std::string name;    // several methods of one address share a name
    std::string pattern; // "/child/{id}/visit"
    Spoken spoken;
    friend bool operator==(const Route&, const Route&) = default;
};

// Filled at start, constant while serving. A pattern is made of fixed segments and {slots}; where
// both fit, the fixed segment wins ("/child/new" before "/child/{id}"). A slot never matches an
// empty segment nor, decoded, one with '/' or a control character in it.
class Router {
  public:
    // Throws std::logic_error for a pattern or method already taken: a bug found at start.
    Router& add(Method method, std::string name, std::string pattern, Handler handler,
                Spoken spoken = Spoken::both_languages);
    // For addresses nobody answers (404). 405 and 415 are answered here, in plain text.
    void otherwise(Answer not_found) { not_found_ = std::move(not_found); }

    // HEAD is answered by GET's handler; the server leaves the body out. POST takes only forms
    // (415 otherwise), so that no other site can send what a browser would not ask us about first.
    Response answer(const Request& request) const;

    // The name of the route that fits this address, whatever the method; empty: none does.
    std::string_view name_for(std::string_view path) const;

    // Every route, in the order added: tests read it so that no page goes unlisted.
    const std::vector<Route>& table() const { return routes_; }

    using Filled = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    // The English address of a named route with its slots filled and encoded. Throws
    // std::logic_error for a name or slot that does not exist.
    Url url_of(std::string_view name, Filled slots = {}) const;
    bool has(std::string_view name) const { return by_name_.contains(name); }

  private:
    struct Node {
        std::map<std::string, std::size_t, std::less<>> fixed; // segment -> node
        std::size_t slot = 0;                                  // 0: none
        std::vector<std::size_t> routes;                       // that end here
    };
    const Node* find(std::string_view path) const;
    const Node* find_below(const Node& node, std::string_view rest) const;
    std::size_t node_for(std::string_view pattern);
    Params params_of(const Route& route, std::string_view path) const;
    Response nobody(const Request& request) const;
    Response refuse_method(const Node& node) const;

    std::vector<Route> routes_;
    std::map<std::string, std::size_t, std::less<>> by_name_; // the first of its methods
    std::vector<Handler> handlers_;
    std::vector<Node> nodes_{1};
    Answer not_found_;
};

} // namespace gweld::web
