#include "room/connection.h"

namespace room {

void begin_plain(Loop& loop, std::string from, tcp::socket socket)
{
    std::make_shared<Connection<beast::tcp_stream>>(loop, std::move(from), std::move(socket))
        ->begin();
}

} // namespace room
