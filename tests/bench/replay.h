#pragma once

namespace bench {

// Times the review of a session: going to any of its entries, read from its file, the memory of its
// milestones; each frame of Relire at sixteen times the speed.
void replay(int entries, int cards);

} // namespace bench
