// Separate compilation of Boost.Asio and Boost.Beast; see third_party/boost.cmake.
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
