#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace gatehouse::base {

template <class T = void>
class [[nodiscard]] Result;

template <class X>
inline constexpr bool isResult = false;
template <class T>
inline constexpr bool isResult<Result<T>> = true;

// A value or the Error that stands in its place. tl::expected is a private base: inheriting publicly would lose the
// [[nodiscard]] warning, and value(), which throws, stays out of reach.
template <class T>
class [[nodiscard]] Result : private tl::expected<T, Error>
{
    static_assert(!std::same_as<T, bool>, "`if (result)` would read as the answer; use an enum");
    using Base = tl::expected<T, Error>;

public:
    template <class U = T>
        requires(
            std::constructible_from<
                T,
                U &&> && !std::same_as<std::remove_cvref_t<U>, Result> && !std::same_as<std::remove_cvref_t<U>, Error>)
    Result(U &&value) : Base(tl::in_place, std::forward<U>(value)) { }
    Result(Error error) : Base(tl::unexpect, std::move(error)) { }

    using Base::operator bool;
    using Base::operator*;
    using Base::operator->;
    using Base::error;

    template <class F>
    auto andThen(F &&next) &&
    {
        using Next = decltype(std::forward<F>(next)(*std::move(*this)));
        static_assert(isResult<Next>, "andThen continues with another Result");
        if (*this)
            return std::forward<F>(next)(*std::move(*this));
        return Next(std::move(*this).error());
    }
};

template <>
class [[nodiscard]] Result<void> : private tl::expected<void, Error>
{
    using Base = tl::expected<void, Error>;

public:
    Result() = default;
    Result(Error error) : Base(tl::unexpect, std::move(error)) { }

    using Base::operator bool;
    using Base::error;

    template <class F>
    auto andThen(F &&next) &&
    {
        using Next = decltype(std::forward<F>(next)());
        static_assert(isResult<Next>, "andThen continues with another Result");
        if (*this)
            return std::forward<F>(next)();
        return Next(std::move(*this).error());
    }
};

} // namespace gatehouse::base
