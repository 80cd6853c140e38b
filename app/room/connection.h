#pragma once

#include "room/loop.h"

#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <array>
#include <type_traits>

// A connection, plain or TLS. Private to this folder.
namespace room {

namespace beast = boost::beast;
namespace http = beast::http;
using std::chrono::seconds;

inline int status_of(error_code const& error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    if (error == http::error::body_limit) return 413;
    bool const of_http =
        error.category() == http::make_error_code(http::error::bad_method).category();
    return of_http && error != http::error::end_of_stream && error != http::error::partial_message
               ? 400
               : 0; // the connection is lost
}

inline char const* reason_of(int status)
{
    switch (status) {
    case 411: return "room.length";
    case 413: return "room.too_long";
    case 431: return "room.head";
    default: return "room.request";
    }
}

// Handles requests one after the other, or sends events. At most one write is pending.
template <class Stream>
class Connection final : public Line, public std::enable_shared_from_this<Connection<Stream>> {
public:
    template <class... Arguments>
    Connection(Loop& loop, std::string from, Arguments&&... arguments)
        : loop_(loop)
        , from_(std::move(from))
        , stream_(std::forward<Arguments>(arguments)...)
        , buffer_(head_max + body_max)
    {
    }
    ~Connection() override { loop_.left(from_); }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    void begin()
    {
        loop_.all.insert(this->shared_from_this());
        expire(seconds(Server::header_s));
        if constexpr (std::is_same_v<Stream, beast::tcp_stream>)
            wait();
        else
            stream_.async_handshake(Stream::server, then([this](error_code error) {
                                        if (error) return leave();
                                        expire(seconds(Server::header_s));
                                        wait();
                                    }));
    }

    void push() override
    {
        dirty_ = true;
        if (!writing_) send_state();
    }
    void beat() override
    {
        if (writing_) return;
        send("event: beat\ndata: {\"now_ms\":" + std::to_string(loop_.clock.now_ms()) + "}\n\n");
    }
    void end(std::string last) override
    {
        if (last.empty()) return leave();
        last_ = std::move(last);
        if (!writing_) send_last();
    }
    [[nodiscard]] Seat* seat() const override { return stream_to_.seat; }

private:
    static constexpr std::size_t piece = 2048; // bytes per read

    template <class Handler>
    auto then(Handler handler)
    {
        return [self = this->shared_from_this(), handler](error_code error, auto... rest) mutable {
            handler(error, rest...);
        };
    }
    template <class Duration>
    void expire(Duration after)
    {
        beast::get_lowest_layer(stream_).expires_after(after);
    }

    // Waits for the first bytes of a request (idle timeout), then reads its header.
    void wait()
    {
        if (buffer_.size() > 0) return read_head();
        stream_.async_read_some(buffer_.prepare(piece),
                                then([this](error_code error, std::size_t bytes) {
                                    if (error) return leave();
                                    buffer_.commit(bytes);
                                    read_head();
                                }));
    }
    void read_head()
    {
        parser_.emplace();
        parser_->header_limit(head_max);
        parser_->body_limit(body_max);
        expire(seconds(Server::header_s));
        http::async_read_header(stream_, buffer_, *parser_,
                                then([this](error_code error, std::size_t) {
                                    if (error) return refuse(error);
                                    read_body();
                                }));
    }
    void read_body()
    {
        auto const& head = parser_->get();
        auto const length = parser_->content_length();
        bool const whole_known = length.has_value() && !parser_->chunked();
        if (parser_->chunked() && head.count(http::field::content_length) > 0) return refuse(400);
        if (length && *length > body_max) return refuse(413);
        if (parser_->chunked() || (head.method() == http::verb::post && !whole_known))
            return refuse(411);
        if (head.count(http::field::host) != 1) return refuse(400);
        expire(seconds(Server::body_s));
        http::async_read(stream_, buffer_, *parser_, then([this](error_code error, std::size_t) {
                             if (error) return refuse(error);
                             answer();
                         }));
    }
    void answer()
    {
        auto const message = parser_->release();
        Request request;
        request.verb = message.method() == http::verb::get    ? Request::Verb::get
                       : message.method() == http::verb::post ? Request::Verb::post
                                                              : Request::Verb::other;
        request.target = std::string(message.target());
        for (auto const& field : message) {
            auto name = std::string(field.name_string());
            for (auto& c : name)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            request.headers.emplace_back(std::move(name), std::string(field.value()));
        }
        request.body = message.body();
        request.from = from_;
        if constexpr (!std::is_same_v<Stream, beast::tcp_stream>) request.wire = Request::Wire::tls;
        // HEAD expects no body: after a refused method the connection is closed.
        keeps_ = message.keep_alive() && request.verb != Request::Verb::other;
        writing_ = true; // nothing is read or sent until the response
        loop_.room.answer(request, [self = this->shared_from_this()](Room::Reply reply) {
            self->writing_ = false;
            if (auto* response = std::get_if<Response>(&reply)) return self->write(*response);
            self->begin_events(std::get<Room::Stream>(reply));
        });
    }

