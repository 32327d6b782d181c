// browser.h - one person's browser: cookies, forms as a page has them, and the network between it
// and the machine, which loses, doubles, delays and reorders. Knows no deed.
#pragma once

#include "machine.h"

namespace gweld::simulation {

using web::Field;
using web::Response;

// The fields that the form holding a field of this name would send by itself.
std::vector<Field> hidden_in_form_with(std::string_view page, std::string_view name);
void set(std::vector<Field>& fields, std::string_view name, std::string value);
std::string value_of(const std::vector<Field>& fields, std::string_view name);

struct Page {
    int status = 0;
    std::string text;
    std::string location;
    bool says(std::string_view words) const { return text.find(words) != std::string::npos; }
    bool asks_who_is_there() const;
};

class Network {
  public:
    Network(Machine& machine, Counts& counts) : machine_{machine}, counts_{counts} {}

    // None: no answer came; what became of the request nobody knows.
    std::optional<Response> send(const web::Request& request);
    // One of those that were on their way for longer than anybody waited for them.
    void deliver_a_late_one();
    void deliver_all();
    // From now on nothing goes wrong in it.
    void recover() { shaky_ = Shaky::no; }
    // What nobody may answer, whatever happens; empty: nothing of the kind yet.
    const std::string& bug() const { return bug_; }

  private:
    enum class Shaky : std::uint8_t { no, yes };
    std::optional<Response> deliver(const web::Request& request);
    void judge(const web::Request& request, const Response& response);

    Machine& machine_;
    Counts& counts_;
    Shaky shaky_ = Shaky::yes;
    std::vector<web::Request> late_;
    std::string bug_;
};

class Browser {
  public:
    Browser(Network& network, std::string sign_in_name)
        : network_{network}, name_{std::move(sign_in_name)} {}

    std::optional<Page> get(std::string_view target);
    std::optional<Page> post(std::string_view target, std::vector<Field> form,
                             std::string_view from_script = "");
    // Through the page; what was typed before goes with it. The page it led to.
    std::optional<Page> sign_in(std::vector<Field> carried = {});

  private:
    std::optional<Page> ask(web::Request request);

    Network& network_;
    std::string name_;
    std::map<std::string, std::string> cookies_;
};

} // namespace gweld::simulation
