#include "room/connection.h"

#include <boost/beast/ssl.hpp>

namespace room {

void begin_tls(Loop& loop, std::string from, tcp::socket socket)
{
    std::make_shared<Connection<beast::ssl_stream<beast::tcp_stream>>>(loop, std::move(from),
                                                                       std::move(socket), *loop.tls)
        ->begin();
}

} // namespace room
