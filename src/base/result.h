// result.h - a value or the reason there is none. Knows nothing about what either means.
#pragma once

#include <utility>
#include <variant>

namespace gweld::base {

// The wrappers are distinct types, so a Result<std::string, std::string> cannot mistake one for
// the other.
template <class T> struct Ok {
    T value;
};
template <class E> struct Err {
    E error;
};
template <class T> Ok(T) -> Ok<T>;
template <class E> Err(E) -> Err<E>;

struct Nothing {
    friend bool operator==(const Nothing&, const Nothing&) = default;
};

template <class T, class E> class [[nodiscard]] Result {
  public:
    Result(Ok<T> ok) : state_{std::in_place_index<0>, std::move(ok.value)} {}
    Result(Err<E> err) : state_{std::in_place_index<1>, std::move(err.error)} {}

    bool ok() const { return state_.index() == 0; }
    const T& value() const& { return std::get<0>(state_); }
    T& value() & { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    const E& error() const& { return std::get<1>(state_); }
    E&& error() && { return std::get<1>(std::move(state_)); }

  private:
    std::variant<T, E> state_;
};

template <class... Fs> struct overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs> overloaded(Fs...) -> overloaded<Fs...>;

} // namespace gweld::base