    void refuse(error_code const& error)
    {
        if (auto const status = status_of(error); status != 0) return refuse(status);
        leave();
    }
    // Malformed request: responds and closes the connection.
    void refuse(int status)
    {
        keeps_ = false;
        write(
            refused(loop_.words.french, {status, {base::Errc::invalid, reason_of(status), {}, 0}}));
    }

    void write(Response const& response)
    {
        http::response<http::string_body> out{static_cast<http::status>(response.status), 11};
        for (auto const& [name, value] : common_headers()) out.set(name, value);
        for (auto const& [name, value] : response.headers) out.set(name, value); // its own, if both
        if (response.status != 304) out.set(http::field::content_type, response.type);
        out.body() = response.body;
        out.keep_alive(keeps_);
        out.prepare_payload();
        out_.emplace(std::move(out));
        expire(seconds(Server::write_s));
        writing_ = true;
        http::async_write(stream_, *out_, then([this](error_code error, std::size_t) {
                              writing_ = false;
                              if (error) return leave();
                              if (!keeps_) return linger();
                              expire(seconds(Server::idle_s));
                              wait();
                          }));
    }

    // Reads and discards the rest of the request before closing: a reset could destroy the
    // response.
    void linger()
    {
        error_code ignored;
        beast::get_lowest_layer(stream_).socket().shutdown(tcp::socket::shutdown_send, ignored);
        expire(seconds(1));
        discard(64);
    }
    void discard(int pieces)
    {
        if (pieces == 0) return leave();
        buffer_.consume(buffer_.size());
        stream_.async_read_some(buffer_.prepare(piece),
                                then([this, pieces](error_code error, std::size_t) {
                                    if (error) return leave();
                                    discard(pieces - 1);
                                }));
    }

    void begin_events(Room::Stream to)
    {
        stream_to_ = std::move(to);
        std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                           "Cache-Control: no-store\r\nConnection: close\r\n";
        for (auto const& [name, value] : common_headers())
            head.append(name).append(": ").append(value).append("\r\n");
        dirty_ = true;
        loop_.streams(this);
        send(head + "\r\nretry: 1000\n\n");
        beast::get_lowest_layer(stream_).expires_never();
        watch_end();
    }
    // Detects the end of an event stream.
    void watch_end()
    {
        stream_.async_read_some(asio::buffer(scrap_),
                                then([this](error_code, std::size_t) { leave(); }));
    }
    void send(std::string text)
    {
        if (left_) return;
        text_ = std::move(text);
        writing_ = true;
        expire(seconds(Server::write_s));
        asio::async_write(stream_, asio::buffer(text_), then([this](error_code error, std::size_t) {
                              writing_ = false;
                              if (error || ends_) return leave();
                              if (!last_.empty()) return send_last();
                              if (dirty_) send_state();
                          }));
    }
    void send_last()
    {
        ends_ = true;
        send(std::exchange(last_, {}));
    }
    // Only the latest state is sent: slow clients skip the states in between.
    void send_state()
    {
        dirty_ = false;
        auto state = loop_.room.state(*stream_to_.seat, stream_to_.language);
        auto const print = print_of(state);
        auto count = loop_.room.count();
        bool const counted = std::exchange(count_, count) != count;
        if (print == print_) { // at most the count of ballots: a short event
            if (counted && !count.empty()) send("event: count\ndata: " + count + "\n\n");
            return;
        }
        print_ = print;
        send("event: state\ndata: " + state + "\n\n");
    }
    void leave()
    {
        if (std::exchange(left_, true)) return;
        if (stream_to_.seat) loop_.no_longer(this);
        error_code ignored;
        beast::get_lowest_layer(stream_).socket().shutdown(tcp::socket::shutdown_send, ignored);
        beast::get_lowest_layer(stream_).close();
        loop_.all.erase(this->shared_from_this());
    }

    Loop& loop_;
    std::string from_;
    Stream stream_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;
    std::optional<http::response<http::string_body>> out_;
    std::string text_;
    std::array<char, 16> scrap_{};
    Room::Stream stream_to_;
    std::string count_; // as last sent
    std::string last_;  // to be sent before closing
    std::size_t print_ = 0;
    bool keeps_ = true, writing_ = false, dirty_ = false, ends_ = false, left_ = false;
};

} // namespace room
