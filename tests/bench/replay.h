#pragma once

namespace bench {

// What looking back costs: going anywhere in a session of so many entries, read from its file, and
// what its milestones weigh; each frame of Relire while it plays a session of so many cards at
// sixteen times its speed.
void replay(int entries, int cards);

} // namespace bench
